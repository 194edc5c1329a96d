"""The area registers and the crosswalk between editions, written as CSV."""

import ast
import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

import geopandas

from geo.build.error import GeoBuildError
from geo.levels import SWEDEN

MALMO_PREFIX = "RegSO-"
CHANGES = {
    "utvidgas": "grew",
    "minskas": "shrank",
    "ger_del_till_befintlig": "gave_part_to_existing",
    "ger_del_till_nybildad": "gave_part_to_new",
    "upphor_till_befintlig": "ceased_into_existing",
}


def county_names(package: Path) -> dict[str, str]:
    """Read from the package's source as text: nothing of it is run."""
    tree = ast.parse((package / "duva" / "geodata" / "lan.py").read_text(encoding="utf-8"))
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Dict)]
    if len(found) != 1:
        raise GeoBuildError(f"The county names in {package} have another form than expected.")
    return dict(ast.literal_eval(found[0]))


def municipality_names(package: Path) -> dict[str, str]:
    table = geopandas.read_file(
        package / "duva" / "geodata" / "Kommun_Sweref99TM.TAB", ignore_geometry=True
    )
    return dict(zip(table["KnKod"], table["KnNamn"], strict=True))


def display_name(name: str) -> str:
    """Malmö's names carry a needless level in front."""
    return name.removeprefix(MALMO_PREFIX)


def names_2020(folder: Path) -> dict[str, str]:
    rows = input_rows(folder / "regso2020_names.csv", ("regso", "regso_name"))
    return {code: display_name(name) for code, name in rows}


def crosswalk(folder: Path) -> str:
    columns = ("regso2020", "regso2025", "change")
    rows = input_rows(folder / "regso_changes_2020_2025.csv", columns)
    unknown = sorted({change for *_, change in rows} - set(CHANGES))
    if unknown:
        raise GeoBuildError(
            f"The changes between editions use the word {unknown[0]!r}, which is not known. "
            f"Use one of: {', '.join(CHANGES)}."
        )
    translated = sorted((old, new, CHANGES[change]) for old, new, change in rows)
    return table_text(("code_2020", "code_2025", "change"), translated)


def input_rows(path: Path, columns: tuple[str, ...]) -> list[tuple[str, ...]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise GeoBuildError(
            f"{path} cannot be read ({error}). Give another folder with --input; where there is "
            "no such folder the committed names and changes are kept."
        ) from error
    reader = csv.DictReader(io.StringIO(text, newline=""))
    if not set(columns) <= set(reader.fieldnames or ()):
        raise GeoBuildError(f"{path} lacks a column. It needs: {', '.join(columns)}.")
    return [tuple(row[column] or "" for column in columns) for row in reader]


def register(names: Mapping[str, str], digits: int) -> str:
    """Code, name and the parent's code, which is how the code begins."""
    rows = ((code, names[code], code[:digits] or SWEDEN) for code in sorted(names))
    return table_text(("code", "name", "parent"), rows)


def table_text(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()
