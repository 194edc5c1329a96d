"""The ordinary way with Dash: px.choropleth with the boundaries inline, made anew for each answer."""

import plotly.express as px
import plotly.graph_objects as go
from dash import Dash, Input, Output, dcc, html
from figures import boundaries, codes, indicators, of_year, values

app = Dash(__name__)
server = app.server
YEARS = values(indicators()[0])["years"]
app.layout = html.Div(
    [
        dcc.Dropdown(indicators(), indicators()[0], id="indicator", clearable=False),
        dcc.Slider(YEARS[0], YEARS[-1], 1, value=YEARS[-1], id="year"),
        dcc.Graph(id="map", style={"height": "80vh"}),
    ]
)


@app.callback(Output("map", "figure"), Input("indicator", "value"), Input("year", "value"))
def show(indicator: str, year: int) -> go.Figure:
    figure = px.choropleth(
        geojson=boundaries(),
        locations=codes(),
        color=of_year(indicator, year),
        color_continuous_scale="Oranges",
        projection="transverse mercator",
    )
    figure.update_geos(fitbounds="locations", visible=False)
    figure.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0})
    return figure
