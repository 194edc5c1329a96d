"""A made-up country for the stand-in: every fed table, of all RegSO, agreeing with one another.

Where DeSO are asked for too, each RegSO has two of them, and twice what each of them has.

Well-formed and synthetic: never committed as an edition, and never shown as real.
"""

from functools import cache
from zlib import crc32

import numpy as np

from data.pipeline.sources.area_types import area_types
from tests.source_declared import TABLES
from tests.source_tables import SyntheticTable, in_its_edition, regions, years

NOISE_FROM, DESO = 2025, 9
COUNTED = ("TAB6680", "TAB5956", "TAB6534", "TAB6258", "TAB6638", "TAB6574", "TAB6571", "TAB6572",
           "TAB6568")  # fmt: skip


def country(regso, deso=()):
    """The tables of SCB that feed an edition, of RegSO by edition; TAB6684 feeds none."""
    return [country_table(id_, regso, deso) for id_ in TABLES if id_ != "TAB6684"]


def country_table(id_, regso, deso=()):
    contents, dimensions, period, *codelists = TABLES[id_]
    finer = dict(deso) if id_ != "TAB6586" else {}
    codes = {("regso", edition): inside for edition, inside in regso.items()}
    codes |= {("deso", edition): inside for edition, inside in finer.items()}
    region, lists = regions(codes, ("regso", "deso") if finer else ("regso",), *codelists)
    dimensions = {"Region": region, **dimensions, "ContentsCode": contents, "Tid": years(*period)}
    values = _cell(id_, NUMBERS.get(id_) or _index_over(regso), 2 if deso else 1)
    return SyntheticTable(id_, dimensions, values, {"Region": lists})


def unemployment(municipalities):
    """The key figure of Kolada that feeds an edition, as the stand-in takes it."""
    entries = [
        {
            "kpi": "N03937",
            "municipality": code,
            "period": year,
            "values": [{"gender": "T", "status": "", "value": round(3 + 6 * part(code, "u"), 1)}],
        }
        for code in municipalities
        for year in range(2010, 2026)
    ]
    return {"N03937": {"title": "Arbetslöshet", "values": entries, "page": 2000}}


def halves(regso):
    """Two made-up DeSO of each RegSO."""
    return [f"{code[:4]}A{code[5:]}{half}" for code in regso for half in "01"]


def regso_of(code):
    return f"{code[:4]}R{code[5:8]}" if len(code) == DESO else code


@cache
def part(code, what):
    """A number from 0 to 1 that is the area's own."""
    return crc32(f"{code} {what}".encode()) % 10_000 / 10_000


@cache
def people(code, year):
    return round((500 + 2500 * part(code, "size")) * (1 + 0.005 * (year - 2011)))


def share(code, year, what, low, high):
    """Between two bounds, drifting a little every year."""
    return low + (high - low) * part(code, what) * (1 + 0.01 * (year - 2024))


def _cell(id_, numbers, parts):
    """A cell of a table: in the years of its edition, with the noise that comes in the last."""
    noisy = id_ in ("TAB6568", "TAB6571", "TAB6572", "TAB6574")

    @cache
    def of(code, year):
        return numbers(code, year)

    def cell(key):
        if not in_its_edition(key):
            return ".." if id_ == "TAB6586" else 0
        code, year = key["Region"].partition("_")[0], int(key["Tid"])
        wanted = "/".join(key[name] for name in KEYS.get(id_, ("ContentsCode",)))
        value = of(regso_of(code), year).get(wanted, 0)
        if len(code) < DESO and (id_ in COUNTED or wanted == "N"):
            value = value * parts
        if noisy and year >= NOISE_FROM:
            value = max(0, value + crc32("".join(key.values()).encode()) % 5 - 2)
        return value

    return cell


def _by_age(code, year):
    whole = people(code, year)
    return {"totalt": whole, "0-4": round(0.06 * whole), "80+": round(0.05 * whole)}


def _by_background(code, year):
    whole = people(code, year)
    foreign = round(whole * share(code, year, "foreign", 0.05, 0.6))
    return {"1": foreign, "2": whole - foreign, "SA": whole}


def _by_birth(code, year):
    whole = people(code, year)
    abroad = round(whole * share(code, year, "foreign", 0.04, 0.5))
    europe = round(0.4 * abroad)
    return {"SE": whole - abroad, "EU": europe, "OV": abroad - europe, "TOT": whole}


def _households(code, year):
    alone, together = (round(people(code, year) * some) for some in (0.2, 0.25))
    return {"E": alone, "S": together, "TOTALT": alone + together}


def _labour(code, year):
    adults = round(0.55 * people(code, year))
    force = round(0.85 * adults)
    unemployed = round(force * share(code, year, "u", 0.02, 0.2))
    return {"0000089Y": adults, "0000089V": force, "0000089W": unemployed,
            "0000089X": force - unemployed}  # fmt: skip


def _education(code, year):
    adults = round(0.5 * people(code, year))
    low = round(adults * share(code, year, "school", 0.05, 0.3))
    high = round(adults * share(code, year, "school", 0.5, 0.1))
    return {"21": low, "5": high // 3, "6": high - high // 3, "US": 3, "3+4": adults - low - high}


def _tenure(code, year):
    homes = round(0.45 * people(code, year))
    rented = round(homes * share(code, year, "rented", 0, 0.9))
    return {"1": rented, "2": (homes - rented) // 2, "3": homes - rented - (homes - rented) // 2,
            "4": 2}  # fmt: skip


def _net_income(code, year):
    return {"000008A4": round(180 + 5 * (year - 2011) + 200 * part(code, "income"), 1)}


def _quartiles(code, year):
    lowest = round(share(code, year, "income", 45, 10), 1)
    highest = round(share(code, year, "income", 8, 42), 1)
    middle = round((100 - lowest - highest) / 2, 1)
    return {"Q1": lowest, "Q2": middle, "Q3": round(100 - lowest - highest - middle, 1),
            "Q4": highest, "N": round(0.75 * people(code, year))}  # fmt: skip


def _standard(code, year):
    return {"000008AC": round(share(code, year, "income", 35, 4), 1),
            "000008AD": round(share(code, year, "income", 1, 20), 1)}  # fmt: skip


def _index_over(regso):
    """An index that is the mean of its parts, with the types that follow from it."""

    @cache
    def of_year(year):
        areas = regso["2025" if year > 2023 else "2020"]
        bounds = (("income", 35, 4), ("school", 5, 30), ("u", 1, 15))
        parts = np.array([[round(share(code, year, *b), 1) for code in areas] for b in bounds])
        index = parts.mean(axis=0)
        columns = dict(zip(("V1", "V2", "V3"), parts, strict=True))
        columns |= {"000008IT": np.round(index, 1), "000008IU": area_types(index)}
        return {
            code: {id_: float(column[n]) for id_, column in columns.items()}
            for n, code in enumerate(areas)
        }

    return lambda code, year: of_year(year)[code]


NUMBERS = {
    "TAB6685": _standard, "TAB6683": _net_income, "TAB6679": _quartiles,
    "TAB6680": _labour, "TAB5956": _education, "TAB6534": _education, "TAB6258": _tenure,
    "TAB6638": _tenure, "TAB6574": _by_age, "TAB6571": _by_background, "TAB6572": _by_birth,
    "TAB6568": _households,
}  # fmt: skip
KEYS = {
    "TAB5956": ("UtbildningsNiva",), "TAB6534": ("UtbildningsNiva",),
    "TAB6258": ("Upplatelseform",), "TAB6638": ("Upplatelseform",), "TAB6574": ("Alder",),
    "TAB6571": ("UtlBakgrund",), "TAB6572": ("Fodelseregion",), "TAB6568": ("Hushallstyp",),
}  # fmt: skip
