"""How libraries take memory: as they need it. Each decides when it is loaded, so this comes before.

Left to themselves numpy and Arrow ask the system for huge pages, which it fills up over hours where a
little is used here and there; and Arrow keeps what it has read the edition into, 40 MB for good.
"""

import os

CHOSEN = {"ARROW_DEFAULT_MEMORY_POOL": "system", "NUMPY_MADVISE_HUGEPAGE": "0"}


def choose() -> None:
    """For this process, where nobody has chosen otherwise."""
    for name, choice in CHOSEN.items():
        os.environ.setdefault(name, choice)
