"""The page on data: every indicator, boundary and edition, and how to get and cite them."""

from layouts.downloads.page import document

__all__ = ["document"]
