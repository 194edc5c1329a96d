"""Something that an address asked for and that could not be shown."""

from dataclasses import dataclass

LONGEST_QUOTE = 40


@dataclass(frozen=True)
class Notice:
    """Something the address asked for that could not be shown, and what is shown instead."""

    key: str
    asked: str
    shown: str
    indicator: str = ""


def quoted(asked: str) -> str:
    """What was asked, short and printable, to be named on the page."""
    printable = "".join(letter for letter in asked if letter.isprintable())
    return printable if len(printable) <= LONGEST_QUOTE else printable[:LONGEST_QUOTE] + "…"
