"""Makes the letters that the server draws pictures with: python -m deploy.fonts SourceSans3[wght].ttf

A picture is drawn where no typeface is installed. Two weights are cut out of the variable font, with
the letters of our languages alone, and how wide each letter is, so that words can be placed. The
licence reserves the name "Source" for the whole typeface; what is cut out of it has another.
"""

import json
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FOLDER = Path(__file__).parents[1] / "layouts" / "drawings" / "fonts"
FAMILY = "Kartan Sans"
WEIGHTS = {"Regular": 400, "Semibold": 600}
# Latin with the letters of Sami, Finnish and other place names, dashes, quotes and mathematics.
LETTERS = [*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2027), 0x2030, 0x2032]
SIGNS = "ȳΔΣη−√∞≈≤≥→←↑↓₀₁₂₃₄₅₆₇₈₉⁰⁴⁵⁶⁷⁸⁹⁻€"


def cut(source: str, style: str, weight: int) -> TTFont:
    """One weight, with our letters alone."""
    font = instantiateVariableFont(TTFont(source), {"wght": weight})
    options = Options(layout_features=["kern", "mark", "mkmk"], hinting=False, name_IDs=[0, 13, 14])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[*LETTERS, *map(ord, SIGNS)])
    subsetter.subset(font)
    whole = {1: FAMILY, 2: style, 4: f"{FAMILY} {style}", 6: f"KartanSans-{style}"}
    for name, words in (whole | {16: FAMILY, 17: style}).items():
        font["name"].setName(words, name, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    return font


def widths(font: TTFont) -> dict[str, int]:
    """How wide each letter is, in thousandths of the size."""
    scale = 1000 / font["head"].unitsPerEm
    return {
        chr(code): round(font["hmtx"][glyph][0] * scale)
        for code, glyph in sorted(font.getBestCmap().items())
    }


def main(source: str) -> None:
    FOLDER.mkdir(exist_ok=True)
    measured = {}
    for style, weight in WEIGHTS.items():
        font = cut(source, style, weight)
        path = FOLDER / f"kartan-sans-{style.lower()}.ttf"
        font.save(path)
        measured[str(weight)] = widths(font)
        print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")
    written = json.dumps(measured, ensure_ascii=False, indent=0)
    (FOLDER / "widths.json").write_text(written + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
