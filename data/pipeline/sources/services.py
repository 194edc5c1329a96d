"""The services that are asked, as declared in `services.toml`."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.declared import CatalogueError, made

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Service:
    """Who is asked, how often at most, and under which licence the answers are kept."""

    id: str
    address: str
    publisher: str
    licence: str
    calls: int
    seconds: float
    fresh: float

    def at(self, path: str) -> str:
        return f"{self.address.rstrip('/')}/{path}"


def services() -> dict[str, Service]:
    return {id_: made(Service, id_, table) for id_, table in declared("services").items()}


def declared(name: str) -> dict[str, Any]:
    """The tables of a TOML file beside this module."""
    path = FOLDER / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise CatalogueError(f"{path.name} cannot be read: {error}.") from error
