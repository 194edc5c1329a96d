"""JSON read strictly: what is cut off may pass, what is twice or no number never does."""

import json
from typing import Any

from data.pipeline.sources.errors import PassingFaultError, SourceError
from data.pipeline.sources.request import Request


def document(request: Request, body: bytes) -> dict[str, Any]:
    """The object that an answer is; PassingFaultError where the text is no whole JSON."""
    try:
        content = json.loads(
            body.decode("utf-8"), object_pairs_hook=_unique, parse_constant=_no_number
        )
    except _TwiceError as error:
        raise SourceError(
            request.source,
            request.what,
            f"the answer has the key {error.args[0]!r} twice.",
            "The source is at fault; fetch again later.",
        ) from error
    except RecursionError:
        raise wrong(request, "the answer is nested without end.") from None
    except ValueError as error:
        place = f"; it begins {_beginning(body)!r}" if body else ""
        raise PassingFaultError(
            f"the answer is no whole JSON ({error}{place}).", body=body
        ) from None
    if not isinstance(content, dict):
        raise wrong(request, f"the answer is a {type(content).__name__} instead of an object.")
    return content


def wrong(request: Request, fault: str, remedy: str = "") -> SourceError:
    """An answer whose shape is not that of the protocol."""
    remedy = remedy or "Compare it with the protocol; the source may have changed its form."
    return SourceError(request.source, request.what, fault, remedy)


class _TwiceError(Exception):
    """A key that stands twice in one object."""


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        raise _TwiceError(next(name for name in names if names.count(name) > 1))
    return found


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number")


def _beginning(body: bytes) -> str:
    return " ".join(body[:60].decode("utf-8", "replace").split())
