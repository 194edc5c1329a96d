"""The headers that keep a page to itself: what it may load, who may frame it, what it may use."""

from collections.abc import Sequence

# Pages that are made to stand in other people's pages, and no other.
EMBEDS = ("/sv/inbaddad", "/en/embed")
# The routes of pages that Dash and plotly draw in the browser.
DASH = ("/", "/<path:path>")
UNUSED = (
    "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "gyroscope",
    "magnetometer", "microphone", "midi", "payment", "usb", "xr-spatial-tracking",
)  # fmt: skip
ALWAYS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
)
# A document alone can use what a browser offers; on every file it would weigh more than the file.
OF_PAGES = (
    *ALWAYS,
    ("Permissions-Policy", ", ".join(("geolocation=(self)", *(f"{one}=()" for one in UNUSED)))),
)
# What is no page is drawn by nobody; where it is opened as one, it may do nothing.
NO_PAGE = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
Headers = tuple[tuple[str, str], ...]
REFUSED: Headers = (*ALWAYS, ("Content-Security-Policy", NO_PAGE))


class Policies:
    """The headers of each sort of answer, made once."""

    def __init__(self, script_hashes: Sequence[str], hsts_seconds: int) -> None:
        rules = {
            "default-src": "'none'",
            "script-src": " ".join(("'self'", *script_hashes)),
            "style-src": "'self' 'unsafe-inline'",
            "img-src": "'self' data: blob:",
            "font-src": "'self'",
            "connect-src": "'self'",
            "frame-src": "'self'",
            "manifest-src": "'self'",
            "form-action": "'self'",
            "base-uri": "'none'",
        }
        # Dash and plotly write style sheets into the page; what we write has attributes at most.
        plain = rules | {"script-src": "'self'", "style-src-elem": "'self'"}
        self.drawn = self._page(rules, "'none'", "same-origin")
        self.plain = self._page(plain, "'none'", "same-origin")
        # A page in somebody else's has a drawing and links, and nothing that runs, asks or sends.
        still = dict.fromkeys(("script-src", "connect-src", "frame-src", "form-action"), "'none'")
        self.embed = self._page(plain | still, "*", "cross-origin")
        self.other: Headers = (*REFUSED, ("Cross-Origin-Resource-Policy", "cross-origin"))
        self.hsts = f"max-age={hsts_seconds}; includeSubDomains" if hsts_seconds else None

    def headers(self, path: str, route: str, media: str, secure: bool) -> Headers:
        if not media.startswith("text/html"):
            found = self.other
        elif is_embed(path):
            found = self.embed
        else:
            found = self.drawn if route in DASH else self.plain
        if secure and self.hsts:
            return (*found, ("Strict-Transport-Security", self.hsts))
        return found

    @staticmethod
    def _page(rules: dict[str, str], ancestors: str, others: str) -> Headers:
        policy = rules | {"frame-ancestors": ancestors}
        headers = (
            *OF_PAGES,
            ("Content-Security-Policy", "; ".join(f"{k} {v}" for k, v in policy.items())),
            ("Cross-Origin-Resource-Policy", others),
        )
        if ancestors == "*":
            return headers
        return (*headers, ("X-Frame-Options", "DENY"), ("Cross-Origin-Opener-Policy", others))


def is_embed(path: str) -> bool:
    return any(path == prefix or path.startswith(f"{prefix}/") for prefix in EMBEDS)
