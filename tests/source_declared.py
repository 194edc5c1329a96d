"""Synthetic tables for all that is declared, with the names that SCB is believed to use."""

import numpy as np

from data.pipeline.sources.area_types import area_types
from tests.source_tables import SyntheticTable, in_its_edition, number, regions, years

SEX = {"1": "män", "2": "kvinnor", "1+2": "totalt"}
EDUCATION = {
    "21": "förgymnasial utbildning",
    "3+4": "gymnasial utbildning",
    "5": "eftergymnasial utbildning, mindre än 3 år",
    "6": "eftergymnasial utbildning, 3 år eller mer",
    "US": "uppgift om utbildningsnivå saknas",
}
TENURE = {"1": "hyresrätt", "2": "bostadsrätt", "3": "äganderätt", "4": "uppgift saknas"}
BACKGROUND = {"1": "utländsk bakgrund", "2": "svensk bakgrund", "SA": "totalt"}
BIRTH = {"SE": "Sverige", "EU": "Europa utom Sverige", "OV": "övriga världen", "TOT": "totalt"}
HOUSEHOLDS = {"E": "ensamstående", "S": "sammanboende", "TOTALT": "samtliga hushåll"}
QUARTILES = {f"Q{n}": f"Andel kvartil {n}, procent" for n in range(1, 5)}
OLD = {"vs_RegSO2020": "vs_RegSo1", "vs_DeSO2018": "vs_DeSoHE",
       "vs_RegSO2025": None, "vs_DeSO2025": None}  # fmt: skip
NEW = {"vs_RegSO2020": None, "vs_DeSO2018": None}

# Table: contents, other dimensions, years, code lists where they are not all four.
TABLES = {
    "TAB6586": (
        {
            "000008IT": "Socioekonomiskt index",
            "000008IU": "Områdestyp",
            "V1": "Andel personer med låg ekonomisk standard, procent",
            "V2": "Andel personer med förgymnasial utbildning, procent",
            "V3": "Andel personer med ekonomiskt bistånd och/eller långtidsarbetslösa, procent",
        },
        {},
        (2011, 2024),
    ),
    "TAB6685": (
        {
            "000008AC": "Låg ekonomisk standard, procent",
            "000008AD": "Hög ekonomisk standard, procent",
        },
        {"Alder": {"0-19": "0-19 år", "tot": "totalt"}},
        (2011, 2024),
    ),
    "TAB6683": (
        {"000008A4": "Medelvärde för samtliga, tkr", "000008A5": "Antal personer"},
        {"Inkomstkomponenter": {"240": "nettoinkomst", "100": "löneinkomst"}, "Kon": SEX},
        (2011, 2024),
    ),
    "TAB6679": (
        {**QUARTILES, "N": "Antal personer", "0000089U": "Medianvärde, tkr"},
        {"InkomstTyp": {"NeInk": "nettoinkomst", "SaInk": "inkomst"}, "Kon": SEX},
        (2011, 2024),
    ),
    "TAB6684": ({**QUARTILES, "N": "Antal personer totalt"}, {}, (2011, 2024)),
    "TAB6680": (
        {
            "0000089X": "antal sysselsatta",
            "0000089W": "antal arbetslösa",
            "0000089V": "antal i arbetskraften",
            "0000089Y": "antal totalt",
        },
        {"Kon": SEX, "Alder": {"15-74": "15-74 år", "20-64": "20-64 år"}},
        (2020, 2024),
    ),
    "TAB5956": ({"000005MO": "Befolkning"}, {"UtbildningsNiva": EDUCATION}, (2015, 2023), OLD),
    "TAB6534": ({"000007Z6": "Befolkning"}, {"UtbildningsNiva": EDUCATION}, (2024, 2025), NEW),
    "TAB6258": ({"00000864": "Antal lägenheter"}, {"Upplatelseform": TENURE}, (2015, 2023), OLD),
    "TAB6638": ({"00000865": "Antal lägenheter"}, {"Upplatelseform": TENURE}, (2024, 2025), NEW),
    "TAB6574": (
        {"000007Y7": "Folkmängd"},
        {"Alder": {"0-4": "0-4 år", "80+": "80+ år", "totalt": "totalt"}, "Kon": SEX},
        (2010, 2025),
    ),
    "TAB6571": ({"000007Y4": "Folkmängd"}, {"UtlBakgrund": BACKGROUND, "Kon": SEX}, (2010, 2025)),
    "TAB6572": ({"000007Y5": "Folkmängd"}, {"Fodelseregion": BIRTH, "Kon": SEX}, (2010, 2025)),
    "TAB6568": ({"000007Y6": "Antal hushåll"}, {"Hushallstyp": HOUSEHOLDS}, (2011, 2025)),
}


def declared_tables(codes):
    """Every table that is declared; `codes` as `regions` takes them."""
    return [declared_table(id_, codes) for id_ in TABLES]


def declared_table(id_, codes):
    contents, dimensions, period, *codelists = TABLES[id_]
    levels = ("regso",) if id_ == "TAB6586" else ("regso", "deso")
    region, lists = regions(codes, levels, *codelists)
    values = _Index(lists).cell if id_ == "TAB6586" else _zeros
    dimensions = {"Region": region, **dimensions, "ContentsCode": contents, "Tid": years(*period)}
    return SyntheticTable(id_, dimensions, values, {"Region": lists})


def _zeros(key):
    """Small enough to be a share, zero outside the years of an edition."""
    return number(key) % 90 + 1 if in_its_edition(key) else 0


class _Index:
    """An index that is the mean of its parts, with the types that follow; else missing."""

    def __init__(self, lists):
        self.lists, self.years = lists, {}

    def cell(self, key):
        if not in_its_edition(key):
            return ".."
        return self._year(key["Tid"])[key["Region"]][key["ContentsCode"]]

    def _year(self, year):
        if year not in self.years:
            codes = self.lists["vs_RegSO2025" if int(year) > 2023 else "vs_RegSO2020"]
            random = np.random.default_rng(int(year))
            parts = np.round(random.gamma(3.0, 3.0, (3, len(codes))), 1)
            index = parts.mean(axis=0)
            columns = {"V1": parts[0], "V2": parts[1], "V3": parts[2]}
            columns |= {"000008IT": np.round(index, 1), "000008IU": area_types(index)}
            self.years[year] = {
                code: {id_: float(column[n]) for id_, column in columns.items()}
                for n, code in enumerate(codes)
            }
        return self.years[year]
