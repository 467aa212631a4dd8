"""The public front door: nothing lost, robots slowed, nobody shut out."""

import time
import uuid

import pytest
from django.core import signing
from django.db import OperationalError

from welcome.access import rate_limits
from welcome.models import Event, FailedTry, Introduction, Message

from .. import factories as make
from ..reading_pages import text


def typed(**more):
    began = signing.dumps(int(time.time()) - 60, salt="front door")
    return {
        "known_as": "Ailsa",
        "reach": "07700 900418",
        "ways": ["text"],
        "words": "I can do the sums.",
        "postcode": "",
        "began": began,
        "once": str(uuid.uuid4()),
    } | more


@pytest.fixture
def at(team):
    return f"/at/{team.site.slug}/"


def test_asking_tells_the_team_and_says_by_when(client, at, team):
    answer = client.post(at, typed(), follow=True)

    asked = Introduction.objects.get()
    assert (asked.team, asked.source, asked.may_text) == (team, "self", True)
    assert "Thank you. We’ve got it." in text(answer)
    assert Message.objects.get().to == team.email
    assert Event.objects.get(what="introduction.made").detail == {"source": "self"}


def test_a_double_click_makes_one_introduction(client, at):
    once = typed()
    client.post(at, once)
    client.post(at, once)

    assert Introduction.objects.count() == 1
    assert Message.objects.count() == 1


def test_what_was_typed_stays_beside_what_is_wrong(client, at):
    page = text(client.post(at, typed(reach="ask at the library", postcode="nonsense")))

    assert "Write a phone number, like 07700 900123, or an e-mail address" in page
    assert "Write the whole postcode" in page
    assert "ask at the library" in page
    assert "I can do the sums." in page
    assert not Introduction.objects.exists()


def test_an_e_mail_address_will_do(client, at):
    client.post(at, typed(reach="ailsa@example.org"))

    assert Introduction.objects.get().email == "ailsa@example.org"


def test_the_postcode_finds_the_nearest_team(client, site, team):
    south = make.make_team(site=site, name="South", postcode_districts=["EH16"])
    client.post(f"/at/{site.slug}/", typed(postcode="eh16 5aa"))

    assert Introduction.objects.get().team == south


def test_without_a_site_one_is_asked(client, team):
    assert "Choose where you live" in text(client.post("/", typed()))
    client.post("/", typed(site=str(team.site.pk)))

    assert Introduction.objects.get().site == team.site


def test_whoever_is_too_quick_presses_once_more_and_is_heard(client, at):
    now = signing.dumps(int(time.time()), salt="front door")
    page = text(client.post(at, typed(began=now)))

    assert "That was very quick" in page
    assert "I can do the sums." in page
    assert not Introduction.objects.exists()


def test_a_robot_that_fills_every_box_is_not_taken_in(client, at):
    page = text(client.post(at, typed(website="https://buy.example.com")))

    assert "it is there to catch robots" in page
    assert not Introduction.objects.exists()


def test_a_crowd_is_slowed_and_its_words_are_kept(client, at, rf):
    for _ in range(61):
        rate_limits.asking(rf.get(at)).count()
    answer = client.post(at, typed())

    assert answer.status_code == 429
    assert "I can do the sums." in text(answer)


def test_a_double_press_counts_as_one_try(client, at, rf):
    once = typed()
    client.post(at, once)
    counted = FailedTry.objects.get().count
    client.post(at, once)

    assert FailedTry.objects.get().count == pytest.approx(counted, abs=0.1)
    client.post(at, once | {"words": "I can do sums again."})
    assert FailedTry.objects.get().count > counted + 0.8


def test_thirty_people_at_one_library_can_all_ask(client, at, rf):
    for _ in range(30):
        rate_limits.asking(rf.get(at)).count()

    assert client.post(at, typed()).status_code == 302


def test_introducing_somebody_else(client, site, team):
    answer = client.post(
        f"/at/{site.slug}/introduce/",
        typed(
            person_knows="no", introducer_name="Dr Shah", source="gp",
            introducer_contact="0131 496 0155", reach="",
        ),
    )  # fmt: skip

    assert answer.status_code == 302
    made = Introduction.objects.get()
    assert (made.source, made.person_knows) == ("gp", False)


def test_crisis_help_is_that_of_the_nation(client, at):
    scotland = text(client.get(at))
    england = make.make_team(site=make.make_site(nation="england")).site
    assert "Breathing Space" in scotland
    assert "Breathing Space" not in text(client.get(f"/at/{england.slug}/"))
    assert "116 123" in text(client.get("/"))


def test_when_the_database_is_away_the_words_come_back(client, at, monkeypatch):
    def away(**kwargs):
        raise OperationalError("the server closed the connection unexpectedly")

    monkeypatch.setattr("welcome.actions.introduce_once", away)
    answer = client.post(at, typed())

    assert answer.status_code == 503
    assert "I can do the sums." in text(answer)
    assert answer["Retry-After"]


def test_a_page_says_what_to_do_when_the_database_is_away(client, monkeypatch):
    def away(*args, **kwargs):
        raise OperationalError("no connection")

    monkeypatch.setattr("welcome.views.front.Site.objects.all", away)
    answer = client.get("/")

    assert answer.status_code == 503
    assert "nothing is lost" in text(answer)
    assert "116 123" in text(answer)


def test_behind_a_proxy_each_visitor_is_counted_apart(client, at, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for n in range(25):
        answer = client.post(at, typed(), HTTP_X_FORWARDED_FOR=f"203.0.113.{n}")
        assert answer.status_code == 302
    for _ in range(62):
        answer = client.post(at, typed(), HTTP_X_FORWARDED_FOR="203.0.113.200")
    assert answer.status_code == 429
