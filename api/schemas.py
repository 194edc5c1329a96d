"""The parameters of every address, each declared once: checked, and told in openapi.json."""

from marshmallow import Schema
from marshmallow.validate import Length, OneOf

from api.parameters import SHORT, number, part, text
from api.sentences import LANGUAGES
from geo.levels import levels

TABLES = ("json", "csv", "xlsx", "parquet", "json-stat2", "geojson", "gpkg")
SHAPES = ("geojson", "topojson", "gpkg", "geoparquet")
LARGEST_ANSWER = 100_000
LARGEST_WORKBOOK = 20_000
MOST_AREAS_LISTED = 1_000


EDITION = text(
    "The edition. Named, the answer never changes. Left out: the current one.",
    "Utgåvan. Om den anges ändras svaret aldrig. Utelämnad: den aktuella.",
    validate=SHORT,
)


LANG = text(
    "The language of problem details. Left out: that of the header Accept-Language, else English.",
    "Språket i felmeddelanden. Utelämnat: det i huvudet Accept-Language, annars engelska.",
    validate=OneOf(LANGUAGES),
)


class Asked(Schema):
    lang = LANG


# What stands in a path.
PATH = {
    "indicator": part("The id of an indicator.", "Indikatorns id.", "population"),
    "code": part("The code of an area.", "Områdets kod.", "1480"),
    "level": part("A level.", "En nivå.", "municipality"),
}


class Edition(Schema):
    edition = EDITION
    lang = LANG


class AreasAsked(Schema):
    level = text(
        f"A level: {', '.join(levels())}.",
        f"En nivå: {', '.join(levels())}.",
        "municipality",
        validate=SHORT,
    )
    parent = text(
        "The code of the area one level wider.",
        "Koden för området en nivå upp.",
        "14",
        validate=SHORT,
    )
    q = text(
        "A name or code, or a part of one. The best fits come first.",
        "Ett namn eller en kod, eller en del av det. Det som passar bäst kommer först.",
        "göteborg",
        validate=SHORT,
    )
    limit = number(
        "How many areas at the most.",
        "Högst så många områden.",
        MOST_AREAS_LISTED,
        load_default=MOST_AREAS_LISTED,
    )
    after = text(
        "The code after which the list goes on.",
        "Koden som listan fortsätter efter.",
        validate=Length(min=1, max=20),
    )
    edition = EDITION
    lang = LANG


class ValuesAsked(Schema):
    indicator = text(
        "One or several ids of indicators, with commas; all for every one.",
        "Ett eller flera id:n på indikatorer, med komma emellan; all för alla.",
        "population",
        required=True,
        validate=Length(min=1, max=1_800),
    )
    level = text(
        "One or several levels, with commas.",
        "En eller flera nivåer, med komma emellan.",
        "municipality",
        validate=SHORT,
    )
    area = text(
        "One or several codes of areas, with commas.",
        "En eller flera områdeskoder, med komma emellan.",
        "1480,0180",
        validate=Length(min=1, max=3_000),
    )
    within = text(
        "All areas inside the area with this code, and that area.",
        "Alla områden inom området med den här koden, och området självt.",
        "1480",
        validate=SHORT,
    )
    year = text(
        "2023, 2020-2023, 2020,2023 or latest, the newest year of each level. Left out: all.",
        "2023, 2020-2023, 2020,2023 eller latest, varje nivås senaste år. Utelämnat: alla.",
        "2020-2023",
        validate=SHORT,
    )
    edition = EDITION
    format = text("The form.", "Formatet.", load_default="json", validate=OneOf(TABLES))
    variant = text(
        "For csv: excel has semicolons, decimal commas and a byte order mark.",
        "För csv: excel ger semikolon, decimalkomma och teckenkodning som Excel förstår.",
        validate=OneOf(("excel",)),
    )
    metadata = text(
        "For csv: true puts edition, sources and licence first, in lines that begin with #.",
        "För csv: true lägger utgåva, källor och licens först, på rader som börjar med #.",
        load_default="false",
        validate=OneOf(("true", "false")),
    )
    limit = number(
        "Rows a page. Left out: all rows, while they fit.",
        "Rader per sida. Utelämnat: alla rader, så länge de får plats.",
        LARGEST_ANSWER,
    )
    after = text(
        "The key of the last row of the page before.",
        "Nyckeln för sista raden på sidan före.",
        validate=Length(min=1, max=200),
    )
    lang = LANG


class BoundariesAsked(Schema):
    scope = text(
        "The county or municipality that the areas lie in; none outside it are given. 00 is Sweden.",
        "Länet eller kommunen som områdena ligger i; inga utanför följer med. 00 är Sverige.",
        "1480",
        validate=SHORT,
    )
    format = text("The form.", "Formatet.", load_default="geojson", validate=OneOf(SHAPES))
    lang = LANG


class MeasuresAsked(Schema):
    areas = text(
        "Codes of RegSO, or of municipalities and counties for all RegSO in them.",
        "Koder för RegSO, eller för kommuner och län för alla RegSO i dem.",
        "1480R001,1480R002,1480R003",
        required=True,
    )
    grouping = text(
        "The groups that are compared, such as background.",
        "Grupperna som jämförs, till exempel background.",
        "background",
        required=True,
        validate=SHORT,
    )
    index = text(
        "One or several indices, with commas. Left out: all that fit the groups.",
        "Ett eller flera index, med komma emellan. Utelämnat: alla som passar grupperna.",
        validate=Length(min=1, max=400),
    )
    year = text(
        "2023, 2020-2023 or latest. Left out: all.",
        "2023, 2020-2023 eller latest. Utelämnat: alla.",
        "2020-2023",
        validate=SHORT,
    )
    edition = EDITION
    lang = LANG
