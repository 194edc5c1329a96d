"""A profile in plain sentences, made by rules from what is published."""

from data.profile import contents
from layouts.area_summary import part_sentence, split_sentence, type_sentence
from layouts.readings import Profile
from layouts.summary import sentences


def in_short(profile: Profile, language: str) -> list[str]:
    said = [
        sentences(phrase, profile.figures[phrase.indicator.id], profile.place, language)
        for phrase in contents().summary
        if phrase.indicator.id in profile.figures
    ]
    own = profile.own
    if own:
        said += [type_sentence(own, language), part_sentence(own, profile, language)]
    said += [split_sentence(split, profile.place, language) for split in profile.splits[:1]]
    return said
