"""Imports point one way: geo, data, layouts, sending, callbacks, api, service, app."""

import ast
from pathlib import Path

import pytest

from callbacks import PARTS

ROOT = Path(__file__).parents[1]
HOUSE = ["geo", "data", "layouts", "sending", "callbacks", "api", "service", "app"]
WEB = {"dash", "plotly", "flask", "flask_caching"}
# The list of pages names every page, and only layouts.paths knows them; the page leads into the
# api, and layouts.open_data has the addresses for both.
API_MAY_READ = ("layouts.language", "layouts.numbers", "layouts.paths", "layouts.open_data")
WRITERS = {"data.pipeline", "geo.build"}
MODULES = sorted(
    path
    for path in [*ROOT.glob("*/**/*.py"), ROOT / "app.py"]
    if path.relative_to(ROOT).parts[0].removesuffix(".py") in HOUSE
)
ONLINE = [
    path
    for path in MODULES
    if not str(path.relative_to(ROOT)).startswith(("data/pipeline", "geo/build"))
]


def room(path):
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def module(path):
    return str(path.relative_to(ROOT))


def test_every_room_has_modules():
    assert {room(path) for path in MODULES} == set(HOUSE)


@pytest.mark.parametrize("path", MODULES, ids=module)
def test_imports_point_one_way(path):
    later = set(HOUSE[HOUSE.index(room(path)) + 1 :])
    assert not later & {name.split(".")[0] for name in imported(path)}


@pytest.mark.parametrize("path", [p for p in MODULES if room(p) in {"geo", "data"}], ids=module)
def test_geo_and_data_know_nothing_of_the_web(path):
    assert not WEB & {name.split(".")[0] for name in imported(path)}


@pytest.mark.parametrize("path", [p for p in MODULES if room(p) == "api"], ids=module)
def test_the_api_knows_nothing_of_the_page(path):
    for name in imported(path):
        assert name.split(".")[0] not in {"dash", "plotly", "flask_caching", "callbacks"}
        assert not name.startswith("layouts.") or name.startswith(API_MAY_READ)


@pytest.mark.parametrize("path", [p for p in MODULES if room(p) == "layouts"], ids=module)
def test_layouts_read_the_catalogue_and_no_values(path):
    assert not {"data.store", "data.evidence"} & set(imported(path))


@pytest.mark.parametrize("path", ONLINE, ids=module)
def test_the_web_process_never_imports_what_writes(path):
    for name in imported(path):
        assert not any(name == writer or name.startswith(f"{writer}.") for writer in WRITERS)


@pytest.mark.parametrize("path", MODULES, ids=module)
def test_only_the_settings_read_the_environment(path):
    source = path.read_text(encoding="utf-8")
    assert "os.environ" not in source
    assert "getenv" not in source


@pytest.mark.parametrize("path", [p for p in MODULES if room(p) == "callbacks"], ids=module)
def test_callback_modules_do_not_import_each_other(path):
    parts, own = {part.__name__ for part in PARTS}, f"callbacks.{path.stem}"
    assert own not in parts or not (parts - {own}) & set(imported(path))


@pytest.mark.parametrize("path", MODULES, ids=module)
def test_no_indicator_is_named_in_code(path):
    from data.catalogue import indicators

    source = path.read_text(encoding="utf-8")
    quoted = [id_ for id_ in indicators() if f'"{id_}"' in source or f"'{id_}'" in source]
    assert set(quoted) <= GENERAL_WORDS


# These ids are also names of columns and of groups.
GENERAL_WORDS = {"population", "area_type"}


@pytest.mark.parametrize("path", MODULES, ids=module)
def test_no_module_outgrows_a_screen_or_four(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 200
