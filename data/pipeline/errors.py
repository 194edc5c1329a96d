"""What stops the pipeline before anything is published."""

SHOWN = 20


class PipelineError(Exception):
    """The figures cannot be published as they are."""


class InputError(PipelineError):
    """A file of the input has faults; the message names file, line and fault of the first."""


class NoFiguresError(PipelineError):
    """Something declared is made of figures that the input does not have."""


class CheckError(PipelineError):
    """What was computed does not agree with what is known."""


class Faults:
    """Faults of the input, collected so that one run shows many."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def add(self, file: str, line: int | None, fault: str) -> None:
        self.found.append(f"{file}, line {line}: {fault}" if line else f"{file}: {fault}")

    def raise_if_any(self) -> None:
        if self.found:
            raise InputError(listed(self.found))


def listed(faults: list[str]) -> str:
    """The first faults, one a line, and how many more there are."""
    more = len(faults) - SHOWN
    return "\n".join([*faults[:SHOWN], f"... and {more} more."] if more > 0 else faults)
