"""The one exception that stops a build of the boundaries."""


class GeoBuildError(RuntimeError):
    """The boundaries cannot be built; the sentence names what is wrong and what to do."""
