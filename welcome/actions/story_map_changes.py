"""What each change makes of a map: needs and ties in, needs and ties out. Pure.

Each refuses nothing silently: what is no longer there to be changed is said.
"""

from collections.abc import Callable
from typing import Any

from ..refusals import Refused

Rows = list[dict[str, Any]]
Redrawing = Callable[[Rows, Rows], tuple[Rows, Rows]]
GONE = "That need was taken off the map meanwhile. Open the map again."
MOST_NEEDS, MOST_TIES = 12, 20


def add_need(words: str, more: str = "", kind: str = "") -> Redrawing:
    def redraw(needs: Rows, ties: Rows) -> tuple[Rows, Rows]:
        said = {"words": words, "more": more, "kind": kind}
        last = {k: v for k, v in needs[-1].items() if k != "id"} if needs else None
        if last == said:  # the button, twice
            return needs, ties
        if len(needs) >= MOST_NEEDS:
            raise Refused(
                "A map has room for twelve needs. Take one off first: "
                "it stays in the maps before."
            )
        key = max((need["id"] for need in needs), default=0) + 1
        return [*needs, {"id": key, **said}], ties

    return redraw


def change_need(key: int, words: str, more: str = "", kind: str = "") -> Redrawing:
    def redraw(needs: Rows, ties: Rows) -> tuple[Rows, Rows]:
        _there(needs, key)
        new = {"id": key, "words": words, "more": more, "kind": kind}
        return [new if need["id"] == key else need for need in needs], ties

    return redraw


def remove_need(key: int) -> Redrawing:
    """Its ties go with it. Both stay in the version before."""

    def redraw(needs: Rows, ties: Rows) -> tuple[Rows, Rows]:
        rest = [need for need in needs if need["id"] != key]
        return rest, [tie for tie in ties if key not in (tie["one"], tie["other"])]

    return redraw


def tie(one: int, other: int, words: str) -> Redrawing:
    """Two needs are tied once: new words take the place of old ones."""

    def redraw(needs: Rows, ties: Rows) -> tuple[Rows, Rows]:
        _there(needs, one, other)
        new = {"one": one, "other": other, "words": words}
        if new in ties:
            return needs, ties
        rest = [tie for tie in ties if _ends(tie) != {one, other}]
        if len(rest) >= MOST_TIES:
            raise Refused("A map has room for twenty ties. Take one off first.")
        return needs, [*rest, new]

    return redraw


def untie(one: int, other: int) -> Redrawing:
    def redraw(needs: Rows, ties: Rows) -> tuple[Rows, Rows]:
        return needs, [tie for tie in ties if _ends(tie) != {one, other}]

    return redraw


def put_back(needs: Rows, ties: Rows) -> Redrawing:
    """An older map, as it was."""
    return lambda *_: (needs, ties)


def _there(needs: Rows, *keys: int) -> None:
    if not set(keys) <= {need["id"] for need in needs}:
        raise Refused(GONE)


def _ends(tie: dict[str, Any]) -> set[int]:
    return {tie["one"], tie["other"]}
