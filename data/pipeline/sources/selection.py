"""What is declared, found in what a table says it holds: nothing is assumed that can be read."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.pipeline.sources.declarations import Choice, Dataset, Split
from data.pipeline.sources.errors import SourceError
from data.pipeline.sources.jsonstat import Dimension
from data.pipeline.sources.pxweb import CodeList, PxWeb, Table

REMEDY = "Correct it in tables.toml after reading the table's metadata."
Names = Mapping[str, str]


@dataclass(frozen=True, eq=False)
class Selected:
    """The codes asked for by dimension, and what each becomes: area, year, part of a name."""

    table: Table
    region: str
    codes: Mapping[str, Sequence[str]]
    names: Mapping[str, Names]
    areas: Names
    codelists: Mapping[str, CodeList]

    @property
    def order(self) -> list[str]:
        """Which dimension is cut first: time, then groups, areas last."""
        first = [self.table.time, *(id_ for id_ in self.codes if id_ != self.table.time)]
        return [id_ for id_ in first if id_ != self.region] + [self.region]


@dataclass(frozen=True)
class Choosing:
    source: str
    dataset: Dataset
    table: Table

    def selected(self, pxweb: PxWeb) -> Selected:
        """The selection; SourceError where metadata and declaration disagree."""
        region = self._region()
        areas, codelists = self._areas(pxweb, region)
        names: dict[str, Names] = {}
        for id_, dimension in self.table.dimensions.items():
            if id_ == self.table.metric:
                names[id_] = self._chosen(id_, dimension, self.dataset.declaration.contents)
            elif id_ not in (region, self.table.time):
                names[id_] = self._split(id_, dimension, self._declared(id_, dimension))
        self._check_all_declared(region)
        codes = {region: list(areas), **{id_: list(chosen) for id_, chosen in names.items()}}
        codes[self.table.time] = self._years()
        return Selected(self.table, region, codes, names, areas, codelists)

    def _region(self) -> str:
        found = [id_ for id_ in self.table.dimensions if id_.casefold() == "region"]
        if len(found) != 1:
            raise self.fault(f"there is no dimension Region among {list(self.table.dimensions)}.")
        return found[0]

    def _areas(self, pxweb: PxWeb, region: str) -> tuple[Names, dict[str, CodeList]]:
        edition = self.dataset.edition
        there_are = {id_.casefold(): id_ for id_ in self.table.codelists[region]}
        lists = [
            there_are[id_.casefold()] for id_ in edition.codelists if id_.casefold() in there_are
        ]
        if edition.codelists and not lists:
            raise self.fault(
                f"it has none of the code lists {', '.join(edition.codelists)}, "
                f"but {', '.join(there_are.values()) or 'none at all'}.",
                "Correct editions.toml, or take the edition out of the table in tables.toml.",
            )
        codelist = pxweb.codelist(lists[0], self.table) if lists else None
        codes = codelist.codes if codelist else self.table.dimensions[region].codes
        areas = {code: code.removesuffix(edition.suffix) for code in codes}
        if not codelist:
            areas = {code: area for code, area in areas.items() if re.fullmatch(edition.code, area)}
        self._check_areas(areas)
        return areas, {region: codelist} if codelist else {}

    def _check_areas(self, areas: Names) -> None:
        edition = self.dataset.edition
        remedy = "Correct editions.toml, or wait until SCB's list is whole."
        for code, area in areas.items():
            if not re.fullmatch(edition.code, area):
                raise self.fault(f"{code!r} is no area of the level {edition.level!r}.", remedy)
        if len(set(areas.values())) != len(areas) or len(areas) != edition.areas:
            raise self.fault(
                f"there are {len(set(areas.values()))} areas in {len(areas)} codes, where "
                f"{edition.areas} are expected.",
                remedy,
            )

    def _years(self) -> list[str]:
        """Those of the table that belong to the edition; a lost year stops the fetch."""
        codes = self.table.dimensions[self.table.time].codes
        odd = [code for code in codes if not re.fullmatch(r"\d{4}", code)]
        if odd:
            raise self.fault(f"{odd[0]!r} is no year.")
        first, last = self.dataset.declaration.years
        lost = sorted(set(range(first, last + 1)) - set(map(int, codes)))
        if lost:
            raise self.fault(f"the year {lost[0]} is gone ({len(lost)} in all).")
        low, high = self.dataset.edition.years
        inside = sorted(code for code in codes if max(low, first) <= int(code) <= high)
        if not inside:
            raise self.fault(f"it has no year from {low} to {high}.")
        return inside

    def _declared(self, id_: str, dimension: Dimension) -> Split:
        splits = self.dataset.declaration.dimensions
        found = [name for name in splits if _is(name, id_) or _is(name, dimension.label)]
        if len(found) != 1:
            raise self.fault(
                f"the dimension {id_} ({dimension.label}) is declared {len(found)} times."
            )
        return splits[found[0]]

    def _check_all_declared(self, region: str) -> None:
        there_are = self.table.dimensions.items()
        for name in self.dataset.declaration.dimensions:
            if not any(_is(name, id_) or _is(name, one.label) for id_, one in there_are):
                raise self.fault(f"it has no dimension {name!r}, but {list(dict(there_are))}.")

    def _split(self, id_: str, dimension: Dimension, split: Split) -> Names:
        if split.total:
            return {self._code(id_, dimension, split.total): ""}
        names = dict(self._chosen(id_, dimension, split.values))
        for code, label in dimension.labels.items():
            if split.each is not None and (_is(split.each, code) or _is(split.each, label)):
                names.setdefault(code, split.prefix + re.sub(r"\W+", "_", code).strip("_"))
        for code, label in dimension.labels.items():
            aside = split.aside is not None and (_is(split.aside, code) or _is(split.aside, label))
            if (code in names) == aside:
                fault = "both used and left aside" if aside else "not declared"
                raise self.fault(f"the value {code!r} ({label}) of {id_} is {fault}.")
        return names

    def _chosen(self, id_: str, dimension: Dimension, choices: Mapping[str, Choice]) -> Names:
        names = {self._code(id_, dimension, choice): name for name, choice in choices.items()}
        if len(names) != len(choices):
            raise self.fault(f"two of {', '.join(choices)} are the same value of {id_}.")
        return names

    def _code(self, id_: str, dimension: Dimension, choice: Choice) -> str:
        listed = "; ".join(f"{code} {label}" for code, label in dimension.labels.items())[:600]
        if choice.code is not None:
            label = dimension.labels.get(choice.code)
            if label is None:
                raise self.fault(f"{id_} has no code {choice.code!r}. It has: {listed}.")
            if choice.name is not None and not _is(choice.name, label):
                raise self.fault(
                    f"{choice.code} of {id_} is called {label!r}, not {choice.name!r}."
                )
            return choice.code
        found = [code for code, label in dimension.labels.items() if _is(str(choice.name), label)]
        if len(found) != 1:
            raise self.fault(
                f"{choice.name!r} is {len(found)} values of {id_} instead of one. It has: {listed}."
            )
        return found[0]

    def fault(self, fault: str, remedy: str = REMEDY) -> SourceError:
        declaration = self.dataset.declaration
        doubt = (
            f" (Declared as uncertain: {declaration.uncertain}.)" if declaration.uncertain else ""
        )
        return SourceError(self.source, declaration.table, f"{fault}{doubt}", remedy)


def _is(pattern: str, text: str) -> bool:
    return re.fullmatch(pattern, text.strip(), re.IGNORECASE) is not None
