"""What each change makes of a map: needs and ties in, needs and ties out. Pure.

Each refuses nothing silently: what is no longer there to be changed is said.
"""

from collections.abc import Callable

from ..models.story_maps import NeedOnMap, TieOnMap
from ..refusals import Refused

Drawn = tuple[list[NeedOnMap], list[TieOnMap]]
Redrawing = Callable[[list[NeedOnMap], list[TieOnMap]], Drawn]
GONE = "That need has been removed from the map. Open the map again."
MOST_NEEDS, MOST_TIES = 12, 20


def add_need(words: str, more: str = "", kind: str = "") -> Redrawing:
    def redraw(needs: list[NeedOnMap], ties: list[TieOnMap]) -> Drawn:
        key = max((need["id"] for need in needs), default=0) + 1
        new = NeedOnMap(id=key, words=words, more=more, kind=kind)
        if needs and {**needs[-1], "id": key} == new:  # the button, twice
            return needs, ties
        if len(needs) >= MOST_NEEDS:
            raise Refused(
                "A map has room for twelve needs. Remove one first: "
                "it stays in the earlier maps."
            )
        return [*needs, new], ties

    return redraw


def change_need(key: int, words: str, more: str = "", kind: str = "") -> Redrawing:
    def redraw(needs: list[NeedOnMap], ties: list[TieOnMap]) -> Drawn:
        _there(needs, key)
        new = NeedOnMap(id=key, words=words, more=more, kind=kind)
        return [new if need["id"] == key else need for need in needs], ties

    return redraw


def remove_need(key: int) -> Redrawing:
    """Its ties go with it. Both stay in the version before."""

    def redraw(needs: list[NeedOnMap], ties: list[TieOnMap]) -> Drawn:
        rest = [need for need in needs if need["id"] != key]
        return rest, [tie for tie in ties if key not in (tie["one"], tie["other"])]

    return redraw


def tie(one: int, other: int, words: str) -> Redrawing:
    """Two needs are tied once: new words take the place of old ones."""

    def redraw(needs: list[NeedOnMap], ties: list[TieOnMap]) -> Drawn:
        _there(needs, one, other)
        new = TieOnMap(one=one, other=other, words=words)
        if new in ties:
            return needs, ties
        rest = [tie for tie in ties if _ends(tie) != {one, other}]
        if len(rest) >= MOST_TIES:
            raise Refused("A map has room for twenty links. Remove one first.")
        return needs, [*rest, new]

    return redraw


def untie(one: int, other: int) -> Redrawing:
    def redraw(needs: list[NeedOnMap], ties: list[TieOnMap]) -> Drawn:
        return needs, [tie for tie in ties if _ends(tie) != {one, other}]

    return redraw


def put_back(needs: list[NeedOnMap], ties: list[TieOnMap]) -> Redrawing:
    """An older map, as it was."""
    return lambda *_: (needs, ties)


def _there(needs: list[NeedOnMap], *keys: int) -> None:
    if not set(keys) <= {need["id"] for need in needs}:
        raise Refused(GONE)


def _ends(tie: TieOnMap) -> set[int]:
    return {tie["one"], tie["other"]}
