"""The same job with Shiny for Python: the shapes as inline SVG, made anew for each answer."""

from figures import codes, colour, indicators, limits, of_year, values
from outlines import HEIGHT, WIDTH, outlines
from shiny import App, Inputs, Outputs, Session, render, ui

YEARS = values(indicators()[0])["years"]
PATHS = outlines()

app_ui = ui.page_fluid(
    ui.input_select("indicator", "indicator", indicators()),
    ui.input_slider("year", "year", YEARS[0], YEARS[-1], YEARS[-1], sep=""),
    ui.output_ui("map"),
)


def server(input_: Inputs, output: Outputs, session: Session) -> None:
    @render.ui
    def map() -> ui.Tag:
        indicator = input_.indicator()
        inner = limits(indicator)
        values_of = dict(zip(codes(), of_year(indicator, input_.year()), strict=True))
        return ui.HTML(
            f'<svg id="shapes" viewBox="0 0 {WIDTH} {HEIGHT}" height="800">'
            + "".join(
                f'<path d="{path}" fill="{colour(values_of.get(code), inner)}"/>'
                for code, path in PATHS.items()
            )
            + "</svg>"
        )


app = App(app_ui, server)
