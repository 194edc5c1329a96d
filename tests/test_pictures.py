from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from layouts.drawings.sheet import Told, sheet
from layouts.drawings.svg import Drawing, element
from sending.pictures import picture, png

TOLD = Told("Bostadssegregation i Malmö", "Index, 2023", ["Källa: SCB"], "Segregationskartan")


def pixels(drawn):
    return np.asarray(Image.open(BytesIO(drawn)).convert("L")).astype(int)


def test_a_png_is_twice_as_large_as_the_drawing():
    drawn = sheet(Drawing(500, 100, ""), TOLD)
    width, height = Image.open(BytesIO(png(drawn))).size
    assert (width, height) == (2 * (500 + 56), 2 * int(drawn.split('height="')[1].split('"')[0]))


@pytest.mark.parametrize(
    "letters", ["Malmö", "Jåhkåmåhkke", "ŋ", "33,5 % −1 – ≥ ”å”", "Gällivare · Váhtjer"]
)
def test_letters_are_really_drawn(letters):
    """Where a font lacks a letter, or there is none, resvg leaves it out in silence."""
    for each in letters.replace(" ", ""):
        text = element("text", each, x=10, y=40, font_size=40, font_family="'Kartan Sans'")
        drawn = element("svg", text, xmlns="http://www.w3.org/2000/svg", width=60, height=60)
        drawn = drawn.replace("<text", '<rect width="60" height="60" fill="#fff"/><text')
        assert (pixels(png(drawn)) < 100).sum() > 20, each


def test_semibold_is_bolder():
    def ink(weight):
        text = element(
            "text",
            "Malmö",
            x=5,
            y=40,
            font_size=30,
            font_weight=weight,
            font_family="'Kartan Sans'",
        )
        ground = element("rect", width=120, height=60, fill="#fff")
        return (
            pixels(
                png(
                    element(
                        "svg",
                        ground + text,
                        xmlns="http://www.w3.org/2000/svg",
                        width=120,
                        height=60,
                    )
                )
            )
            < 128
        ).sum()

    assert ink(600) > 1.15 * ink(400)


def test_a_picture_names_what_it_is():
    assert picture("<svg/>", "svg").media == "image/svg+xml; charset=utf-8"
    assert picture(sheet(Drawing(10, 10, ""), TOLD), "png").body.startswith(b"\x89PNG")
