"""What is drawn in the browser alone, by the functions in `assets/`."""

from dash import ClientsideFunction, Dash, Input, Output, State

from layouts import ids


def register(app: Dash) -> None:
    app.clientside_callback(
        ClientsideFunction("address", "read"),
        Output(ids.ASKED, "data"),
        Output(ids.YEAR, "data"),
        Input(ids.URL, "href"),
        State(ids.ASKED, "data"),
    )
    app.clientside_callback(
        ClientsideFunction("map", "show"),
        Output(ids.MAP, "figure"),
        Input(ids.SCENE, "data"),
        Input(ids.YEAR, "data"),
    )
    app.clientside_callback(
        ClientsideFunction("facts", "show"),
        Output(ids.DONE, "data"),
        Input(ids.FACTS, "data"),
        Input(ids.YEAR, "data"),
        Input(ids.PLACE, "children"),
    )
    app.clientside_callback(
        ClientsideFunction("facts", "series"),
        Output(ids.SERIES, "figure"),
        Input(ids.SERIES_STORE, "data"),
        Input(ids.YEAR, "data"),
    )
