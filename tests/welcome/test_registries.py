"""Apps above add to the pages below without being named there."""

import pytest

from welcome.registries import (
    checks,
    event_payloads,
    event_sentences,
    huddle_items,
    navigation,
)
from welcome.registries.navigation import Entry


@pytest.fixture
def as_before(monkeypatch):
    """What a test registers is forgotten after it."""
    monkeypatch.setattr(navigation, "_entries", list(navigation._entries))
    monkeypatch.setattr(event_sentences, "_sentences", dict(event_sentences._sentences))


def test_all_that_is_registered_is_right():
    assert checks.every_entry_leads_somewhere() == []
    assert checks.every_event_is_shown() == []
    assert checks.every_event_has_a_payload() == []
    assert len(huddle_items.sources()) == 2


def test_an_entry_that_leads_nowhere_stops_the_start(as_before):
    navigation.register(Entry("Nowhere", "welcome:nowhere", "welcome_people", 1))
    (problem,) = checks.every_entry_leads_somewhere()
    assert "Nowhere" in problem.msg


def test_an_event_that_no_history_shows_stops_the_start(as_before):
    event_sentences.register({"kettle.boiled": "The kettle boiled"})
    (problem,) = checks.every_event_is_shown()
    assert "kettle.boiled" in problem.msg


def test_an_event_whose_detail_nobody_has_described_stops_the_start(as_before):
    event_sentences.register({"kettle.boiled": "The kettle boiled"})
    (problem,) = checks.every_event_has_a_payload()
    assert "kettle.boiled" in problem.msg


def test_nothing_is_registered_twice(as_before):
    with pytest.raises(ValueError, match="referral.sent"):
        event_sentences.register({"referral.sent": "Again"})
    with pytest.raises(ValueError, match="referral.sent"):
        event_payloads.register({"referral.sent": event_payloads.Nothing})
    with pytest.raises(ValueError, match="welcome:today"):
        navigation.register(Entry("Today", "welcome:today", "welcome_people", 1))
