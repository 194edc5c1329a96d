"""Synthetic tables in the form of PxWebApi 2: well-formed, made up, and never shown as real."""

from dataclasses import dataclass, field
from functools import cache
from itertools import product

from data.pipeline.sources.declarations import AreaEdition, Dataset, declaration

UPDATED = "2026-03-24T07:00:00Z"


@dataclass
class SyntheticTable:
    """`dimensions` has label by code; `codelists` codes by list by dimension.

    `values` gives a cell from its codes, by dimension: a number, None, or a symbol as text.
    """

    id: str
    dimensions: dict
    values: object
    codelists: dict = field(default_factory=dict)
    updated: str = UPDATED

    def metadata(self):
        return self._head(self.dimensions) | {"label": f"Synthetic {self.id}"}

    def data(self, selection):
        chosen = {
            id_: {code: labels[code] for code in self._codes(id_, selection[id_])}
            for id_, labels in self.dimensions.items()
        }
        cells = [
            self.values(dict(zip(chosen, key, strict=True))) for key in product(*chosen.values())
        ]
        symbols = {str(n): cell for n, cell in enumerate(cells) if isinstance(cell, str)}
        value = [None if isinstance(cell, str) else cell for cell in cells]
        return self._head(chosen) | {"value": value} | ({"status": symbols} if symbols else {})

    def _codes(self, id_, asked):
        every = self.codelists.get(id_, {}).get(asked.get("codelist"), list(self.dimensions[id_]))
        codes = every if asked["valueCodes"] == ["*"] else asked["valueCodes"]
        assert set(codes) <= set(every), f"{id_} is asked for unknown codes"
        return [code for code in every if code in set(codes)]

    def _head(self, dimensions):
        return {
            "version": "2.0",
            "class": "dataset",
            "updated": self.updated,
            "role": {"time": ["Tid"], "metric": ["ContentsCode"]},
            "id": list(dimensions),
            "size": [len(labels) for labels in dimensions.values()],
            "dimension": {id_: self._dimension(id_, one) for id_, one in dimensions.items()},
        }

    def _dimension(self, id_, labels):
        listed = [{"id": name, "type": "Valueset"} for name in self.codelists.get(id_, {})]
        return {
            "label": id_.lower(),
            "category": {"index": {code: n for n, code in enumerate(labels)}, "label": labels},
            "extension": {"codelists": listed},
        }


def areas(level, number):
    """Codes of made-up areas, in real municipalities."""
    form = "{:04d}R{:03d}" if level == "regso" else "{:04d}C{:04d}"
    return [form.format(114 + n // 100, 1 + n % 100) for n in range(number)]


@cache
def small_editions(number=4):
    """The editions of the levels, as if there were only a few areas."""
    form = {"regso": r"\d{4}R\d{3}", "deso": r"\d{4}[ABC]\d{4}"}
    lists = {"regso": {"2020": "vs_RegSO2020", "2025": "vs_RegSO2025"},
             "deso": {"2018": "vs_DeSO2018", "2025": "vs_DeSO2025"}}  # fmt: skip
    return {
        (level, id_): AreaEdition(
            level, id_, form[level], (name,), f"_{name.removeprefix('vs_')}",
            (2011, 2023) if id_ != "2025" else (2024, 9999), number,
        )
        for level, ids in lists.items() for id_, name in ids.items()
    }  # fmt: skip


def regions(codes=4, levels=("regso", "deso"), codelists=None):
    """The dimension Region with the codes of every edition, and its code lists.

    `codes` is how many areas every level has, or the codes by level and edition.
    """
    lists = {}
    for (level, id_), edition in small_editions().items():
        suffix = edition.suffix if id_ == "2025" else ""
        name = (codelists or {}).get(edition.codelists[0], edition.codelists[0])
        if level in levels and name:
            inside = areas(level, codes) if isinstance(codes, int) else codes[level, id_]
            lists[name] = [f"{code}{suffix}" for code in inside]
    return {"00": "Riket"} | {code: code for codes in lists.values() for code in codes}, lists


def years(first, last):
    return {str(year): str(year) for year in range(first, last + 1)}


def in_its_edition(key):
    """Whether figures of the year exist for the code, as its suffix tells."""
    return key["Region"].endswith("2025") == (int(key["Tid"]) > 2023)


def number(key):
    """A made-up count, the same for the same cell."""
    return 100 + sum(map(ord, "".join(key.values()))) % 900


def small_dataset(edition="2020", level="regso", **changed):
    table = {
        "table": "TAB1",
        "title": "Two numbers",
        "levels": {level: [edition]},
        "years": [2021, 2024],
        "contents": {"people": {"code": "A1", "name": "antal.*"}, "rate": {"name": ".*andel.*"}},
        "dimensions": {"Kon": {"total": {"code": "1+2"}}},
    }
    return Dataset(declaration("two_numbers", table | changed), small_editions()[level, edition])


def small_table(values=None, **changed):
    region, lists = regions()
    dimensions = {
        "Region": region,
        "Kon": {"1": "män", "2": "kvinnor", "1+2": "totalt"},
        "ContentsCode": {"A1": "Antal personer", "A2": "Andel, procent"},
        "Tid": years(2021, 2024),
    }
    made = {"id": "TAB1", "dimensions": dimensions, "codelists": {"Region": lists}}
    return SyntheticTable(**made | {"values": values or zero_outside} | changed)


def zero_outside(key):
    """As TAB6574 answers: zero, not missing, outside the years of an edition."""
    return number(key) if in_its_edition(key) else 0
