"""One call over the network, with limits on time and size: the only module that opens a socket."""

import zlib

import urllib3
from urllib3.util import Retry, Timeout

from data.pipeline.sources.clock import Clock
from data.pipeline.sources.errors import PassingFaultError, SourceError
from data.pipeline.sources.request import Answer, Request

USER_AGENT = "Segregationskartan/0.1 (open map of residential segregation in Sweden)"
PASSING = {408, 425, 429, 500, 502, 503, 504}
CHUNK = 65_536
LONGEST_WAIT = 900


class Network:
    """`silence` is how long nothing may come, `patience` how long a whole answer may take."""

    def __init__(
        self,
        clock: Clock,
        *,
        silence: float = 60,
        patience: float = 600,
        largest: int = 512_000_000,
    ) -> None:
        self.clock, self.patience, self.largest = clock, patience, largest
        timeout = Timeout(connect=15, read=silence)
        self.pool = urllib3.PoolManager(timeout=timeout, retries=False, maxsize=1)

    def ask(self, request: Request, conditions: dict[str, str]) -> Answer:
        """The whole answer; PassingFaultError where another attempt may do better."""
        headers = {"User-Agent": USER_AGENT, "Accept": request.media_type, **conditions}
        headers |= {"Accept-Encoding": "gzip"}
        headers |= {"Content-Type": "application/json"} if request.body is not None else {}
        try:
            response = self.pool.request(
                request.method,
                request.address,
                body=request.body,
                headers=headers,
                preload_content=False,
            )
            try:
                answer = self._whole(request, response)
            finally:
                response.close()
        except urllib3.exceptions.HTTPError as error:
            raise PassingFaultError(_connection_fault(error)) from error
        _check_status(request, answer)
        return answer

    def _whole(self, request: Request, response: urllib3.BaseHTTPResponse) -> Answer:
        """Read piece by piece, as an answer that trickles would never meet a read timeout."""
        ends = self.clock.seconds() + self.patience
        body = bytearray()
        for piece in response.stream(CHUNK, decode_content=False):
            body += piece
            if self.clock.seconds() > ends:
                raise PassingFaultError(f"the answer took more than {self.patience:g} s.")
            self._check_size(request, len(body))
        headers = {name.lower(): value for name, value in response.headers.items()}
        encoded = headers.get("content-encoding", "").strip().lower()
        content = self._unpacked(request, bytes(body)) if encoded == "gzip" else bytes(body)
        return Answer(response.status, content, headers)

    def _unpacked(self, request: Request, body: bytes) -> bytes:
        unpacker = zlib.decompressobj(wbits=31)
        try:
            content = unpacker.decompress(body, self.largest + 1)
        except zlib.error as error:
            raise PassingFaultError(f"the gzip of the answer is damaged ({error}).") from error
        self._check_size(request, len(content))
        if not unpacker.eof:
            raise PassingFaultError("the gzip of the answer is cut off.")
        return content

    def _check_size(self, request: Request, size: int) -> None:
        if size > self.largest:
            raise SourceError(
                request.source,
                request.what,
                f"the answer is larger than {self.largest:,} bytes.",
                "Ask for less of it.",
            )


def _connection_fault(error: urllib3.exceptions.HTTPError) -> str:
    no_connection = isinstance(error, urllib3.exceptions.NewConnectionError)
    if isinstance(error, urllib3.exceptions.TimeoutError) and not no_connection:
        return "no answer came in time."
    if isinstance(error, urllib3.exceptions.ProtocolError):
        return f"the connection was cut in the middle of the answer ({error.args[0]})."
    return f"there is no connection ({type(error).__name__})."


def _check_status(request: Request, answer: Answer) -> None:
    if answer.status in (200, 304):
        return
    if answer.status in PASSING:
        wait = _asked_for(answer.headers.get("retry-after"))
        if wait is not None and wait > LONGEST_WAIT:
            raise SourceError(
                request.source,
                request.what,
                f"the source answers {answer.status} and asks for a pause of {wait:,.0f} s.",
                "Fetch again after that; what has come so far is kept.",
            )
        raise PassingFaultError(f"the source answers {answer.status}.", wait, answer.body)
    location = answer.headers.get("location")
    said = f"moved to {location}" if location else _beginning(answer.body)
    raise SourceError(
        request.source,
        request.what,
        f"the source answers {answer.status} ({said}).",
        "See whether its address, or the table's id or codes, have changed.",
    )


def _asked_for(retry_after: str | None) -> float | None:
    """The seconds of a Retry-After, given as a number or a date; None where it says nothing."""
    if retry_after is None:
        return None
    try:
        return Retry(retry_after_max=10**9).parse_retry_after(retry_after)
    except urllib3.exceptions.InvalidHeader:
        return None


def _beginning(body: bytes) -> str:
    return " ".join(body[:200].decode("utf-8", "replace").split()) or "no explanation"
