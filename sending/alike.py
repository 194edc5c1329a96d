"""A text as what is new in it beside one that its reader has: what is alike in both is not sent."""

import struct
import zlib
from collections.abc import Sequence

# One stored block holds no more.
LONGEST = 0xFFFF
BEST = 9
RAW = -zlib.MAX_WBITS


def new_in(texts: Sequence[bytes], known: bytes) -> bytes:
    """The end of a gzip file (RFC 1952) that holds `known` and then the texts.

    Its beginning every reader can write who has `known`: ten bytes of head, and `known` in one stored
    block (RFC 1951). The references of what is sent reach back into it, 32 kB at most. The check sum
    at the end is of all: read beside another text than `known`, it is no gzip file.
    """
    if len(known) > LONGEST:
        raise ValueError(f"The known text has {len(known)} bytes; a stored block holds {LONGEST}.")
    packer = zlib.compressobj(BEST, zlib.DEFLATED, RAW, BEST, zlib.Z_DEFAULT_STRATEGY, known)
    # Words and numbers are packed by codes of their own.
    packed = b"".join(packer.compress(text) + packer.flush(zlib.Z_BLOCK) for text in texts)
    whole = b"".join((known, *texts))
    return packed + packer.flush() + struct.pack("<II", zlib.crc32(whole), len(whole))
