"""Where the browser finds styles and scripts: each address says which content it has."""

import hashlib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "assets"


def styles() -> str:
    """Every stylesheet, those of single pages after the one that all share."""
    return "\n".join(f'<link rel="stylesheet" href="{asset(name)}">' for name in stylesheets())


def scripts(names: tuple[str, ...]) -> str:
    return "\n".join(f'<script src="{asset(name)}" defer></script>' for name in names)


@cache
def stylesheets() -> tuple[str, ...]:
    found = (path.relative_to(FOLDER) for path in FOLDER.rglob("*.css"))
    return tuple(str(path) for path in sorted(found, key=lambda path: (len(path.parts), path)))


@cache
def asset(name: str) -> str:
    return f"/assets/{name}?v={hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()[:8]}"
