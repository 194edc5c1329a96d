"""The indices that can be decomposed exactly."""

from data.indices import Index, mutual_information, theil_h
from data.indices.segments import Array

DECOMPOSABLE: dict[str, Index[[Array]]] = {
    "mutual_information": mutual_information,
    "theil_h": theil_h,
}


def decomposable(index: str) -> Index[[Array]]:
    if index not in DECOMPOSABLE:
        raise ValueError(
            f"The index {index!r} cannot be decomposed exactly. "
            f"Use one of: {', '.join(DECOMPOSABLE)}."
        )
    return DECOMPOSABLE[index]
