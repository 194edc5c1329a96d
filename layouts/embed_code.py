"""How a map or a chart is put on another site: its choices, a preview, and the code to copy."""

import json
from html import escape

from dash import html

from data.edition import Edition
from layouts.forms import tag
from layouts.language import text
from layouts.sharing import place
from layouts.sharing_bar import EMBED as ACT
from layouts.sharing_bar import copying
from layouts.sharing_paths import EMBED, shared
from layouts.view import View

CODE = (
    '<iframe src="{src}" title="{title}" loading="lazy" '
    'style="width:100%;max-width:{width};height:{height}px;border:0"></iframe>'
)
USUAL = "640px"
# How tall the page is that is framed, by how wide it may be: drawing, legend and sources.
HEIGHTS = {
    "map": {"400px": 1080, "640px": 1080, "800px": 1000, "100%": 1000},
    "series": {"400px": 760, "640px": 720, "800px": 700, "100%": 700},
}


def embed(view: View, of: str, edition: Edition, site: str) -> html.Section:
    language = view.language
    live, frozen = (site + shared(EMBED, of, view, edition=pin) for pin in ("", edition.id))
    title = f"{view.indicator.label[language]}: {place(view, of)}"
    chosen = {"title": escape(title), "width": USUAL, "height": HEIGHTS[of][USUAL]}
    return html.Section(
        [
            html.H2(text(language, f"share_{ACT}"), id=f"{ACT}-title"),
            html.Div(
                [_editions(language, edition), _widths(language, of)],
                className="choices",
                hidden=True,
            ),
            html.Label(text(language, "embed_code"), htmlFor="embed-code"),
            _code("embed-code", CODE.format(src=escape(live), **chosen)),
            copying(language, "embed-code"),
            html.Div(
                [
                    html.Label(text(language, "embed_code_frozen"), htmlFor="embed-code-frozen"),
                    _code("embed-code-frozen", CODE.format(src=escape(frozen), **chosen)),
                ],
                className="without-script",
            ),
            html.H3(text(language, "embed_preview")),
            html.Iframe(
                src=shared(EMBED, of, view),
                title=text(language, "embed_preview_of", title=title),
                className="preview",
                height=str(HEIGHTS[of][USUAL]),
            ),
        ],
        id=ACT,
        **{
            "aria-labelledby": f"{ACT}-title",
            "data-code": CODE,
            "data-title": title,
            "data-live": live,
            "data-frozen": frozen,
            "data-heights": json.dumps(HEIGHTS[of]),
        },
    )


def _editions(language: str, edition: Edition) -> html.Fieldset:
    return html.Fieldset(
        [
            html.Legend(text(language, "embed_figures")),
            *(
                html.Label(
                    [
                        tag("input", type="radio", name="edition", value=kind, checked=checked),
                        html.Span(text(language, f"embed_{kind}", edition=edition.id)),
                    ]
                )
                for kind, checked in (("live", "checked"), ("frozen", None))
            ),
        ]
    )


def _widths(language: str, of: str) -> html.Div:
    options = [
        html.Option(
            text(language, "embed_whole") if width == "100%" else width.replace("px", " px"),
            value=width,
            selected=width == USUAL,
        )
        for width in HEIGHTS[of]
    ]
    return html.Div(
        [
            html.Label(text(language, "embed_width"), htmlFor="embed-width"),
            html.Select(options, id="embed-width"),
        ],
        className="field",
    )


def _code(named: str, code: str) -> html.Textarea:
    return html.Textarea(code, id=named, readOnly="readonly", rows=5, className="code")
