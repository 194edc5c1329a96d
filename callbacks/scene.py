"""The scene of the map, and what of the address could not be shown."""

from typing import Any

from dash import Dash, Input, Output

from data.differences import difference_limits
from layouts import ids
from layouts.notices import notices
from layouts.place import shown
from layouts.scene import scene
from layouts.view import read


def register(app: Dash) -> None:
    app.callback(
        Output(ids.SCENE, "data"),
        Output(ids.NOTICES, "children"),
        Output(ids.SHOWN, "children"),
        Input(ids.ASKED, "data"),
    )(show_scene)


def show_scene(asked: str | None) -> tuple[dict[str, Any], list[object], list[object]]:
    view, missed = read(asked)
    limits = difference_limits(view.indicator, view.level, view.years[0], view.years[-1])
    return scene(view, limits), notices(missed, view.language), shown(view)
