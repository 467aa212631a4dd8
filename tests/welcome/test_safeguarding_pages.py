"""Safeguarding on the pages: who sees it at the top, and who never learns of it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from welcome import actions
from welcome.models import SafeguardingConcern

from .. import factories as make
from ..reading_pages import text as html

MARKED = "A bruise on her wrist."
WORD = "Copper teapot"


def test_the_team_sees_it_at_the_top_of_every_page_about_the_person(
    concern, amina, priya
):
    client = make.browser_of(priya)

    for name in ("person", "trail", "about", "hopes", "map", "door", "hand_over"):
        page = html(client.get(reverse(f"welcome:{name}", args=[amina.pk])))
        assert "Safeguarding concern about an adult." in page, name
        assert f"/safeguarding/{concern.pk}/" in page, name
        assert f"/people/{amina.pk}/safeguarding/" in page, name


def test_the_top_says_when_its_review_is_due_and_overdue(concern, amina, priya):
    client, today = make.browser_of(priya), timezone.localdate()
    rows = SafeguardingConcern.objects.filter(pk=concern.pk)

    rows.update(review_on=today)
    assert "Review due today" in html(client.get(f"/people/{amina.pk}/"))
    rows.update(review_on=today - timedelta(days=1))
    assert "Review overdue since" in html(client.get(f"/people/{amina.pk}/"))


def test_closed_concerns_are_not_at_the_top(concern, amina, priya, sheila):
    actions.close_concern(concern, by=sheila, outcome="nothing", words="Looked into.")

    page = html(make.browser_of(priya).get(f"/people/{amina.pk}/"))

    assert "Safeguarding concern about an adult." not in page
    raising = html(make.browser_of(priya).get(f"/people/{amina.pk}/safeguarding/"))
    assert f"/safeguarding/{concern.pk}/" in raising


def test_a_concern_can_be_raised_from_a_conversation_and_the_huddle(
    amina, priya, ruth, team
):
    client = make.browser_of(priya)
    talking = actions.begin(amina, by=priya)
    actions.raise_in_huddle(amina, by=ruth, why="She rang twice")
    link = f"/people/{amina.pk}/safeguarding/"

    assert link in html(client.get(f"/conversations/{talking.pk}/"))
    assert link in html(client.get("/huddle/"))
    assert link in html(client.get(f"/people/{amina.pk}/raise/"))


def test_raising_it_writes_it_down_hidden_and_says_so(amina, priya, sheila):
    client, said = make.browser_of(priya), make.typed_concern()

    page = html(client.post(f"/people/{amina.pk}/safeguarding/", said, follow=True))

    assert "Raised. The lead has been told." in page
    assert "Her boy was alone at ten." in page
    assert "Hidden from Amina." in page
    concern = SafeguardingConcern.objects.get()
    assert (concern.raised_by, concern.from_team) == (priya, priya.first_team)


def test_someone_in_danger_is_told_to_call_999_and_the_councils_line(
    amina, priya, site
):
    site.safeguarding_phone = "0131 496 0999"
    site.save()
    client, said = make.browser_of(priya), make.typed_concern(in_danger_now="on")

    page = html(client.post(f"/people/{amina.pk}/safeguarding/", said, follow=True))

    assert "Someone was in danger when this was raised." in page
    assert "tel:999" in page
    assert "tel:01314960999" in page


def test_all_that_is_missing_is_said_at_once_and_what_was_typed_stays(amina, priya):
    wrong = {"seen_or_said": "A shout.", "is_shown": "yes", "review_on_0": "31"}

    page = html(make.browser_of(priya).post(f"/people/{amina.pk}/safeguarding/", wrong))

    for words in (
        "Choose whether an adult or a child may be at risk",
        "Write who you have told",
        "Add a month and a year to the review date",
        "Write why it is safe to show it to them",
    ):
        assert words in page
    assert "A shout." in page
    assert 'value="31"' in page
    assert not SafeguardingConcern.objects.exists()


@pytest.mark.parametrize("days", [-1, 91])
def test_a_review_is_ahead_and_within_three_months(amina, priya, days):
    day = timezone.localdate() + timedelta(days=days)
    wrong = make.typed_concern(
        review_on_0=day.day, review_on_1=day.month, review_on_2=day.year
    )

    page = html(make.browser_of(priya).post(f"/people/{amina.pk}/safeguarding/", wrong))

    assert "Choose the review date on or" in page
    assert not SafeguardingConcern.objects.exists()


def test_the_page_says_who_gets_it_where_there_is_no_lead(amina, priya):
    page = html(make.browser_of(priya).get(f"/people/{amina.pk}/safeguarding/"))

    assert "Edinburgh has no safeguarding lead yet" in page


def test_the_person_page_asks_no_more_with_concerns(
    amina, priya, django_assert_max_num_queries
):
    for number in range(8):
        make.raise_concern(amina, priya, seen_or_said=f"Number {number}")
    client = make.browser_of(priya)

    with django_assert_max_num_queries(16):
        page = html(client.get(f"/people/{amina.pk}/"))
    assert page.count("Safeguarding concern about an adult.") == 5
    assert "There are more open concerns." in page


def test_an_update_keeps_both_where_the_form_was_sent_with_other_words(concern, priya):
    client, path = make.browser_of(priya), f"/safeguarding/{concern.pk}/update/"
    first = make.typed_concern(words="The council rang.", council_reference="ADS-1207")

    client.post(path, first)
    client.post(path, first)
    page = html(client.post(path, first | {"words": "They visit."}, follow=True))

    assert "We’ve kept both" in page
    assert concern.notes.count() == 2
    assert "The council rang." in page


def test_whoever_has_the_record_open_in_an_emergency_sees_it_and_raises_another(
    concern, amina, tomasz, flora
):
    opened = actions.open_in_emergency(
        amina, by=tomasz, why="life", words="From the bridge."
    )
    client = make.browser_of(tomasz)

    page = html(client.get(f"/emergencies/{opened.pk}/"))
    assert "Safeguarding concern about an adult." in page
    link = f"/emergencies/{opened.pk}/safeguarding/"
    assert link in page
    page = html(client.post(link, make.typed_concern(), follow=True))
    assert "Her boy was alone at ten." in page

    actions.close_emergency(opened, by=tomasz)
    assert client.get(link).status_code == 404
    assert client.get(f"/safeguarding/{concern.pk}/").status_code == 404
    mine = SafeguardingConcern.objects.get(raised_by=tomasz)
    page = html(client.get(f"/safeguarding/{mine.pk}/"))
    assert "Her boy was alone at ten." in page
    assert "Amina" not in page
