"""Which columns of a narrative each kind of act may write."""

from datetime import date, datetime
from typing import TypedDict

from welcome.models import Site

from ..models import Storybook


class Words(TypedDict, total=False):
    """What an editor writes: the words of a narrative, and where they belong."""

    storybook: Storybook
    site: Site | None
    title: str
    place: str
    themes: list[str]
    content_note: str
    text: str
    pull_quote: str


class Changed(Words, total=False):
    """What follows from other words: another address, and no name found in them yet."""

    slug: str
    name_found_at: None


class Columns(Words, total=False):
    """What a move may write beside the state, who moved it and when."""

    agreed_until: date | None
    approved_fingerprint: str
    asked_named: str
    asked_shown_as: str
    cooling_until: datetime | None
    name_found_at: datetime | None
    published_at: datetime
    slug: str
