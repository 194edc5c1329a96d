"""The page of a profile: its head, its contents, and the sections of its kind."""

from dash import html

from data.profile import contents
from layouts import paths
from layouts.language import text
from layouts.numbers import with_unit
from layouts.paths import on_map
from layouts.profile.sections import SECTIONS
from layouts.readings import Profile
from layouts.view import name


def profile_page(profile: Profile, language: str) -> html.Main:
    titles = {id_: title(id_, profile, language) for id_ in contents().sections[kind(profile)]}
    return html.Main(
        [
            _head(profile, language),
            _contents(titles, language),
            *(
                html.Section([html.H2(said), *SECTIONS[id_](profile, language)], id=id_)
                for id_, said in titles.items()
            ),
        ],
        id="main",
        className="document profile",
    )


def kind(profile: Profile) -> str:
    return profile.place.level.id


def title(id_: str, profile: Profile, language: str) -> str:
    plural = profile.place.level.plural[language]
    return text(language, f"section_{id_}", plural=plural, area=name(profile.place, language))


def _head(profile: Profile, language: str) -> html.Header:
    place = name(profile.place, language)
    badge = html.P(text(language, "in_programme"), className="badge")
    return html.Header(
        [
            *_breadcrumb(profile, language),
            html.P(text(language, f"profile_{kind(profile)}"), className="eyebrow"),
            html.H1(place),
            html.P(_line(profile, language), className="profile-line"),
            *([badge] if profile.in_programme else []),
            html.P(
                html.A(
                    text(language, "show_on_map", area=place),
                    href=on_map(language, area=profile.place.code),
                    className="to-map",
                )
            ),
        ],
        className="profile-head",
    )


def _breadcrumb(profile: Profile, language: str) -> list[object]:
    """The way to the profiles of the wider areas."""
    if not profile.around:
        return []
    steps = [
        html.Li(html.A(name(wider, language), href=paths.profile(language, wider)))
        for wider in profile.around
    ]
    here = html.Li(html.Span(name(profile.place, language), **{"aria-current": "location"}))
    label = {"aria-label": text(language, "breadcrumb")}
    return [html.Nav(html.Ol([*steps, here]), className="breadcrumb", **label)]


def _line(profile: Profile, language: str) -> str:
    counted = profile.figures["population"]
    population = with_unit(counted.newest.value or 0, counted.indicator, language)
    said = text(language, "profile_line", population=population, year=counted.year)
    own = profile.own
    code = [text(language, "profile_code", code=profile.place.code)] if own else []
    return " · ".join([said, *code])


def _contents(titles: dict[str, str], language: str) -> html.Nav:
    links = [html.Li(html.A(said, href=f"#{id_}")) for id_, said in titles.items()]
    return html.Nav(
        html.Ul(links), className="on-this-page", **{"aria-label": text(language, "contents")}
    )
