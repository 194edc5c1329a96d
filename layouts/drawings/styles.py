"""How lines are told apart: by colour, by dash, and by the name at their end."""

from collections.abc import Sequence
from dataclasses import dataclass

from layouts import colours
from layouts.labels import Line


@dataclass(frozen=True)
class Style:
    """`kind` names the line in style sheets, so that a dark page can give it another colour."""

    kind: str
    colour: str
    width: float = 2.0
    dash: str | None = None
    weight: int = 400


ROLES = {
    "chosen": Style("chosen", colours.ACCENT, 3.0, None, 600),
    "municipality": Style("around", colours.COUNTY),
    "county": Style("around", colours.COUNTY, 2.0, "2 4"),
    "sweden": Style("ground", colours.INK, 1.75, "7 5"),
    "median": Style("ground", colours.INK, 1.75, "7 5"),
}
# Of areas that are compared none is the first; each colour can be read as text on white.
COMPARED = "compared"
EACH = (
    ("#b0421a", None),
    ("#143f66", None),
    ("#1c7340", "8 4"),
    ("#6a2478", "8 4"),
    ("#7d4a0d", "2 4"),
    ("#0b6b78", "2 4"),
    ("#a3164f", "8 4 2 4"),
    ("#46525c", "8 4 2 4"),
)


def styles(lines: Sequence[Line]) -> list[Style]:
    """The style of each line; those compared take turns."""
    found, turn = [], 0
    for line in lines:
        if line.role == COMPARED:
            colour, dash = EACH[turn % len(EACH)]
            found.append(Style(f"{turn % len(EACH) + 1}", colour, 2.25, dash, 600))
            turn += 1
        else:
            found.append(ROLES[line.role])
    return found
