"""A scale as a row of stones: a ring where it began, filled where it is. Pure.

Numbers for the template; no markup here. Down is drawn as up is.
"""

from dataclasses import dataclass

_GAP, _EDGE = 38, 20


@dataclass(frozen=True)
class Stone:
    number: int
    x: int
    #: Between the first and the latest.
    is_on_the_way: bool


@dataclass(frozen=True)
class Stones:
    """Eleven for a hope, seven for an item of DIALOG."""

    least: int
    most: int
    first: int
    latest: int

    @property
    def width(self) -> int:
        return 2 * _EDGE + _GAP * (self.most - self.least)

    @property
    def right(self) -> int:
        return self._x(self.most)

    @property
    def first_x(self) -> int:
        return self._x(self.first)

    @property
    def latest_x(self) -> int:
        return self._x(self.latest)

    @property
    def has_moved(self) -> bool:
        return self.first != self.latest

    @property
    def plain(self) -> list[Stone]:
        """All but the two that are drawn larger."""
        low, high = sorted((self.first, self.latest))
        return [
            Stone(number, self._x(number), low < number < high)
            for number in range(self.least, self.most + 1)
            if number not in (self.first, self.latest)
        ]

    @property
    def under(self) -> list[Stone]:
        """The numbers written below: both ends, and where it began."""
        numbers = {self.least, self.most, self.first} - {self.latest}
        return [Stone(number, self._x(number), False) for number in sorted(numbers)]

    @property
    def label(self) -> str:
        """
        >>> Stones(0, 10, 1, 6).label
        'From 1 to 6, out of 10'
        >>> Stones(1, 7, 4, 4).label
        '4 out of 7'
        """
        if self.has_moved:
            return f"From {self.first} to {self.latest}, out of {self.most}"
        return f"{self.latest} out of {self.most}"

    def _x(self, number: int) -> int:
        return _EDGE + _GAP * (number - self.least)
