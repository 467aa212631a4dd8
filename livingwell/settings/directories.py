"""Feeds of other directories that are read each night."""

from ..environment import Wrong, listed, on_or_off

_LIKE = "edinburgh=https://directory.example.org/services"


def _feed(told: str) -> tuple[str, str]:
    slug, _, url = told.partition("=")
    if not (slug and url.startswith(("https://", "http://"))):
        raise Wrong(f"DIRECTORY_FEEDS must name a site and an address: {_LIKE}.")
    return slug, url


DIRECTORY_FEEDS = [_feed(told) for told in listed("DIRECTORY_FEEDS", [])]
#: Only for tests: a feed on this very machine.
DIRECTORY_LOOPBACK = on_or_off("DIRECTORY_LOOPBACK", default=False)
