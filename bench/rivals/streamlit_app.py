"""The same job with Streamlit and pydeck."""

import pydeck
import streamlit as st
from figures import boundaries, codes, colour, indicators, limits, of_year, values


def rgb(hex_: str) -> list[int]:
    return [int(hex_[at : at + 2], 16) for at in (1, 3, 5)]


st.set_page_config(layout="wide")
indicator = st.radio("indicator", indicators(), horizontal=True)
years = values(indicator)["years"]
year = st.radio("year", years[-6:], index=len(years[-6:]) - 1, horizontal=True)
inner = limits(indicator)
colours = {
    code: rgb(colour(value, inner))
    for code, value in zip(codes(), of_year(indicator, year), strict=True)
}
features = [
    {**feature, "properties": {"fill": colours.get(feature["id"], [200, 206, 209])}}
    for feature in boundaries()["features"]
]
layer = pydeck.Layer(
    "GeoJsonLayer",
    {"type": "FeatureCollection", "features": features},
    get_fill_color="properties.fill",
    get_line_color=[255, 255, 255],
    line_width_min_pixels=0.5,
)
view = pydeck.ViewState(latitude=62.5, longitude=16.5, zoom=3.6)
st.pydeck_chart(
    pydeck.Deck([layer], initial_view_state=view, map_provider=None, map_style=None), height=700
)
st.markdown(f"shown: {indicator} {year}")
