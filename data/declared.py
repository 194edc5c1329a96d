"""Reading what the catalogue's files declare, strictly: a slip is named with its remedy."""

import tomllib
from collections.abc import Collection, Iterable
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, TypeVar

FOLDER = Path(__file__).parent
T = TypeVar("T")
Text = dict[str, str]


class CatalogueError(ValueError):
    """An entry in one of the catalogue's files cannot be used as written."""


def made(kind: type[T], id_: str, table: dict[str, Any]) -> T:
    check_keys(kind, id_, table)
    return kind(**{"id": id_, **table})


def check_keys(kind: type[Any], id_: str, table: dict[str, Any]) -> None:
    keys = {
        field.name: field.default is MISSING and field.default_factory is MISSING
        for field in fields(kind)
        if field.name != "id"
    }
    unknown = sorted(set(table) - set(keys))
    lacking = sorted(name for name, needed in keys.items() if needed and name not in table)
    for names, fault in ((unknown, "has the unknown keys"), (lacking, "lacks")):
        if names:
            raise CatalogueError(f"{kind.__name__} {id_!r} {fault} {', '.join(names)}.")


def known(id_: str, what: str, name: str, there_are: dict[str, T]) -> T:
    check(id_, what, [name], there_are)
    return there_are[name]


def check(
    id_: str, what: str, names: Iterable[str], there_are: Collection[str], kind: str = "Indicator"
) -> None:
    for name in names:
        if name not in there_are:
            raise CatalogueError(
                f"{kind} {id_!r} uses the {what} {name!r}, which does not exist. "
                f"Use one of: {', '.join(sorted(there_are))}."
            )


def tables(name: str) -> dict[str, dict[str, Any]]:
    path = FOLDER / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise CatalogueError(f"{path.name} cannot be read: {error}.") from error
