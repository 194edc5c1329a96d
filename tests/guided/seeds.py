"""What each door is asked first, and the words that questions are made of."""

import hashlib
import json

SEEDS = {
    "address": ("/sv/?indicator=population&level=municipality&area=1480&year=2023",
                "/en/?area=0180R009&since=2020&show=change", "/sv/kommun/1480-goteborg?beside=a"),
    "questions": ("areas=0180,1480&indicator=population&year=2023&base=2020&weight_size=2",
                  "indicator=foreign_born_share&level=regso&within=12&sort=change&order=rising",
                  "x=population&y=foreign_born_share&level=municipality&named=0180&add=malmo"),
    "find": ("Göteborg", "rinke", "0180R009", "söder-oceanhamnen"),
    "api": ("values?indicator=population&area=1480&year=2020-2023&format=csv&variant=excel",
            "areas?parent=01&level=municipality&q=sto&limit=5", "areas/1480", "indicators/population",
            "boundaries/county?scope=00", "measures?grouping=country_of_birth&index=gini&areas=1480",
            "editions", "openapi.json", "bundle/population.zip"),
    "callback": ("/sv/?indicator=population&area=1480",
                 '{"output":"..place.children...facts.data..","outputs":[],"inputs":[]}'),
    "statistics": (json.dumps({
        "id": ["Region", "Tid"], "size": [2, 1], "value": [1, None], "status": {"1": ".."},
        "dimension": {"Region": {"label": "r", "category": {"index": {"01": 0, "03": 1},
                                                            "label": {"01": "S", "03": "U"}}},
                      "Tid": {"category": {"index": ["2023"]}}}, "updated": "2024"}),),
    "words": ("Hällefors", '"><img src=x onerror=a()>', "&amp;&#x3c;", "a\u202eb", "</p>"),
}  # fmt: skip
WORDS = (
    "indicator=", "level=", "area=", "areas=", "year=", "since=", "beside=", "beside_year=", "show=",
    "edition=", "within=", "sort=", "order=", "programme=", "size=", "named=", "add=", "base=", "x=",
    "y=", "format=", "variant=", "metadata=", "limit=", "after=", "parent=", "q=", "scope=",
    "grouping=", "index=", "lang=", "population", "foreign_born_share", "area_type", "dissimilarity",
    "municipality", "county", "regso", "sweden", "1480", "0180R009", "00", "2023", "latest", "change",
    "json-stat2", "geojson", "parquet", "xlsx", "csv", "%", "%ff", "&", ",", "..", "null", "\\\"id\\\"",
    "\\\"size\\\"", "\\\"dimension\\\"", "\\\"category\\\"", "\\\"index\\\"", "\\\"label\\\"",
    "\\\"value\\\"", "\\\"status\\\"", "\\\"output\\\"", "\\\"outputs\\\"", "\\\"inputs\\\"",
)  # fmt: skip
NAMES = tuple(SEEDS)


def seeds(door):
    return [seed.encode() for seed in SEEDS[door]]


def write(folder, door):
    """The first questions as files, and the words beside the folder, as libFuzzer reads them."""
    for seed in seeds(door):
        (folder / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)
    folder.with_suffix(".dict").write_text("".join(f'"{word}"\n' for word in WORDS))
