"""The bar under a map or a chart: download, cite, embed and share what it shows."""

from dash import html

from layouts.language import text
from layouts.paths import SHARE, path

DOWNLOAD, CITE, EMBED, SEND = "download", "cite", "embed", "send"
SCRIPT = "sharing.js"
ACTS = (DOWNLOAD, CITE, EMBED, SEND)


def bar(language: str, of: str, question: str = "") -> html.Div:
    """Links to the page that has all of this; where there is script, it comes in a dialog instead.

    Without a question the bar follows the address of the page that it stands on.
    """
    address = f"{path(SHARE, language)}?of={of}" + (f"&{question}" if question else "")
    links = [
        html.Li(
            html.A(text(language, f"share_{act}"), href=f"{address}#{act}", **{"data-shares": act})
        )
        for act in ACTS
    ]
    words = {
        "data-close": text(language, "share_close"),
        "data-copied": text(language, "share_copied"),
    }
    follows = {} if question else {"data-follows": of}
    return html.Div(
        [html.Ul(links), html.P(className="share-said", role="status")],
        className="sharing",
        role="group",
        **{"aria-label": text(language, f"share_bar_{of}")},
        **words,
        **follows,
    )


def copying(language: str, target: str) -> html.Button:
    """A button that is there where there is script to do it."""
    return html.Button(
        text(language, "share_copy"),
        type="button",
        className="copy",
        hidden=True,
        **{"data-copies": target, "data-copied": text(language, "share_copied")},
    )
