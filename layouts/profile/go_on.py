"""Where to go from a profile: other pages on the same area, and its figures as files."""

from collections.abc import Iterator

from dash import html

from data.profile import contents
from layouts import open_data, paths, question
from layouts.language import text
from layouts.readings import Profile
from layouts.view import name

FORMS = ("xlsx", "csv", "json", "parquet")


def go_on(profile: Profile, language: str) -> list[object]:
    links = [html.Li(html.A(said, href=address)) for said, address in _pages(profile, language)]
    place = name(profile.place, language)
    return [
        html.Ul(links, className="go-on"),
        html.P([text(language, "download_all", area=place), " ", *_files(profile)]),
    ]


def _pages(profile: Profile, language: str) -> Iterator[tuple[str, str]]:
    """The pages that there are of this kind of area, in words."""
    of, place = profile.place, name(profile.place, language)
    yield text(language, "go_map", area=place), paths.on_map(language, area=of.code)
    alike = ",".join(one.code for one in (of, *profile.peers))
    if profile.peers:
        said = text(language, "go_compare_alike", area=place, plural=of.level.plural[language])
    else:
        said = text(language, "go_compare", area=place)
    yield said, _asking(paths.COMPARE, language, areas=alike)
    if profile.in_programme:
        indicator = contents().programme.id
        address = _asking(paths.COMPARE, language, areas=alike, indicator=indicator)
        yield text(language, "go_programme", area=place), f"{address}#before_after"
    if profile.own is None:
        yield _ranking(profile, language)
    if of.level.id == "municipality":
        yield text(language, "go_report", area=place), paths.path(paths.REPORT, language, of)


def _ranking(profile: Profile, language: str) -> tuple[str, str]:
    """The areas that the map of the profile shows, ranked by what it shows."""
    level, place = profile.shades.level, name(profile.place, language)
    within = profile.place.code if profile.place.parent else None
    address = _asking(
        paths.RANKING,
        language,
        indicator=contents().maps[profile.place.level.id].id,
        level=level.id,
        within=within,
    )
    plural = level.plural[language]
    said = text(language, "go_ranking", plural=plural[0].upper() + plural[1:], area=place)
    return said, address


def _asking(page: str, language: str, **asked: object) -> str:
    return f"{paths.path(page, language)}?{question.query(**asked)}"


def _files(profile: Profile) -> list[object]:
    links = [html.A(form.upper(), href=open_data.of_area(profile.place, form)) for form in FORMS]
    return [part for link in links for part in (link, " ")]
