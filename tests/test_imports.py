"""Imports point one way: geo, data, layouts, sending, callbacks, api, service, app."""

import ast
from functools import cache
from pathlib import Path

from callbacks import PARTS
from data.catalogue import indicators

ROOT = Path(__file__).parents[1]
HOUSE = ["geo", "data", "layouts", "sending", "callbacks", "api", "service", "app"]
WEB = {"dash", "plotly", "flask", "flask_caching"}
# The list of pages names every page, and only layouts.paths knows them; the page leads into the
# api, and layouts.open_data has the addresses for both.
API_MAY_READ = ("layouts.language", "layouts.numbers", "layouts.paths", "layouts.open_data")
WRITERS = {"data.pipeline", "geo.build"}
# These ids are also names of columns and of groups.
GENERAL_WORDS = {"population", "area_type"}
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


def module(path):
    return str(path.relative_to(ROOT))


@cache
def source(path):
    return path.read_text(encoding="utf-8")


@cache
def imported(path):
    """Every module that a module names, and every name it takes from one."""
    found = []
    for node in ast.walk(ast.parse(source(path))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found += [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
    return found


def importing(paths, is_wrong):
    """The modules that import what they should not, each with what that is."""
    found = {module(path): [name for name in imported(path) if is_wrong(name)] for path in paths}
    return {name: wrong for name, wrong in found.items() if wrong}


def of_room(*rooms):
    return [path for path in MODULES if room(path) in rooms]


def is_within(name, modules):
    return any(name == one or name.startswith(f"{one}.") for one in modules)


def test_every_room_has_modules():
    assert {room(path) for path in MODULES} == set(HOUSE)


def test_imports_point_one_way():
    for number, one in enumerate(HOUSE):
        later = HOUSE[number + 1 :]
        assert importing(of_room(one), lambda name, later=later: is_within(name, later)) == {}


def test_geo_and_data_know_nothing_of_the_web():
    assert importing(of_room("geo", "data"), lambda name: is_within(name, WEB)) == {}


def test_the_api_knows_nothing_of_the_page():
    page = {"dash", "plotly", "flask_caching", "callbacks"}
    assert importing(of_room("api"), lambda name: is_within(name, page)) == {}
    assert (
        importing(
            of_room("api"),
            lambda name: name.startswith("layouts.") and not name.startswith(API_MAY_READ),
        )
        == {}
    )


def test_layouts_read_the_catalogue_and_no_values():
    values = {"data.store", "data.evidence"}
    assert importing(of_room("layouts"), lambda name: is_within(name, values)) == {}


def test_the_web_process_never_imports_what_writes():
    assert importing(ONLINE, lambda name: is_within(name, WRITERS)) == {}


def test_only_the_settings_read_the_environment():
    assert [
        module(path) for path in MODULES if "os.environ" in source(path) or "getenv" in source(path)
    ] == []


def test_callback_modules_do_not_import_each_other():
    parts = {part.__name__ for part in PARTS}
    for path in of_room("callbacks"):
        own = f"callbacks.{path.stem}"
        if own in parts:
            assert not (parts - {own}) & set(imported(path)), own


def test_no_indicator_is_named_in_code():
    named = {
        module(path): {
            id_ for id_ in indicators() if f'"{id_}"' in source(path) or f"'{id_}'" in source(path)
        }
        for path in MODULES
    }
    assert {path: ids for path, ids in named.items() if ids - GENERAL_WORDS} == {}


def test_no_module_outgrows_a_screen_or_four():
    assert [module(path) for path in MODULES if len(source(path).splitlines()) > 200] == []
