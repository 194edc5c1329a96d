"""How something of ours is put on another site: its choices, a preview, and the code to copy."""

from html import escape

from dash import html

from data.edition import Edition
from layouts.forms import tag
from layouts.language import text
from layouts.sharing_bar import EMBED as ACT
from layouts.sharing_bar import copying
from layouts.sharing_paths import (
    COMPARISON,
    COURSE,
    EMBED,
    MAP,
    MAPS,
    PROGRAMME,
    RANKING,
    RELATION,
    SERIES,
    SPLIT,
    TYPES,
    shared,
)
from layouts.taken import Taken

CODE = (
    '<iframe src="{src}" title="{title}" loading="lazy" '
    'style="width:100%;max-width:{width};{shape};border:0"></iframe>'
)
WIDTHS = ("400px", "640px", "800px", "100%")
USUAL = "640px"
# Whatever its shape, the page in the frame fills it: the drawing takes what the words leave. The
# least height is what words and a drawing that can be read need in a frame of 320 pixels.
SHAPE = "aspect-ratio:{ratio};min-height:{least}px;max-height:{most}px"
SHAPES = {
    MAP: {"ratio": "4/5", "least": 700, "most": 820},
    SERIES: {"ratio": "4/3", "least": 560, "most": 700},
    COMPARISON: {"ratio": "4/3", "least": 600, "most": 740},
    MAPS: {"ratio": "4/3", "least": 900, "most": 900},
    PROGRAMME: {"ratio": "4/3", "least": 640, "most": 760},
    RANKING: {"ratio": "4/3", "least": 760, "most": 760},
    RELATION: {"ratio": "4/3", "least": 620, "most": 780},
    TYPES: {"ratio": "3/2", "least": 560, "most": 600},
    SPLIT: {"ratio": "3/2", "least": 560, "most": 600},
    COURSE: {"ratio": "4/3", "least": 560, "most": 700},
}


def embed(taken: Taken, edition: Edition, site: str) -> html.Section:
    language, of = taken.language, taken.of
    live, frozen = (site + shared(EMBED, of, taken.asked, edition=pin) for pin in ("", edition.id))
    code = CODE.replace("{shape}", SHAPE.format(**SHAPES[of]))
    chosen = {"title": escape(taken.title), "width": USUAL}
    return html.Section(
        [
            html.H2(text(language, f"share_{ACT}"), id=f"{ACT}-title"),
            html.Div(
                [_editions(language, edition), _widths(language)],
                className="choices",
                hidden=True,
            ),
            html.Label(text(language, "embed_code"), htmlFor="embed-code"),
            _code("embed-code", code.format(src=escape(live), **chosen)),
            copying(language, "embed-code"),
            html.Div(
                [
                    html.Label(text(language, "embed_code_frozen"), htmlFor="embed-code-frozen"),
                    _code("embed-code-frozen", code.format(src=escape(frozen), **chosen)),
                ],
                className="without-script",
            ),
            html.H3(text(language, "embed_preview")),
            _preview(taken),
        ],
        id=ACT,
        **{
            "aria-labelledby": f"{ACT}-title",
            "data-code": code,
            "data-title": taken.title,
            "data-live": live,
            "data-frozen": frozen,
        },
    )


def _preview(taken: Taken) -> html.Iframe:
    shape = SHAPES[taken.of]
    return html.Iframe(
        src=shared(EMBED, taken.of, taken.asked),
        title=text(taken.language, "embed_preview_of", title=taken.title),
        className="preview",
        style={
            "aspectRatio": shape["ratio"],
            "minHeight": f"{shape['least']}px",
            "maxHeight": f"{shape['most']}px",
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


def _widths(language: str) -> html.Div:
    options = [
        html.Option(
            text(language, "embed_whole") if width == "100%" else width.replace("px", " px"),
            value=width,
            selected=width == USUAL,
        )
        for width in WIDTHS
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
