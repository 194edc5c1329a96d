"""From tidy figures to a published edition: `python -m data.pipeline`."""

VERSION = "2"
