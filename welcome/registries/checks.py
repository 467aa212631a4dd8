"""Looks at what apps have registered, when Django starts. A mistake stops the start."""

from typing import Any

from django.core.checks import Error, register
from django.urls import NoReverseMatch, reverse

from . import event_payloads, event_sentences, navigation


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


def _exists(url_name: str) -> bool:
    try:
        reverse(url_name)
    except NoReverseMatch:
        return False
    return True
