"""Looks at what apps have registered, when Django starts. A mistake stops the start."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import Error, register
from django.core.exceptions import FieldDoesNotExist
from django.urls import NoReverseMatch, reverse
from django.utils.text import slugify

from . import (
    calendar_entries,
    event_payloads,
    event_sentences,
    navigation,
    news,
    today_items,
)
from .calendar_entries import Source
from .today_items import Kind


@register("registries")
def every_entry_leads_somewhere(**_: Any) -> list[Error]:
    """Each navigation entry opens a page that exists."""
    return [
        Error(f"The navigation entry “{entry.label}” leads nowhere.", id="welcome.E001")
        for entry in navigation.entries()
        if not _exists(entry.url_name)
    ]


@register("registries")
def every_event_is_shown(**_: Any) -> list[Error]:
    """Each event about a person belongs to a kind, so a sifted history shows it."""
    return [
        Error(f"No kind of the history shows the event {code}.", id="welcome.E002")
        for code in event_sentences.without_kind()
    ]


@register("registries")
def every_event_has_a_payload(**_: Any) -> list[Error]:
    """Each event that has a sentence has a type that says what its detail holds."""
    return [
        Error(f"No payload is registered for the event {code}.", id="welcome.E003")
        for code in event_payloads.without_payload(event_sentences.codes())
    ]


@register("registries")
def every_list_of_today_is_whole(**_: Any) -> list[Error]:
    """Each kind has words, a page of its own, and an order that puts no two level."""
    return [
        Error(f"The list “{kind.code}” of Today {why}.", id="welcome.E004")
        for kind in today_items.kinds()
        for why in _lacks(kind)
    ]


@register("registries")
def all_news_is_of_a_page_of_the_navigation(**_: Any) -> list[Error]:
    """Each figure of what is new stands beside an entry that someone can see."""
    pages = {entry.url_name for entry in navigation.entries()}
    return [
        Error(f"News of {source.page}, which no navigation shows.", id="welcome.E005")
        for source in news.sources()
        if source.page not in pages
    ]


@register("registries")
def every_calendar_source_has_its_columns(**_: Any) -> list[Error]:
    """Each has the moment and the worker by which a calendar looks its rows up."""
    return [
        Error(f"The calendar’s source “{source.code}” {why}.", id="welcome.E006")
        for source in calendar_entries.sources()
        for why in _misses(source)
    ]


def _misses(source: Source) -> Iterator[str]:
    for column, kind in (("at", "DateTimeField"), (source.who, "ForeignKey")):
        try:
            found = source.model._meta.get_field(column).get_internal_type()
        except FieldDoesNotExist:
            found = ""
        if found != kind:
            yield f"needs a {kind} called “{column}”"


def _lacks(kind: Kind) -> Iterator[str]:
    """What is wrong with how a kind was registered, in words."""
    if slugify(kind.code) != kind.code:
        yield "has a code that cannot be in an address"
    if not kind.label.strip():
        yield "has no words"
    if kind.by[-1:] not in {("pk",), ("-pk",)}:
        yield "is sorted by what two can share: end with pk"
    if kind.full_list and not _exists(kind.full_list):
        yield "leads on to nowhere"


def _exists(url_name: str) -> bool:
    try:
        reverse(url_name)
    except NoReverseMatch:
        return False
    return True
