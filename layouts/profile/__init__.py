"""The profile of an area: what is published of it, from a few sentences to every figure.

One structure serves Sweden, counties, municipalities and RegSO; which sections each kind has is
declared in `data/profile.toml`.
"""

from layouts.profile.in_short import in_short
from layouts.profile.page import profile_page

__all__ = ["in_short", "profile_page"]
