import itertools

import pytest

from data.catalogue import indicators
from layouts import colours
from layouts.colours import class_colours

LEAST_CONTRAST = 1.3


def lightness(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    light, dark = sorted((lightness(one), lightness(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [colours.SEQUENTIAL, colours.DIVERGING, colours.CATEGORIES])
def test_neighbouring_classes_can_be_told_apart_without_hue(palette):
    assert all(contrast(a, b) >= LEAST_CONTRAST for a, b in itertools.pairwise(palette))


def test_the_middle_of_a_diverging_scale_is_its_lightest():
    middle = len(colours.DIVERGING) // 2
    assert max(colours.DIVERGING, key=lightness) == colours.DIVERGING[middle]


@pytest.mark.parametrize("text", [colours.INK, colours.QUIET, colours.ACCENT, colours.COUNTY])
def test_text_colours_can_be_read_on_white(text):
    assert contrast(text, "#ffffff") >= 4.5


@pytest.mark.parametrize("classes", range(1, 7))
def test_every_class_has_a_colour_of_its_own(classes):
    for indicator in indicators().values():
        shown = min(classes, len(indicator.categories) or classes)
        assert len(set(class_colours(indicator, shown))) == shown, indicator.id
