"""An indicator as a picture of a map shows it: its values in a year, or how they changed."""

from dataclasses import dataclass
from functools import cached_property

import pandas

from data.catalogue import Indicator
from data.edition import Coverage
from layouts.classes import class_limits, classes, difference_classes, difference_unit
from layouts.drawings.painted import painted
from layouts.language import text
from layouts.numbers import change, with_unit


@dataclass(frozen=True, eq=False)
class Layer:
    """`values` by area code; where they are changes `since` a year, the `limits` of their classes.

    The values of `broken` areas in the two years cannot be compared, so that no change is shown.
    """

    indicator: Indicator
    coverage: Coverage
    year: int
    values: pandas.Series
    since: int | None = None
    limits: tuple[float, ...] = ()
    broken: frozenset[str] = frozenset()

    def classes(self, language: str) -> list[dict[str, str]]:
        if self.since is not None:
            return difference_classes(self.indicator, self.limits, language)
        return classes(self.indicator, self.coverage, language)

    @cached_property
    def colours(self) -> dict[str, str | None]:
        palette = [one["colour"] for one in self.classes("sv")]
        return painted(self.values, self._limits, palette, self.indicator.decimals)

    @property
    def _limits(self) -> tuple[float, ...]:
        return class_limits(self.indicator, self.coverage) if self.since is None else self.limits

    def unit(self, language: str) -> str:
        if self.since is not None:
            return difference_unit(self.indicator, language)
        return self.indicator.unit.label[language]

    def title(self, language: str) -> str:
        label = self.indicator.label[language]
        if self.since is None:
            return label
        years = text(language, "change_title", since=self.since, year=self.year)
        return f"{label}, {years}"

    def written(self, language: str) -> dict[str, str]:
        """Each value in words, by area code."""
        write = change if self.since is not None else with_unit
        known = self.values.dropna().items()
        said = dict.fromkeys(self.broken, text(language, "border_moved"))
        return said | {
            str(code): write(float(one), self.indicator, language) for code, one in known
        }
