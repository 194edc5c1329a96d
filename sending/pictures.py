"""A drawing as PNG, for those who cannot use SVG."""

import resvg_py

from layouts.drawings.letters import FONT_FILES
from sending.kept import Answer

SVG = "image/svg+xml; charset=utf-8"
PNG = "image/png"
SHARP = 2.0  # so many pixels for one of the drawing, as newspapers and fine screens want
MEDIA = {"svg": SVG, "png": PNG}


def picture(drawing: str, form: str, filename: str | None = None, zoom: float = SHARP) -> Answer:
    """A drawing that stands alone, in one of the two forms."""
    body = png(drawing, zoom) if form == "png" else drawing.encode()
    return Answer(body, MEDIA[form], filename)


def png(drawing: str, zoom: float = SHARP) -> bytes:
    """The pixels; with our own letters alone, so that they are the same on every machine."""
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=drawing, zoom=zoom, skip_system_fonts=True, font_files=FONT_FILES
        )
    )
