"""What was used last, within a bound of bytes that nobody outside can move."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Generic, Protocol, TypeVar


class Sized(Protocol):
    @property
    def size(self) -> int: ...


Value = TypeVar("Value", bound=Sized)


class Newest(Generic[Value]):
    def __init__(self, most: int) -> None:
        self.most = most
        self.size = 0
        self._values: OrderedDict[Hashable, Value] = OrderedDict()
        self._lock = Lock()

    def found(self, key: Hashable) -> Value | None:
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
            return self._values.get(key)

    def keep(self, key: Hashable, value: Value) -> None:
        """Keep one, and let go of those asked for longest ago until all fit."""
        with self._lock:
            former = self._values.pop(key, None)
            self._values[key] = value
            self.size += value.size - (former.size if former else 0)
            while self.size > self.most:
                _, oldest = self._values.popitem(last=False)
                self.size -= oldest.size

    def clear(self) -> None:
        with self._lock:
            self._values.clear()
            self.size = 0
