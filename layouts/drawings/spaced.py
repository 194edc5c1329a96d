"""Labels moved apart as little as can be, so that none covers another."""

from collections.abc import Sequence


class Block:
    """Labels that stand close together, where the sum of their moves is least."""

    def __init__(self, member: int, wanted: float, size: float) -> None:
        self.members = [member]
        self.size = size
        self.wished = wanted - size / 2  # the sum of where each member wants the block to start
        self.start = self.wished

    @property
    def end(self) -> float:
        return self.start + self.size

    def join(self, other: "Block") -> None:
        self.wished += other.wished - self.size * len(other.members)
        self.members += other.members
        self.size += other.size
        self.start = self.wished / len(self.members)


def spaced(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """The middles of labels along a line, in the order given.

    Those that would overlap are set close together, as near as can be to where they are wanted.
    All stand between `low` and `high` where there is room for them.
    """
    blocks: list[Block] = []
    for member in sorted(range(len(wanted)), key=lambda i: wanted[i]):
        blocks.append(Block(member, wanted[member], sizes[member]))
        while len(blocks) > 1 and blocks[-2].end > blocks[-1].start:
            last = blocks.pop()
            blocks[-1].join(last)
    _push_inside(blocks, low, high)
    found = [0.0] * len(wanted)
    for block in blocks:
        at = block.start
        for member in block.members:
            found[member] = at + sizes[member] / 2
            at += sizes[member]
    return found


def _push_inside(blocks: list[Block], low: float, high: float) -> None:
    """Away from the far end, then from the near one: what has no room reaches past the far end."""
    for block in reversed(blocks):
        block.start = min(block.start, high - block.size)
        high = block.start
    for block in blocks:
        block.start = max(block.start, low)
        low = block.end
