"""What is counted of answers, for all workers together; a count that cannot be kept costs nothing."""

import logging

from prometheus_client import Counter, Histogram

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
REQUESTS = Counter("requests", "Requests answered", ["method", "route", "status"])
LATENCY = Histogram("request_seconds", "Until an answer begins", ["route"], buckets=SECONDS)
CACHED = Counter("cache_answers", "Answers found in the cache, or computed", ["part", "found"])
# Where the rule that answers is noted with a request.
ROUTE = "segregationskartan.route"
# The mark of what the service asks itself, which is not counted as a visit.
WARMING = "segregationskartan.warming"
log = logging.getLogger(__name__)


def request(method: str, route: str, status: int, seconds: float) -> None:
    try:
        REQUESTS.labels(method, route, status).inc()
        LATENCY.labels(route).observe(seconds)
    except OSError as error:
        log.warning("Requests are not counted: %s", error)


def cached(part: str, found: bool) -> None:
    try:
        CACHED.labels(part, "yes" if found else "no").inc()
    except OSError as error:
        log.warning("Answers of the cache are not counted: %s", error)
