"""What a browser has of an answer that is sent as what is new in it (sending/alike.py)."""

import gzip

from sending.alike import LONGEST

# Of a gzip file: two bytes by which it is known, deflate, no flags, no time, no more, any system.
HEAD = bytes((0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF))


def unpacked(end, known):
    """What a reader has who knows a text and is sent the end of a gzip file."""
    size = len(known)
    block = bytes([0]) + size.to_bytes(2, "little") + (size ^ LONGEST).to_bytes(2, "little")
    return gzip.decompress(HEAD + block + known + end)[size:]
