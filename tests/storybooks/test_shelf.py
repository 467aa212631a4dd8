"""What the public can read, and what is gone."""

from uuid import uuid4

import pytest
from django.template import Context, Template
from django.utils import timezone

from storybooks import actions
from storybooks.models import Narrative, State

from .tale import ANSWERS, FACT, TEXT, WORDS

SHELF = "/storybooks/"
BOOK = "/storybooks/the-long-way-round/"
STORY = "/storybooks/the-long-way-round/the-bag/"
SECRETS = ["Eugenia", "Rutherford", "jean@example.org", "Kitchen Table Press"]


def text_of(response):
    return response.content.decode()


def test_a_published_story_is_read_with_its_note_first(client, published):
    page = text_of(client.get(STORY))
    assert page.index("Before you read") < page.index("The first letter")
    assert "116 123" in page
    assert "Jean is the name they chose" in page


def test_no_page_tells_who_anybody_is(client, published):
    for address in (SHELF, BOOK, STORY):
        page = text_of(client.get(address))
        assert "Jean" in page
        for secret in [*SECRETS, str(published.pk), str(published.contributor_id)]:
            assert secret not in page


@pytest.mark.parametrize(
    "state",
    [State.DRAFT, State.DEIDENTIFIED, State.WITH_CONTRIBUTOR, State.APPROVED],
)
def test_nobody_learns_of_a_story_that_is_not_published(
    db, client, state, in_every_state
):
    in_every_state(state)
    assert client.get(STORY).status_code == 404
    for address in (SHELF, BOOK):
        assert "The bag" not in text_of(client.get(address))


def test_one_that_was_never_public_and_is_taken_back_was_never_there(
    client, sent, hand
):
    actions.withdraw(sent, by=hand)
    assert client.get(STORY).status_code == 404


def test_a_story_that_was_taken_back_is_gone_kindly(client, published, hand):
    actions.withdraw(published, by=hand)
    response = client.get(STORY)
    page = text_of(response)
    assert response.status_code == 410
    assert "has withdrawn it" in page
    for word in ("Jean", "The bag", TEXT[:20], "six times"):
        assert word not in page
    for address in (SHELF, BOOK):
        assert "The bag" not in text_of(client.get(address))


def test_a_story_that_was_taken_down_says_nothing_of_its_teller(
    client, published, edith
):
    actions.take_down(published, by=edith)
    response = client.get(STORY)
    assert response.status_code == 410
    assert "taken it back" not in text_of(response)
    assert "Jean" not in text_of(response)


def test_a_story_that_is_written_anew_is_gone_until_it_is_approved(
    client, published, edith
):
    down = actions.take_down(published, by=edith)
    actions.edit(down, by=edith, seen=down.fingerprint, text="Anew.")
    assert client.get(STORY).status_code == 410


@pytest.mark.parametrize("address", [SHELF, BOOK, STORY])
def test_no_cache_keeps_what_may_be_taken_back(client, published, address):
    response = client.get(address)
    assert response["Cache-Control"] == "no-store"
    assert response["X-Robots-Tag"] == "noarchive"


@pytest.mark.parametrize("address", [SHELF, BOOK, STORY])
def test_a_public_page_asks_the_database_little(
    client, published, address, django_assert_max_num_queries
):
    with django_assert_max_num_queries(6):
        assert client.get(address).status_code == 200


def test_one_story_leads_to_the_next_and_the_last_to_the_first(
    client, published, book, jean, edith, say_yes
):
    assert "story 1 of 1" in text_of(client.get(STORY))
    assert "Next:" not in text_of(client.get(STORY))
    other = actions.write(
        by=edith,
        once=uuid4(),
        storybook=book,
        contributor=jean,
        **WORDS | {"title": "The kettle"},
    )
    other = actions.mark_deidentified(
        other, by=edith, seen=other.fingerprint, **ANSWERS
    )
    other = actions.send_to_contributor(other, by=edith, question="?", fact=FACT)
    say_yes(other)
    Narrative.objects.filter(pk=other.pk).update(cooling_until=timezone.now())
    actions.publish(other, by=edith)

    first, last = text_of(client.get(STORY)), text_of(client.get(f"{BOOK}the-kettle/"))
    assert "story 1 of 2" in first
    assert f'Next: <a href="{BOOK}the-kettle/">' in first
    assert "story 2 of 2" in last
    assert f'Next: <a href="{STORY}">' in last


def test_a_theme_finds_a_published_sentence_and_nothing_else(published, site, hand):
    show = Template(
        '{% load storybook_parts %}{% quote_about "money" site as quote %}'
        "{{ quote.words }}|{{ quote.shown_as }}|{{ quote.url }}"
    )
    page = show.render(Context({"site": site}))
    assert page == f"I have told this six times in this city.|Jean|{STORY}"
    actions.withdraw(published, by=hand)
    assert show.render(Context({"site": site})) == "||"


def test_an_unknown_book_is_nowhere(client, published):
    assert client.get(f"/storybooks/{uuid4()}/").status_code == 404
    assert client.get("/storybooks/another-book/the-bag/").status_code == 404
