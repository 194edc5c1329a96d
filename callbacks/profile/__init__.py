"""Looks up all that the profile of an area shows, be it Sweden, a county, a municipality or a RegSO."""

from callbacks.profile.beside import (
    compared,
    contributions_year,
    neighbours_of,
    parts_of,
    peers_of,
    small_areas_of,
)
from callbacks.profile.divided import splits_of
from callbacks.profile.figures import figure_of, reading_of
from callbacks.profile.moved import moves_of, together_of
from data.catalogue import indicators
from data.profile import contents
from geo import crosswalk
from geo.areas import Area, ancestors, area, areas, children
from geo.levels import SWEDEN, levels
from geo.support_programme import support_programme
from geo.united import united
from layouts.document import Document
from layouts.drawn import years
from layouts.language import text, within_a_sentence
from layouts.paths import Asked
from layouts.profile import in_short, profile_page
from layouts.readings import Profile, Shades
from layouts.sharing_bar import SCRIPT
from layouts.sharing_paths import portrait
from layouts.view import name

LEAD = 2  # sentences that describe the page to who searches or shares it

__all__ = ["document", "figure_of", "profile_of"]


def document(asked: Asked) -> Document:
    place = asked.area or area(SWEDEN)
    assert place is not None
    profile, language = profile_of(place), asked.language
    kind = text(language, f"profile_{place.level.id}")
    title = text(
        language,
        "profile_title",
        area=name(place, language),
        kind=within_a_sentence(language, kind),
    )
    lead = " ".join(in_short(profile, language)[:LEAD])
    return Document(
        title,
        profile_page(profile, language),
        lead,
        picture=portrait(language, place),
        scripts=(SCRIPT,),
    )


def profile_of(place: Area) -> Profile:
    alike, near, parts = peers_of(place), neighbours_of(place), parts_of(place)
    inside = [one for of_a_level in parts.values() for one in of_a_level]
    return Profile(
        place=place,
        around=ancestors(place),
        in_programme=place.code in support_programme(),
        figures={
            indicator.id: figure_of(indicator, place)
            for indicator in indicators().values()
            if years(indicator, place.level)
        },
        compared=compared(dict.fromkeys((place, *alike, *near, *inside))),
        parts=parts,
        peers=alike,
        neighbours=near,
        small_areas=small_areas_of(place),
        contributions_year=contributions_year(),
        splits=tuple(splits_of(place)),
        borders=_borders(place),
        shades=_shades(place),
        moves=moves_of(place),
        united=united(place.code),
        together=tuple(together_of(place)),
    )


def _borders(place: Area) -> tuple[crosswalk.Change, ...]:
    return tuple(
        change
        for change in crosswalk.changes()
        if place.code in (change.code_2020, change.code_2025)
    )


def _shades(place: Area) -> Shades:
    """The map of a profile: the RegSO of a municipality, or municipalities for a wider area.

    Beside those of a county stand their neighbours, so all municipalities have their values.
    """
    scope = ancestors(place)[-1] if place.level.editions else place
    small = scope.level.id == "municipality"
    drawn = children(scope) if small else tuple(areas(levels()["municipality"]).values())
    indicator = contents().maps[place.level.id]
    return Shades(drawn[0].level, scope, {one.code: reading_of(indicator, one) for one in drawn})
