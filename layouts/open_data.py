"""The addresses of the open data: what the page shows, as other programs ask for it."""

from collections.abc import Iterable
from urllib.parse import quote, urlencode

from data.catalogue import Indicator
from data.edition import current_edition
from geo.areas import Area, ancestors
from geo.levels import SWEDEN, Level
from layouts.view import View

ROOT = "/api/v1"
FRONT = {"sv": f"{ROOT}/", "en": f"{ROOT}/en"}
# What a file is called on the page, and what it is asked for with. The second csv is the one that
# Excel with Swedish settings opens: semicolons and decimal commas.
FORMS = {
    "xlsx": {"format": "xlsx"},
    "csv": {"format": "csv"},
    "csv-excel": {"format": "csv", "variant": "excel"},
    "json": {"format": "json"},
    "json-stat2": {"format": "json-stat2"},
    "parquet": {"format": "parquet"},
    "geojson": {"format": "geojson"},
    "gpkg": {"format": "gpkg"},
}
EVERY = "all"


def of_map(view: View, form: str = "csv") -> str:
    """What the map and its table show: every area of the level in the scope, in the year.

    Of a change both its years; of two maps both indicators.
    """
    within = {"within": view.scope} if view.scope != SWEDEN else {}
    shown, indicators = view.showing, [view.indicator]
    if shown.beside is not None and shown.beside is not view.indicator:
        indicators.append(shown.beside)
    shown_years = sorted({view.year, shown.since or shown.beside_year or view.year})
    year = ",".join(map(str, shown_years))
    return values(indicators, form, level=view.level.id, **within, year=year)


def of_series(view: View, form: str = "csv") -> str:
    """What the time series shows: the area and the wider ones, in every year."""
    held = current_edition().levels(view.indicator)
    lines = (*ancestors(view.area), view.area)
    codes = [each.code for each in lines if each.level.id in held]
    return values([view.indicator], form, area=",".join(codes))


def of_area(area: Area, form: str = "xlsx") -> str:
    """Every indicator of an area, in every year."""
    return of_areas([area], form)


def of_areas(areas: Iterable[Area], form: str = "xlsx") -> str:
    """Every indicator of some areas, in every year."""
    codes = ",".join(each.code for each in areas)
    return f"{ROOT}/values?" + query({"indicator": EVERY, "area": codes, **named(form)})


def values(indicators: Iterable[Indicator], form: str = "csv", **asked: str) -> str:
    """Values of indicators; `asked` are further parameters, as openapi.json names them."""
    ids = ",".join(each.id for each in indicators)
    return f"{ROOT}/values?" + query({"indicator": ids, **named(form), **asked})


def boundaries(level: Level, scope: str = SWEDEN, form: str = "geojson") -> str:
    return f"{ROOT}/boundaries/{level.id}?" + query({"scope": scope, "format": form})


def about(indicator: Indicator, edition: str | None = None) -> str:
    """What an indicator is, with sources and citation."""
    return f"{ROOT}/indicators/{indicator.id}?" + query(of_edition(edition))


def bundle(indicator: Indicator, edition: str | None = None) -> str:
    """Values, metadata and readme of an indicator in one file."""
    return f"{ROOT}/bundle/{indicator.id}.zip?" + query(of_edition(edition))


def flows(kind: Indicator, within: str, form: str, first: int, last: int) -> str:
    """What moved between the categories of an indicator inside an area."""
    asked = {"indicator": kind.id, "within": within, "first": str(first), "last": str(last)}
    return f"{ROOT}/flows?" + query({**asked, "format": form, **of_edition()})


def united(code: str) -> str:
    """Our estimates for the areas that an area exchanged land with."""
    return f"{ROOT}/united/{quote(code)}?" + query(of_edition())


def area(of: Area) -> str:
    return f"{ROOT}/areas/{quote(of.code)}"


def named(form: str) -> dict[str, str]:
    """How a form of a table is asked for, of the edition that the reader sees."""
    return of_edition() | FORMS[form]


def of_edition(edition: str | None = None) -> dict[str, str]:
    return {"edition": edition or current_edition().id}


def query(asked: dict[str, str]) -> str:
    return urlencode(asked, quote_via=quote, safe=",")
