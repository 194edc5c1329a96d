"""Numbers as a reader of each language writes them."""

from babel.numbers import format_decimal

from data.catalogue import Category, Indicator

MINUS = "−"


def number(value: float, decimals: int, language: str) -> str:
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    written = format_decimal(
        round(value, decimals) + 0.0, pattern, locale=language, decimal_quantization=True
    )
    return str(written).replace("-", MINUS)


def with_unit(value: float, indicator: Indicator, language: str) -> str:
    """A value as it stands in running text, with its unit; a category by number and name."""
    for category in indicator.categories:
        if category.value == value:
            return numbered(category, language)
    return number(value, indicator.decimals, language) + indicator.unit.suffix[language]


def numbered(category: Category, language: str) -> str:
    return f"{category.value} {category.label[language]}"


def change(value: float, indicator: Indicator, language: str) -> str:
    """A difference between two values, signed."""
    sign = "+" if round(value, indicator.decimals) > 0 else ""
    return sign + number(value, indicator.decimals, language)


def fewest_decimals(value: float, most: int) -> int:
    """How many decimals a round number needs to be written exactly, `most` at the most."""
    return next((d for d in range(most) if round(value, d) == value), most)
