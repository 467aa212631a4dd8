"""Hopes: named, rated and rated again, laid down; and nothing said is rewritten."""

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.db.utils import DatabaseError
from django.template import Context, Template
from django.test.utils import CaptureQueriesContext

from welcome import actions
from welcome.models import Event, Hope, Message, Rating, User
from welcome.reading.hope_history import all_hopes, open_hopes
from welcome.reading.personal_data_export import copy_of
from welcome.refusals import Refused

from .. import factories as make
from ..reading_pages import text


@pytest.fixture
def hope(amina, priya):
    return actions.name_hope(
        amina, by=priya, once=uuid.uuid4(), words=" To sleep till the alarm. "
    )


def rate(hope, by, score, **more):
    return actions.rate_hope(hope, by=by, once=uuid.uuid4(), score=score, **more)


def last(what):
    return Event.objects.filter(what=what).latest("pk")


def test_a_hope_is_named_in_their_words_and_the_trail_has_none_of_them(hope, priya):
    assert hope.words == "To sleep till the alarm."
    event = last("hope.named")
    assert (event.by, event.person, event.detail) == (priya, hope.person, {})


def test_the_same_hope_is_named_once(hope, priya, amina):
    again = actions.name_hope(
        amina, by=priya, once=uuid.uuid4(), words="To sleep till the alarm."
    )
    assert again == hope
    assert Event.objects.filter(what="hope.named").count() == 1


def test_a_rating_leaves_its_numbers_in_the_trail(hope, priya):
    rate(hope, priya, 2)
    assert last("hope.rated").detail == {
        "first": 2, "now": 2, "again": False, "rise": None
    }  # fmt: skip
    rate(hope, priya, 6, words="Tuesdays.")
    assert last("hope.rated").detail == {
        "first": 2, "now": 6, "again": True, "rise": 4
    }  # fmt: skip


def test_the_greatest_rise_is_that_of_all_their_hopes(hope, amina, priya):
    make.make_hope(amina, priya, 1, 8)
    rate(hope, priya, 5)
    rate(hope, priya, 3)
    assert last("hope.rated").detail["rise"] == 7


def test_pressing_twice_rates_once(hope, priya):
    once = uuid.uuid4()
    for _ in range(2):
        actions.rate_hope(hope, by=priya, once=once, score=4)
    assert hope.ratings.count() == 1


def test_a_slip_counts_no_more_and_stays(hope, priya, amina):
    rate(hope, priya, 9)
    rate(hope, priya, 2, is_slip=True)
    assert last("hope.rated").detail == {
        "first": 2, "now": 2, "again": False, "rise": None
    }  # fmt: skip
    [one] = open_hopes(amina)
    assert [rated.score for rated in one.ratings] == [2]
    [kept] = copy_of(amina)["hopes"]
    assert [rated["score"] for rated in kept["ratings"]] == [9, 2]


def test_only_a_number_of_today_is_offered_as_a_slip(
    client, priya, amina, time_machine
):
    time_machine.move_to("2026-11-20 12:00+00:00")
    make.make_hope(amina, priya, 9)
    for day, offered in (("2026-11-20", True), ("2026-11-21", False)):
        time_machine.move_to(f"{day} 13:00+00:00")
        client.force_login(priya)
        page = text(client.get(f"/people/{amina.pk}/hopes/"))
        assert ("The 9 was a mistake" in page) == offered


def test_a_hope_that_was_laid_down_is_not_rated(hope, priya):
    actions.lay_down(hope, by=priya, why="come_true")
    with pytest.raises(Refused, match="This hope is closed"):
        rate(hope, priya, 9)
    assert last("hope.laid_down").detail == {"why": "come_true"}


def test_laying_down_twice_is_once(hope, priya):
    actions.lay_down(hope, by=priya, why="come_true")
    assert actions.lay_down(hope, by=priya, why="not_now").laid_down_why == "come_true"


def test_what_the_person_writes_themselves_is_told_to_their_team(amina, hope):
    herself = User.objects.hand("person")
    rate(hope, herself, 4)
    assert not Message.objects.filter(event__what="hope.rated").exists()
    rate(hope, herself, 5, words="Tuesdays.")
    assert Message.objects.filter(event__what="hope.rated").exists()


@pytest.mark.parametrize("score", [-1, 11])
def test_the_database_refuses_a_number_off_the_scale(hope, priya, score):
    with pytest.raises(IntegrityError, match="rating_is_from_0_to_10"):
        Rating.objects.create(hope=hope, by=priya, score=score)


def test_the_database_refuses_a_voice_that_nobody_has(hope, priya):
    with pytest.raises(IntegrityError, match="rating_voice_is_known"):
        Rating.objects.create(hope=hope, by=priya, score=1, voice="nobody")


def test_the_database_refuses_a_hope_without_words(amina, priya):
    with pytest.raises(IntegrityError, match="hope_has_words"):
        make.make_hope(amina, priya, words=" \n")


@pytest.mark.parametrize("missing", ["laid_down_at", "laid_down_by", "laid_down_why"])
def test_laid_down_says_who_when_and_why(hope, priya, missing):
    facts = {
        "laid_down_at": hope.named_at, "laid_down_by": priya,
        "laid_down_why": "changed",
    }  # fmt: skip
    facts.pop(missing)
    with pytest.raises(IntegrityError, match="says_who_when_and_why"):
        Hope.objects.filter(pk=hope.pk).update(**facts)


def test_a_hope_is_not_laid_down_for_a_reason_nobody_knows(hope, priya):
    with pytest.raises(IntegrityError, match="says_who_when_and_why"):
        Hope.objects.filter(pk=hope.pk).update(
            laid_down_at=hope.named_at, laid_down_by=priya, laid_down_why="lazy"
        )


@pytest.mark.parametrize(
    "rewrite",
    [
        "UPDATE welcome_rating SET score = 9",
        "UPDATE welcome_rating SET words = 'Else.'",
        "DELETE FROM welcome_rating",
        "UPDATE welcome_hope SET words = 'Else.'",
        "DELETE FROM welcome_hope",
    ],
)
def test_nothing_that_was_said_is_rewritten(hope, priya, rewrite):
    rate(hope, priya, 4)
    with pytest.raises((ProgrammingError, DatabaseError)), transaction.atomic():
        connection.cursor().execute(rewrite)


def test_a_hope_is_laid_down_once_and_for_all(hope, priya):
    actions.lay_down(hope, by=priya, why="come_true")
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        Hope.objects.filter(pk=hope.pk).update(laid_down_why="not_now")


def test_all_hopes_are_read_in_one_query(amina, priya):
    for scores in ([], [3], [1, 6, 2]):
        make.make_hope(amina, priya, *scores)
    with CaptureQueriesContext(connection) as queries:
        now, before = all_hopes(amina)
        told = [one.told for one in now]
    assert len(queries) == 1
    assert told == ["Not rated yet.", "3 today.", "1 today, 2 today."]
    assert (now[2].stones.first, now[2].stones.latest) == (1, 2)
    assert before == []


def test_the_day_of_a_rating_is_said_as_people_say_it(amina, priya, time_machine):
    time_machine.move_to("2026-12-02 12:00+00:00")
    hope = make.make_hope(amina, priya)
    for days, score in ((400, 1), (15, 2)):
        at = hope.named_at - timedelta(days=days)
        Rating.objects.create(hope=hope, score=score, by=priya, at=at)
    [one] = open_hopes(amina)
    assert one.told == "1 on 28 October 2025, 2 on 17 November."
    assert one.change.verdict == "no reliable change"


def test_a_partner_reads_open_hopes_and_cannot_press_anything(amina, priya):
    make.make_hope(amina, priya, 1, 6)
    laid = make.make_hope(amina, priya, words="To dance.")
    actions.lay_down(laid, by=priya, why="not_now")
    template = Template("{% load hopes %}{% hopes_read person %}")
    page = template.render(Context({"person": amina}))
    assert "To open one letter" in page
    assert 'aria-label="From 1 to 6, out of 10"' in page
    assert "Reliably better" in page
    assert "To dance" not in page
    assert "<form" not in page and "<a " not in page


def test_her_copy_has_her_hopes(hope, priya, amina):
    rate(hope, priya, 4, words="Nearly.")
    [kept] = copy_of(amina)["hopes"]
    assert kept["words"] == "To sleep till the alarm."
    assert [(r["score"], r["words"]) for r in kept["ratings"]] == [(4, "Nearly.")]


def test_only_her_own_team_sees_a_hope(hope, tomasz, priya, omar):
    assert list(Hope.objects.visible_to(priya)) == [hope]
    assert not Hope.objects.visible_to(tomasz).exists()
    assert not Hope.objects.visible_to(omar).exists()


def test_priya_names_and_rates_on_the_page(client, priya, amina):
    client.force_login(priya)
    address = f"/people/{amina.pk}/hopes/"
    client.post(address, {"once": uuid.uuid4(), "words": "To dance."})
    hope = amina.hopes.get()
    said = {f"rate-{hope.pk}-{k}": v for k, v in {
        "once": uuid.uuid4(), "score": 3, "voice": "person", "words": "A bit."
    }.items()}  # fmt: skip
    assert client.post(f"/hopes/{hope.pk}/rate/", said).status_code == 302
    page = text(client.get(address))
    assert "3 today." in page and "A bit." in page


def test_what_was_typed_is_kept_when_the_number_is_missing(client, priya, hope):
    client.force_login(priya)
    said = {f"rate-{hope.pk}-words": "Tuesdays.", f"rate-{hope.pk}-voice": "team"}
    page = text(client.post(f"/hopes/{hope.pk}/rate/", said))
    assert "Choose a number from 0 to 10" in page
    assert 'value="Tuesdays."' in page
    assert hope.ratings.count() == 0
