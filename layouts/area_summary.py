"""Sentences by rules on what only some areas have: a type, a part in the segregation, a split."""

from data.catalogue import units
from data.profile import contents
from geo.areas import Area
from layouts.language import text, within_a_sentence
from layouts.numbers import number
from layouts.readings import Profile, Reading, SmallArea, Split
from layouts.view import name

DECIMALS = 1


def type_sentence(own: SmallArea, language: str) -> str:
    """The type of a RegSO in the newest year, and whether it was another before."""
    before, now = own.type_before, own.readings[-1]
    if now.value is None:
        return text(language, "type_none", reason=now.written(language), year=now.year)
    said = text(language, "type_now", type=_in_sentence(now, language), year=now.year)
    if before.value is None or before.year == now.year:
        return said
    key = "type_was_same" if before.value == now.value else "type_was_other"
    was = text(language, key, type=_in_sentence(before, language), year=before.year)
    return f"{said} {was}"


def part_sentence(own: SmallArea, profile: Profile, language: str) -> str:
    """What a RegSO adds to the segregation of its municipality, beside its part of the people."""
    municipality = profile.around[-1].name
    groups = contents().contributions.label[language]
    if own.part is None:
        return text(language, "part_none", area=municipality, groups=groups)
    people = sum(one.readings[0].value or 0 for one in profile.small_areas)
    said = text(
        language,
        "part_share",
        share=percent(own.part.share, language),
        people=percent((own.readings[0].value or 0) / people, language),
        area=municipality,
        groups=groups,
        year=profile.contributions_year,
        position=own.part.position,
        of=own.part.of,
    )
    if own.part.more_of is None or round(100 * own.part.share, DECIMALS) == 0:
        return said
    group = own.part.more_of.label[language]
    return f"{said} {text(language, 'part_more_of', group=group)}"


def split_sentence(split: Split, place: Area, language: str) -> str:
    """How much of the segregation of a wider area lies inside its municipalities."""
    year = int(split.shares.index[-1])
    within = float(split.shares.iloc[-1]["within_municipality"])
    return text(
        language,
        "split_within",
        groups=split.grouping.label[language],
        area=name(place, language),
        year=year,
        within=percent(within, language),
        between=percent(1 - within, language),
    )


def _in_sentence(value: Reading, language: str) -> str:
    """A category by its number, its name in brackets."""
    label = next(c.label[language] for c in value.indicator.categories if c.value == value.value)
    return f"{int(value.value or 0)} ({within_a_sentence(language, label)})"


def percent(share: float, language: str) -> str:
    return number(100 * share, DECIMALS, language) + units()["percent"].suffix[language]
