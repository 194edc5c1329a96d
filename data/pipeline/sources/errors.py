"""What stops a fetch, and what is worth another attempt."""

from data.pipeline.errors import PipelineError


class SourceError(PipelineError):
    """A source cannot be used: names source, what was asked for, the fault and the remedy."""

    def __init__(self, source: str, what: str, fault: str, remedy: str) -> None:
        super().__init__(f"{source}, {what}: {fault} {remedy}")
        self.source, self.what, self.fault, self.remedy = source, what, fault, remedy


class PassingFaultError(Exception):
    """A fault that another attempt may not meet.

    `wait` is how many seconds the source asks for, `body` what it answered.
    """

    def __init__(self, fault: str, wait: float | None = None, body: bytes = b"") -> None:
        super().__init__(fault)
        self.fault, self.wait, self.body = fault, wait, body
