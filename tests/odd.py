"""The words and addresses that odd questions are made of."""

from api.schemas import SHAPES, TABLES
from data.edition import current_edition
from geo.levels import levels
from layouts.made_by import views
from tests.kinds import files, frames, pages

ODD = (
    "", " ", "\0", "%00", "\n", "=1+1", "@SUM(A1)", "-1", "1e309", "NaN", "٣", "9" * 400,
    "../../etc/passwd", "..%2f..%2fetc/passwd", "' OR 1=1 --", '"; DROP TABLE areas; --',
    "{{7*7}}", "${7*7}", "<script>alert(1)</script>", "\u202egnirts", "مرحبا", "שלום", "🗺️👩‍👩‍👧‍👦",
    "a\u0301" * 50, "\ud7ff", "\uffff", "å" * 2_000, "sv,sv,sv", "1480,0180", "true", "null", "[]",
)  # fmt: skip
KNOWN = (
    "population", "foreign_born_share", "area_type", "dissimilarity_foreign_born", "all", "1480",
    "0180", "0180R001", "12", "00", "2023", "2020", "latest", "regso", "municipality", "county",
    "csv", "json", "xlsx", "geojson", "json-stat2", "sv", "en", "wide", "change", "beside",
)  # fmt: skip
NAMES = (
    "indicator", "area", "within", "level", "year", "since", "edition", "format", "variant", "q",
    "limit", "after", "metadata", "scope", "show", "beside", "grouping", "index", "nonsense",
    "areas", "add", "x", "y", "of", "sort", "order", "base", "beside_year", "programme", "size",
)  # fmt: skip
VIEWS = views(current_edition().id)
# Those that end with a slash get a word after it.
PATHS = (
    "/", "/sv/", "/en/", "/sv/metod", "/en/method", "/sv/kommun/", "/en/municipality/", "/api/v1/",
    "/api/v1/values", "/api/v1/areas", "/api/v1/areas/", "/api/v1/indicators", "/api/v1/measures",
    "/api/v1/flows", "/api/v1/united/", "/sv/lan/", "/en/area/", "/sv/kartlaggning/",
    "/api/v1/indicators/", "/api/v1/boundaries/", "/api/v1/bundle/", "/api/v1/editions", "/assets/",
    "/editions/", "/boundaries/", "/_dash-component-suites/", "/sv/inbaddad/", "/en/embed/", "/_",
    "/sv/bild/", "/en/table/", "/views/", f"{VIEWS}/sv/new", f"{VIEWS}/en/new/values",
)  # fmt: skip
# Each drawn anew for each question, and asked more seldom.
DRAWN = (*pages(), *frames(), *files())
# What is read or made once and then kept, which odd questions ask for seldom.
DEAR = (
    *(f"/api/v1/boundaries/{level}?format={form}" for level in levels() for form in SHAPES),
    *(f"/api/v1/values?indicator=population&level=regso&format={form}" for form in TABLES),
    "/api/v1/bundle/population.zip", "/api/v1/bundle/area_type.zip", "/sv/bild/karta.png",
    *pages(),
)  # fmt: skip
