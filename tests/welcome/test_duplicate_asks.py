"""A welcomer asks a lead whether two records are one person, and hears the answer."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from welcome import actions
from welcome.access.first_pages import kinds_for
from welcome.linking.snapshot import seen
from welcome.models import (
    DuplicateAsk,
    Event,
    Holding,
    Look,
    NotTheSame,
    Person,
    Role,
)
from welcome.reading.today import counts_of
from welcome.refusals import Refused

from .. import factories as make
from ..reading_pages import text

FACTS = {"known_as": "Ailsa", "born_on": date(1992, 5, 3)}


@pytest.fixture
def ailsa(priya):
    return make.make_open_person(priya, formal_name="Ailsa Drummond", **FACTS)


@pytest.fixture
def alike(ailsa):
    return make.make_person(team=ailsa.team, formal_name="Ailsa Drumond", **FACTS)


@pytest.fixture
def dev(team):
    return make.make_welcomer(team, name="Dev Anand")


def at(name, *things):
    return reverse(f"welcome:{name}", args=[thing.pk for thing in things])


def link(kept, other, by):
    kept, other = (Person.objects.get(pk=person.pk) for person in (kept, other))
    mark = seen(kept, other)
    return actions.link(kept, other, by=by, why="Same sister", rules={}, as_seen=mark)


def on_today(user):
    """How many there are of each kind about duplicates."""
    kinds = [kind for kind in kinds_for(user) if kind.code.startswith("duplicates-")]
    counts = counts_of(user, kinds)
    return {code.removeprefix("duplicates-"): n for code, n in counts.items() if n}


def test_asking_puts_the_pair_on_the_leads_today_and_on_nobody_elses(
    ailsa, alike, priya, ruth, dev, tomasz
):
    asked = actions.ask_lead(ailsa, alike, by=priya, words="The same sister.")

    assert on_today(ruth) == {"asked": 1}
    assert on_today(priya) == {"waiting": 1}
    assert on_today(dev) == on_today(tomasz) == {}
    event = Event.objects.get(what="twins.asked")
    assert (event.person, event.detail) == (ailsa, {"other": alike.reference})
    assert asked.words not in str(event.detail)


def test_the_lead_links_and_the_welcomer_reads_the_answer(ailsa, alike, priya, ruth):
    asked = actions.ask_lead(ailsa, alike, by=priya)

    link(alike, ailsa, by=ruth)
    asked.refresh_from_db()

    assert (asked.answer, asked.answered_by) == ("linked", ruth)
    assert on_today(ruth) == {}
    assert on_today(priya) == {"answered": 1}
    actions.mark_answer_read(asked, by=priya)
    assert on_today(priya) == {}


def test_the_lead_says_not_the_same_and_the_welcomer_reads_it(
    client, ailsa, alike, priya, ruth
):
    asked = actions.ask_lead(ailsa, alike, by=priya)
    client.force_login(ruth)
    page = client.get(reverse("welcome:today")).content.decode()
    assert at("link", ailsa, alike) in page
    client.post(at("not_the_same", ailsa, alike))

    client.force_login(priya)
    page = text(client.get(reverse("welcome:today")))
    assert "Ruth Orr: Not the same person." in page
    client.post(at("read_answer", asked))
    client.post(at("read_answer", asked))
    assert on_today(priya) == {}


def test_another_teams_question_is_on_the_leads_today_until_a_no(
    client, ailsa, ruth, tomasz
):
    theirs = make.make_person(team=tomasz.first_team, **FACTS)
    actions.ask_to_link(theirs, ailsa, by=tomasz, path="/x/")
    assert on_today(ruth) == {"of-teams": 1}
    client.force_login(ruth)
    assert client.get(at("link", ailsa, theirs)).status_code == 200

    actions.say_not_the_same(ailsa, theirs, by=ruth)

    assert on_today(ruth) == {}


def test_two_linked_with_a_third_are_one_too(ailsa, alike, priya, ruth, team):
    third = make.make_person(team=team, known_as="Ailsa")
    asked = actions.ask_lead(ailsa, alike, by=priya)

    link(third, ailsa, by=ruth)
    asked.refresh_from_db()
    assert asked.answered_at is None
    link(third, alike, by=ruth)

    asked.refresh_from_db()
    assert asked.answer == "linked"


def test_who_asks_and_answers_has_nothing_to_read(ailsa, alike, priya):
    actions.ask_lead(ailsa, alike, by=priya)
    actions.say_not_the_same(ailsa, alike, by=priya)

    assert on_today(priya) == {}


def test_asking_twice_is_once_and_other_words_are_given_back(
    client, ailsa, alike, priya, dev
):
    first = actions.ask_lead(ailsa, alike, by=priya, words="The same sister.")
    again = actions.ask_lead(ailsa, alike, by=priya, words="The same sister.")
    assert first == again
    assert Event.objects.filter(what="twins.asked").count() == 1

    client.force_login(dev)
    answer = client.post(at("ask_lead", alike, ailsa), {"words": "Same dog."})
    assert answer.status_code == 409
    assert "Priya Nair has already asked" in text(answer)
    assert "Same dog." in text(answer)


def test_only_one_question_about_a_pair_is_open(ailsa, alike, priya):
    actions.ask_lead(ailsa, alike, by=priya)
    for ours, theirs in ((ailsa, alike), (alike, ailsa)):
        refused = pytest.raises(IntegrityError, match="one_open_of_a_pair")
        with refused, transaction.atomic():
            DuplicateAsk.objects.create(ours=ours, theirs=theirs, asked_by=priya)


@pytest.mark.parametrize(
    ("columns", "constraint"),
    [
        ({"answered_at": timezone.now()}, "answer_has_who_when_and_what"),
        ({"answer": "linked"}, "answer_has_who_when_and_what"),
        ({"read_at": timezone.now()}, "read_once_answered"),
    ],
)
def test_an_answer_has_who_when_and_what(ailsa, alike, priya, columns, constraint):
    actions.ask_lead(ailsa, alike, by=priya)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        DuplicateAsk.objects.update(**columns)


def test_a_question_is_about_two_records_of_one_site(ailsa, priya):
    elsewhere = make.make_person()
    with pytest.raises(Refused, match="different sites"):
        actions.ask_lead(ailsa, elsewhere, by=priya)
    with pytest.raises(Refused, match="one record only"):
        actions.ask_lead(ailsa, ailsa, by=priya)


def test_not_the_same_is_taken_back_before_a_lead_is_asked(
    ailsa, alike, priya, dev, ruth
):
    actions.say_not_the_same(ailsa, alike, by=dev)
    with pytest.raises(Refused, match="Dev Anand said .* Take that back"):
        actions.ask_lead(ailsa, alike, by=priya)

    assert actions.take_back_not_the_same(alike, ailsa, by=priya)
    assert not actions.take_back_not_the_same(ailsa, alike, by=priya)

    assert Event.objects.filter(what="twins.opened_again").count() == 1
    actions.ask_lead(ailsa, alike, by=priya)
    assert on_today(ruth) == {"asked": 1}


def test_a_linked_record_is_not_asked_about(ailsa, alike, priya, ruth):
    link(ailsa, alike, by=ruth)
    alike.refresh_from_db()
    with pytest.raises(Refused, match="just been linked"):
        actions.ask_lead(ailsa, alike, by=priya)


def test_nothing_is_asked_if_the_trail_cannot_be_written(
    ailsa, alike, priya, monkeypatch
):
    def no_room(*args, **kwargs):
        raise OSError("no room")

    monkeypatch.setattr("welcome.actions.duplicate_asks.trail.write", no_room)
    with pytest.raises(OSError, match="no room"):
        actions.ask_lead(ailsa, alike, by=priya)
    assert not DuplicateAsk.objects.exists()


def test_a_welcomer_asks_from_the_page_and_sees_that_it_was_asked(
    client, ailsa, alike, priya
):
    client.force_login(priya)
    page = client.get(at("alike", ailsa)).content.decode()
    assert at("ask_lead", ailsa, alike) in page
    form = text(client.get(at("ask_lead", ailsa, alike)))
    assert "Ask your lead: the same person?" in form

    answer = client.post(
        at("ask_lead", ailsa, alike), {"words": "The same sister."}, follow=True
    )

    page = answer.content.decode()
    assert "We’ve asked your lead" in page
    assert "Asked by Priya Nair" in page
    assert at("ask_lead", ailsa, alike) not in page


def test_too_many_words_come_back_with_an_error(client, ailsa, alike, priya):
    client.force_login(priya)
    answer = client.post(at("ask_lead", ailsa, alike), {"words": "sister " * 100})

    assert "Error:" in text(answer)
    assert "sister sister" in text(answer)
    assert not DuplicateAsk.objects.exists()


def test_a_lead_compares_beside_the_question(client, ailsa, alike, priya, ruth):
    actions.ask_lead(ailsa, alike, by=priya, words="The same sister.")
    client.force_login(ruth)

    for page in (at("link", ailsa, alike), at("same", ailsa), at("alike", ailsa)):
        read = text(client.get(page))
        assert "Asked by Priya Nair" in read
        assert "The same sister." in read


def test_said_not_the_same_is_listed_and_taken_back(client, ailsa, alike, priya, dev):
    actions.say_not_the_same(ailsa, alike, by=dev)
    client.force_login(priya)
    page = text(client.get(at("alike", ailsa)))
    assert "Dev Anand said so on" in page

    answer = client.post(at("take_back_not_the_same", ailsa, alike), follow=True)

    page = text(answer)
    assert "Taken back." in page
    assert "Said not the same" not in page
    assert "The same person: ask my lead" in page


def test_not_the_same_offers_to_undo_it_at_once(client, ailsa, alike, priya):
    client.force_login(priya)
    answer = client.post(at("not_the_same", ailsa, alike), follow=True)
    undo = at("take_back_not_the_same", ailsa, alike)
    assert f'action="{undo}"' in answer.content.decode()

    client.post(undo)
    assert not NotTheSame.objects.exists()


def test_another_teams_person_on_the_list_is_recognised_and_looked_at(
    client, ailsa, priya, tomasz
):
    theirs = make.make_person(team=tomasz.first_team, **FACTS)
    actions.say_not_the_same(ailsa, theirs, by=priya)
    client.force_login(priya)

    page = text(client.get(at("alike", ailsa)))

    assert "South East Welcome Team" in page
    assert Look.objects.filter(person=theirs, by=priya, why=Look.Why.TWIN).exists()


def test_a_stranger_neither_asks_nor_takes_back_nor_reads_an_answer(
    client, ailsa, alike, priya, ruth, tomasz
):
    asked = actions.ask_lead(ailsa, alike, by=priya)
    actions.say_not_the_same(ailsa, alike, by=ruth)
    client.force_login(tomasz)

    for door in ("ask_lead", "take_back_not_the_same"):
        assert client.post(at(door, ailsa, alike)).status_code == 404
    assert client.post(at("read_answer", asked)).status_code == 404
    assert NotTheSame.objects.exists()


def test_another_teams_lead_does_not_read_what_our_welcomer_wrote(
    client, ailsa, priya, site
):
    elsewhere = make.make_team(site=site, name="South West Welcome Team")
    lead = make.make_member(Role.LEAD, elsewhere, name="Shona Gillespie")
    theirs = make.make_person(team=elsewhere, **FACTS)
    actions.ask_lead(ailsa, theirs, by=priya, words="She has a wee dog.")
    client.force_login(lead)

    for page in (at("link", theirs, ailsa), at("same", theirs), at("alike", theirs)):
        assert "wee dog" not in text(client.get(page))
    assert on_today(lead) == {}


def test_a_lead_who_is_the_person_is_not_asked_about_themselves(
    ailsa, alike, priya, ruth
):
    Person.objects.filter(pk=alike.pk).update(account=ruth)
    actions.ask_lead(ailsa, alike, by=priya)

    assert on_today(ruth) == {}


def test_the_list_asks_no_more_the_longer_it_is(
    client, ailsa, priya, team, django_assert_max_num_queries
):
    client.force_login(priya)
    for _ in range(30):
        actions.say_not_the_same(ailsa, make.make_person(team=team), by=priya)

    with django_assert_max_num_queries(24):
        page = client.get(at("alike", ailsa))
    assert "Next" in text(page) or "Older" in text(page) or "after=" in text(page)


@pytest.mark.django_db(transaction=True)
def test_two_who_ask_at_once_ask_once():
    team = make.make_team()
    priya, dev = make.make_welcomer(team), make.make_welcomer(team)
    one, other = make.make_person(team=team), make.make_person(team=team)
    start = Barrier(2)

    def ask(ours, theirs, by):
        start.wait(timeout=10)
        try:
            actions.ask_lead(ours, theirs, by=by)
        except Refused as why:
            return str(why)
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(2) as pool:
        said = list(pool.map(ask, (one, other), (other, one), (priya, dev)))

    assert sorted(map(bool, said)) == [False, True]
    assert DuplicateAsk.objects.open().count() == 1
    assert Event.objects.filter(what="twins.asked").count() == 1
    assert not Holding.objects.filter(person=one).exists()


@pytest.mark.django_db(transaction=True)
def test_a_question_and_not_the_same_at_once_leave_nothing_open_behind_a_no():
    team = make.make_team()
    priya, dev = make.make_welcomer(team), make.make_welcomer(team)
    one, other = make.make_person(team=team), make.make_person(team=team)
    start = Barrier(2)

    def at_once(act):
        start.wait(timeout=10)
        try:
            act()
        except Refused:
            return
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        list(
            pool.map(
                at_once,
                [
                    lambda: actions.ask_lead(one, other, by=priya),
                    lambda: actions.say_not_the_same(other, one, by=dev),
                ],
            )
        )

    assert NotTheSame.objects.count() == 1
    assert not DuplicateAsk.objects.open().exists()
