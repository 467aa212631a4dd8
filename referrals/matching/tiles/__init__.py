"""A map of tiles: a square for each postcode district, about where it lies. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from .places import PLACES

#: Units of the drawing: one tile and the space beside it.
SIDE, SPACE = 100, 8
#: Districts that no one has placed stand in rows of so many below.
_IN_A_ROW = 6


@dataclass(frozen=True)
class Tile:
    district: str
    count: int
    x: int
    y: int

    @property
    def middle(self) -> int:
        return self.x + SIDE // 2

    @property
    def shade(self) -> int:
        """0 to 3: none, one or two, up to five, more. The number says it as well."""
        return sum(self.count >= least for least in (1, 3, 6))


@dataclass(frozen=True)
class TileMap:
    width: int
    height: int
    tiles: list[Tile]


def drawn(counts: dict[str, int]) -> TileMap:
    """One tile for each district of `counts`, in reading order.

    >>> [(tile.district, tile.x, tile.y) for tile in drawn({"EH6": 2, "EH5": 0}).tiles]
    [('EH5', 0, 0), ('EH6', 108, 0)]
    """
    if not counts:
        return TileMap(0, 0, [])
    at = _placed(counts)
    step = SIDE + SPACE
    left = min(column for column, _ in at.values())
    top = min(row for _, row in at.values())
    tiles = [
        Tile(district, counts[district], (column - left) * step, (row - top) * step)
        for district, (column, row) in at.items()
    ]
    tiles.sort(key=lambda tile: (tile.y, tile.x))
    return TileMap(
        width=max(tile.x for tile in tiles) + SIDE,
        height=max(tile.y for tile in tiles) + SIDE,
        tiles=tiles,
    )


def _placed(districts: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Column and row of each: by hand where it is known, else in rows below."""
    known = {name: PLACES[name] for name in districts if name in PLACES}
    unknown = [name for name in districts if name not in PLACES]
    below = max((row for _, row in known.values()), default=-1) + 1
    left = min((column for column, _ in known.values()), default=0)
    for n, name in enumerate(unknown):
        known[name] = (left + n % _IN_A_ROW, below + n // _IN_A_ROW)
    return known
