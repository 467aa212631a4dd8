"""Kinds of drafts that someone can bring back, added by the app that knows them."""

from .today_items import Kind

_kinds: dict[str, Kind] = {}


def register(*kinds: Kind) -> None:
    """Add an app's kinds. Raises ValueError where a code is registered twice."""
    if twice := _kinds.keys() & {kind.code for kind in kinds}:
        raise ValueError(f"Registered twice: {', '.join(sorted(twice))}")
    _kinds.update({kind.code: kind for kind in kinds})


def kinds() -> list[Kind]:
    """Every kind, in the order in which the page names them."""
    return sorted(_kinds.values(), key=lambda kind: kind.order)
