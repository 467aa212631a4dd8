"""Apps above add to the pages below without being named there."""

import pytest

from welcome.registries import (
    checks,
    event_payloads,
    event_sentences,
    huddle_items,
    navigation,
    news,
    today_items,
)
from welcome.registries.navigation import Entry
from welcome.registries.news import Source
from welcome.registries.today_items import Group, Kind


@pytest.fixture
def as_before(monkeypatch):
    """What a test registers is forgotten after it."""
    monkeypatch.setattr(navigation, "_entries", list(navigation._entries))
    monkeypatch.setattr(event_sentences, "_sentences", dict(event_sentences._sentences))
    monkeypatch.setattr(today_items, "_kinds", dict(today_items._kinds))
    monkeypatch.setattr(news, "_sources", list(news._sources))


def test_all_that_is_registered_is_right():
    assert checks.every_entry_leads_somewhere() == []
    assert checks.every_event_is_shown() == []
    assert checks.every_event_has_a_payload() == []
    assert checks.every_list_of_today_is_whole() == []
    assert checks.all_news_is_of_a_page_of_the_navigation() == []
    assert checks.every_calendar_source_has_its_columns() == []
    assert len(huddle_items.sources()) == 2
    assert len(today_items.kinds()) > 20


def test_an_entry_that_leads_nowhere_stops_the_start(as_before):
    navigation.register(Entry("Nowhere", "welcome:nowhere", "welcome_people", 1))
    (problem,) = checks.every_entry_leads_somewhere()
    assert "Nowhere" in problem.msg


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"code": "No address"}, "address"),
        ({"label": " "}, "no words"),
        ({"by": ("made_at",)}, "end with pk"),
        ({"full_list": "welcome:nowhere"}, "nowhere"),
    ],
)
def test_a_list_of_today_that_is_not_whole_stops_the_start(as_before, wrong, said):
    right = {"code": "kettles", "label": "Kettles", "by": ("made_at", "pk")}
    rest = {"group": Group.NOW, "order": 1, "rows": None, "item": None}
    today_items.register(Kind(**right | rest | wrong))
    (problem,) = checks.every_list_of_today_is_whole()
    assert said in problem.msg


def test_news_of_a_page_that_nobody_can_go_to_stops_the_start(as_before):
    news.register(Source("welcome:waits", lambda user: None, "made_at"))
    (problem,) = checks.all_news_is_of_a_page_of_the_navigation()
    assert "welcome:waits" in problem.msg


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
    with pytest.raises(ValueError, match="questions"):
        today_items.register(*today_items.kinds())
