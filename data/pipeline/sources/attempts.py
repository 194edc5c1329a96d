"""Asking again after a passing fault: later each time, never at the same moment as others."""

from collections.abc import Callable
from typing import TypeVar

from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt
from tenacity.wait import wait_exponential_jitter

from data.pipeline.sources.clock import Clock
from data.pipeline.sources.errors import PassingFaultError, SourceError
from data.pipeline.sources.request import Request

ATTEMPTS = 6
BACK_OFF = wait_exponential_jitter(multiplier=2, max=120, jitter=2)
T = TypeVar("T")


def attempted(request: Request, ask: Callable[[], T], clock: Clock) -> T:
    """What `ask` returns in the first attempt without a passing fault."""
    retrying = Retrying(
        retry=retry_if_exception_type(PassingFaultError),
        stop=stop_after_attempt(ATTEMPTS),
        wait=_wait,
        sleep=clock.sleep,
        reraise=True,
    )
    try:
        return retrying(ask)
    except PassingFaultError as error:
        raise SourceError(
            request.source,
            request.what,
            f"{error.fault[0].upper()}{error.fault[1:]} This was attempt {ATTEMPTS}.",
            "Try again later; what has come so far is kept.",
        ) from error


def _wait(state: RetryCallState) -> float:
    """At least what the source asks for, and longer each time."""
    outcome = state.outcome.exception() if state.outcome else None
    asked = outcome.wait if isinstance(outcome, PassingFaultError) else None
    return max(asked or 0.0, BACK_OFF(state))
