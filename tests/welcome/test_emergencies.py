"""A record opened in an emergency: for some minutes, written down, told, looked at."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import timezone

from welcome import actions
from welcome.actions.emergencies import remind_of_reviews
from welcome.linking import family
from welcome.models import ContactWish, Emergency, Event, Look, Message, Role
from welcome.private_links.safe_contact import next_safe_moment
from welcome.refusals import Refused

from .. import factories as make
from ..reading_pages import text as html


@pytest.fixture
def opened(amina, tomasz, flora):
    return actions.open_in_emergency(
        amina, by=tomasz, why="life", words="She rang from the bridge."
    )


def messages(template):
    return set(Message.objects.filter(template=template).values_list("to", flat=True))


def test_everybody_who_must_know_is_told(opened, amina, flora):
    assert messages("emergency_opened") == {flora.email}
    assert "north-east@example.org" in messages("emergency_at_your_team")
    assert Event.objects.filter(what="emergency.opened", person=amina).count() == 1


def test_pressed_twice_it_is_one(opened, amina, tomasz):
    again = actions.open_in_emergency(amina, by=tomasz, why="harm", words="Again.")

    assert again == opened
    assert Event.objects.filter(what="emergency.opened").count() == 1


def test_each_opening_of_the_page_is_a_look(client, opened, amina, tomasz):
    client.force_login(tomasz)
    before = Look.objects.filter(person=amina, why="emergency").count()

    page = html(client.get(f"/emergencies/{opened.pk}/"))

    assert "The letters frighten me." in page
    assert Look.objects.filter(person=amina, why="emergency").count() == before + 1


def test_when_the_time_is_over_nothing_is_read(client, opened, amina, tomasz):
    opened_at = timezone.now() - timedelta(minutes=61)
    Emergency.objects.filter(pk=opened.pk).update(
        opened_at=opened_at, until_at=opened_at + timedelta(minutes=60)
    )
    client.force_login(tomasz)
    looks = Look.objects.count()

    page = html(client.get(f"/emergencies/{opened.pk}/"))

    assert "closed again" in page
    assert "Amina" not in page
    assert "The letters frighten me." not in page
    assert Look.objects.count() == looks


def test_closed_early_it_is_closed(client, opened, tomasz):
    client.force_login(tomasz)

    client.post(f"/emergencies/{opened.pk}/close/")

    assert "closed again" in html(client.get(f"/emergencies/{opened.pk}/"))


def test_before_it_is_open_nobody_is_named(client, amina, tomasz):
    client.force_login(tomasz)

    page = html(client.get(f"/people/{amina.pk}/emergency/"))

    assert "Amina" not in page
    assert "North East Welcome Team" in page


def test_somebody_of_another_site_is_nobody(client, amina):
    far = make.make_welcomer(make.make_team())
    client.force_login(far)

    assert client.get(f"/people/{amina.pk}/emergency/").status_code == 404


def test_nobody_opens_their_own(client, amina, tomasz):
    amina.account = tomasz
    amina.save()
    client.force_login(tomasz)

    assert client.get(f"/people/{amina.pk}/emergency/").status_code == 404


def test_what_is_missing_is_said_and_what_was_typed_stays(client, amina, tomasz):
    client.force_login(tomasz)
    said = {"why": "life", "words": "From the bridge.", "is_told": "no"}

    answer = client.post(f"/people/{amina.pk}/emergency/", said)

    page = answer.content.decode()
    assert "Write how it could harm them to be told" in page
    assert "From the bridge." in page
    assert not Emergency.objects.exists()


def test_the_page_opens_it(client, amina, tomasz):
    client.force_login(tomasz)
    said = {"why": "life", "words": "From the bridge.", "is_told": "yes"}

    answer = client.post(f"/people/{amina.pk}/emergency/", said, follow=True)

    assert "Emergency access until" in answer.content.decode()


def test_the_person_is_told_by_mail_only_where_it_is_safe(amina, tomasz, flora):
    ContactWish.objects.filter(person=amina).update(
        email="amina@example.org", may_email=True
    )

    emergency = actions.open_in_emergency(amina, by=tomasz, why="life", words="x")

    assert messages("emergency_told") == {"amina@example.org"}
    emergency.refresh_from_db()
    assert emergency.told_at


def test_otherwise_the_team_tells_them(client, opened, amina, priya):
    assert not messages("emergency_told")
    client.force_login(priya)
    assert "has not been told yet" in html(client.get(f"/people/{amina.pk}/"))

    client.post(f"/emergencies/{opened.pk}/told/")

    opened.refresh_from_db()
    assert opened.told_by == priya
    page = html(client.get(f"/people/{amina.pk}/"))
    assert "has not been told yet" not in page


def test_on_their_safe_day_and_no_other():
    monday = timezone.make_aware(timezone.datetime(2026, 11, 23, 20, 0))
    tuesdays = ContactWish(days="2")

    assert next_safe_moment(ContactWish(days=""), monday) == monday
    assert next_safe_moment(ContactWish(days="1"), monday) == monday
    on = timezone.localtime(next_safe_moment(tuesdays, monday))
    assert (on.day, on.hour) == (24, 9)


def test_what_could_harm_them_is_kept_from_their_own_page(
    client, amina, priya, tomasz, flora
):
    kept = actions.open_in_emergency(
        amina, by=tomasz, why="harm", words="x", is_told=False,
        why_not_told="He reads her phone.",
    )  # fmt: skip
    Look.objects.create(
        person=amina, by=tomasz, why="emergency", reason="x",
        about=f"welcome.Emergency:{kept.pk}",
    )  # fmt: skip

    assert "emergency" in family.looks_at(amina).values_list("why", flat=True)
    assert "emergency" not in family.looks_told(amina).values_list("why", flat=True)
    told = family.events_told(amina).values_list("what", flat=True)
    assert "emergency.opened" not in told
    assert "agreement.given" in told or told.exists()
    with pytest.raises(Refused):
        actions.say_told(kept, by=tomasz)
    client.force_login(priya)
    page = html(client.get(f"/people/{amina.pk}/"))
    assert "Don’t tell Amina." in page
    assert "He reads her phone." in page


def test_once_it_is_safe_they_are_told(amina, tomasz, flora):
    ContactWish.objects.filter(person=amina).update(
        email="amina@example.org", may_email=True
    )
    kept = actions.open_in_emergency(
        amina, by=tomasz, why="harm", words="x", is_told=False,
        why_not_told="He reads her phone.",
    )  # fmt: skip
    assert not messages("emergency_told")

    actions.review(kept, by=flora, verdict="right", words="Yes.", tell_now=True)

    assert messages("emergency_told") == {"amina@example.org"}


def test_the_privacy_lead_reads_who_and_why_and_never_the_story(client, opened, flora):
    client.force_login(flora)

    listed = html(client.get("/privacy/"))
    page = html(client.get(f"/privacy/{opened.pk}/"))

    assert "Tomasz Baran" in listed
    assert "She rang from the bridge." in page
    for text in (listed, page):
        assert "Amina" not in text
        assert "The letters frighten me." not in text


def test_said_once_and_whoever_opened_it_hears(client, opened, flora, tomasz):
    client.force_login(flora)
    said = {"verdict": "talk", "words": "Ring the team first."}

    client.post(f"/privacy/{opened.pk}/", said)
    client.post(f"/privacy/{opened.pk}/", {"verdict": "wrong", "words": "No."})

    opened.refresh_from_db()
    assert (opened.verdict, opened.reviewed_by) == ("talk", flora)
    assert messages("emergency_reviewed") == {tomasz.email}


def test_another_places_privacy_lead_sees_nothing(client, opened):
    board = make.make_organisation(name="Far Board", site=make.make_site())
    far = make.make_member(Role.PRIVACY, board)
    client.force_login(far)

    assert "Tomasz" not in html(client.get("/privacy/"))
    assert client.get(f"/privacy/{opened.pk}/").status_code == 404


def test_nobody_reviews_their_own(opened, tomasz):
    with pytest.raises(Refused):
        actions.review(opened, by=tomasz, verdict="right", words="Of course.")
    with pytest.raises(IntegrityError), transaction.atomic():
        Emergency.objects.filter(pk=opened.pk).update(
            reviewed_at=timezone.now(), reviewed_by=tomasz, verdict="right", review="x"
        )


def test_what_nobody_looked_at_is_brought_to_mind_once(opened, flora):
    late = opened.review_due_on + timedelta(days=1)

    assert remind_of_reviews(today=opened.review_due_on) == 0
    assert remind_of_reviews(today=late) == 1
    assert remind_of_reviews(today=late) == 0
    assert messages("emergency_review_due") == {flora.email}


def test_without_a_privacy_lead_an_administrator_hears(amina, tomasz, site):
    board = make.make_organisation(name="Board", site=site)
    ann = make.make_member(Role.ADMIN, board, email="ann@example.org")

    actions.open_in_emergency(amina, by=tomasz, why="life", words="x")

    assert messages("emergency_opened") == {ann.email}


def test_a_list_of_many_asks_no_more(
    client, flora, opened, amina, site, django_assert_max_num_queries
):
    for n in range(12):
        team = make.make_team(site=site, name=f"T{n}")
        actions.open_in_emergency(
            amina, by=make.make_welcomer(team), why="life", words="x"
        )
    client.force_login(flora)

    with django_assert_max_num_queries(10):
        client.get("/privacy/")
    assert mail.outbox == []
