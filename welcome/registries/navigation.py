"""The entries of the navigation, added by the app whose page each one opens."""

from typing import NamedTuple


class Entry(NamedTuple):
    """A label, the URL name of its page, the permission that shows it, its place.

    `or_with` are further permissions, each of which shows it as well.
    """

    label: str
    url_name: str
    permission: str
    order: int
    or_with: tuple[str, ...] = ()


_entries: list[Entry] = []


def register(*entries: Entry) -> None:
    """Add an app's entries. Raises ValueError where a page is registered twice."""
    known = {entry.url_name for entry in _entries}
    if twice := [entry.url_name for entry in entries if entry.url_name in known]:
        raise ValueError(f"Registered twice: {', '.join(twice)}")
    _entries.extend(entries)


def entries() -> list[Entry]:
    """Every entry, in order."""
    return sorted(_entries, key=lambda entry: entry.order)
