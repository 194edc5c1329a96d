"""Numbers as a reader of each language writes them."""

from functools import cache, lru_cache

from babel import Locale
from babel.numbers import NumberPattern, parse_pattern

from data.catalogue import Category, Indicator

MINUS = "−"
NOTHING = "–"
MOST_KEPT = 50_000


def number(value: float, decimals: int, language: str) -> str:
    return _written(round(value, decimals) + 0.0, decimals, language)


@lru_cache(maxsize=MOST_KEPT)
def _written(rounded: float, decimals: int, language: str) -> str:
    """Kept, as a page may hold thousands of numbers, and the same ones often."""
    written = _pattern(decimals).apply(rounded, _locale(language), decimal_quantization=True)
    return str(written).replace("-", MINUS)


@cache
def _pattern(decimals: int) -> NumberPattern:
    return parse_pattern("#,##0" + ("." + "0" * decimals if decimals else ""))


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language)


def with_unit(value: float, indicator: Indicator, language: str) -> str:
    """A value as it stands in running text, with its unit; a category by number and name."""
    for category in indicator.categories:
        if category.value == value:
            return numbered(category, language)
    written = number(value, indicator.decimals, language)
    return written + indicator.unit.after(written, language)


def numbered(category: Category, language: str) -> str:
    return f"{category.value} {category.label[language]}"


def change(value: float, indicator: Indicator, language: str) -> str:
    """A difference between two values, signed."""
    return signed(value, indicator.decimals, language)


def signed(value: float, decimals: int, language: str) -> str:
    return ("+" if round(value, decimals) > 0 else "") + number(value, decimals, language)


def fewest_decimals(value: float, most: int) -> int:
    """How many decimals a round number needs to be written exactly, `most` at the most."""
    return next((d for d in range(most) if round(value, d) == value), most)
