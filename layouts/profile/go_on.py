"""Where to go from a profile: other pages on the same area, and its figures as files."""

from dash import html

from layouts import open_data, paths
from layouts.language import text
from layouts.readings import Profile
from layouts.view import name

FORMATS = ("csv", "xlsx", "json", "parquet")


def go_on(profile: Profile, language: str) -> list[object]:
    place = name(profile.place, language)
    return [
        html.Ul(
            [
                html.Li(html.A(text(language, f"go_{id_}", area=place), href=address))
                for id_, address in _pages(profile, language).items()
            ],
            className="go-on",
        ),
        html.P([text(language, "download_all", area=place), " ", *_files(profile)]),
    ]


def _pages(profile: Profile, language: str) -> dict[str, str]:
    """The pages that there are of this kind of area."""
    found = {"map": paths.on_map(language, area=profile.place.code)}
    if profile.place.level.id == "municipality":
        found["report"] = paths.path(paths.REPORT, language, profile.place)
    return found


def _files(profile: Profile) -> list[object]:
    links = [html.A(kind.upper(), href=open_data.of_area(profile.place, kind)) for kind in FORMATS]
    return [part for link in links for part in (link, " ")]
