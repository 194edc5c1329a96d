"""The log: a line for each request with its id, as text or as JSON; never who asked."""

import json
import logging
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

LONGEST_PATH = 200
request_id: ContextVar[str] = ContextVar("request_id", default="-")
log = logging.getLogger("segregationskartan.requests")
# Libraries that write a traceback of their own for each time our cache is not there.
TOLD_BY_US = ("cachelib", "flask-limiter")


def start(form: str, level: str) -> None:
    """Write all that is logged, by us and by gunicorn, in one form."""
    chosen.form = AsJson() if form == "json" else AsText()
    ours = logging.StreamHandler()
    ours.addFilter(is_news)
    logging.basicConfig(level=level, handlers=[ours], force=True)
    for handler in (ours, *logging.getLogger("gunicorn.error").handlers):
        handler.setFormatter(chosen.form)


def is_news(record: logging.LogRecord) -> bool:
    return not (record.name in TOLD_BY_US or "/cachelib/" in record.pathname)


def tell(method: str, path: str, status: int, seconds: float) -> None:
    """A request, without its query, which may hold what a person typed."""
    shown = quote(path[:LONGEST_PATH], safe="/:,-._~@", encoding="latin-1", errors="replace")
    told = {
        "method": method if method.isalpha() else "?",
        "path": shown,
        "status": status,
        "ms": round(seconds * 1000, 1),
    }
    log.info("%(method)s %(path)s %(status)s %(ms)s ms", told, extra={"request": told})


class AsText(logging.Formatter):
    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s [%(request_id)s] %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        record.request_id = request_id.get()
        return super().format(record)


class AsJson(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        told: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "request_id": request_id.get(),
            "message": record.getMessage(),
            **getattr(record, "request", {}),
        }
        if record.exc_info:
            told["traceback"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False)


class Chosen:
    """The form of this process; gunicorn begins to log before it is chosen."""

    form: logging.Formatter = AsText()


chosen = Chosen()
