"""The editors' desk: the whole way, what is refused, and who may not even look."""

from uuid import uuid4

import pytest
from django.urls import reverse

from storybooks import actions
from storybooks.models import Contributor, Narrative, State
from tests import factories as make
from welcome.models import Role

from .tale import ANSWERS, WORDS

PAGES = ["narrative", "edit", "clear", "send", "take_down", "withdraw"]
POSTS = ["replace", "send_again", "publish", "copies"]


@pytest.fixture
def at_the_desk(client, edith):
    client.force_login(edith)
    return client


def url(name, narrative=None):
    return reverse(f"storybooks:{name}", args=[narrative.pk] if narrative else [])


def text_of(response):
    return response.content.decode()


def test_an_editor_brings_a_story_from_a_blank_page_to_its_contributor(
    at_the_desk, book, edith
):
    press = edith.current_memberships[0].organisation
    at_the_desk.post(
        url("contributor"),
        {
            "organisation": press.pk,
            "name": "Eugenia Rutherford",
            "email": "jean@example.org",
            "named": "chosen",
            "shown_as": "Jean",
        },
    )
    jean = Contributor.objects.get()
    at_the_desk.post(
        url("write"),
        WORDS
        | {
            "once": uuid4(),
            "storybook": book.pk,
            "contributor": jean.pk,
            "text": "Ring Moira on 0131 496 0123. " + WORDS["text"],
        },
    )
    narrative = Narrative.objects.get()
    page = text_of(at_the_desk.get(url("clear", narrative)))
    assert '<mark class="must">0131 496 0123</mark>' in page
    at_the_desk.post(
        url("replace", narrative),
        {
            "was": "0131 496 0123",
            "became": "her own telephone",
            "why": "a number",
        },
    )
    narrative.refresh_from_db()
    at_the_desk.post(
        url("decide_mark", narrative),
        {
            "seen": narrative.fingerprint,
            "words": "Ring Moira",
            "decision": "kept",
            "why": "Her friend wants to be named.",
        },
    )
    at_the_desk.post(
        url("clear", narrative),
        {
            "seen": narrative.fingerprint,
            **ANSWERS,
        },
    )
    at_the_desk.post(
        url("send", narrative),
        {
            "question": "Where did we first meet?",
            "fact": "garden centre",
        },
    )
    narrative.refresh_from_db()
    assert narrative.state == State.WITH_CONTRIBUTOR
    assert "has had it since" in text_of(at_the_desk.get(url("desk")))


def test_publishing_and_taking_down(at_the_desk, cooled):
    at_the_desk.post(url("publish", cooled))
    cooled.refresh_from_db()
    assert cooled.state == State.PUBLISHED
    assert "Take it down" in text_of(at_the_desk.get(url("take_down", cooled)))
    at_the_desk.post(url("take_down", cooled))
    cooled.refresh_from_db()
    assert cooled.state == State.TAKEN_DOWN


def test_a_button_that_comes_too_early_answers_with_a_sentence(at_the_desk, approved):
    response = at_the_desk.post(url("publish", approved))
    assert response.status_code == 409
    assert "can change their mind until" in text_of(response)


def test_what_was_typed_still_stands_there_when_it_is_refused(
    at_the_desk, draft, edith, book
):
    seen = draft.fingerprint
    actions.edit(draft, by=edith, seen=seen, text="Another editor’s words.")
    response = at_the_desk.post(
        url("edit", draft),
        WORDS
        | {
            "seen": seen,
            "storybook": book.pk,
            "text": "My long morning’s work.",
            "pull_quote": "",
        },
    )
    assert response.status_code == 409
    assert "My long morning’s work." in text_of(response)
    assert "Someone changed this story" in text_of(response)


def test_only_their_own_words_are_set_large(at_the_desk, draft, book):
    response = at_the_desk.post(
        url("edit", draft),
        WORDS
        | {
            "seen": draft.fingerprint,
            "storybook": book.pk,
            "pull_quote": "We did well.",
        },
    )
    assert "Copy the sentence exactly" in text_of(response)


def test_a_contributor_without_an_address_cannot_be_written_to(
    at_the_desk, cleared, jean
):
    Contributor.objects.update(email="")
    response = at_the_desk.post(
        url("send", cleared),
        {
            "question": "Where did we first meet?",
            "fact": "garden centre",
        },
    )
    assert response.status_code == 409
    assert "e-mail address first" in text_of(response)


def test_somebody_else_s_desk_is_not_there(client, draft):
    press = make.make_organisation(name="Another press")
    client.force_login(make.make_member(Role.EDITOR, press))
    for name in PAGES:
        assert client.get(url(name, draft)).status_code == 404
    for name in POSTS:
        assert client.post(url(name, draft)).status_code == 404
    assert "The bag" not in text_of(client.get(url("desk")))


@pytest.mark.parametrize("who", ["priya", "omar", "carol", "stranger"])
def test_nobody_but_editors_comes_to_the_desk(client, request, draft, who):
    client.force_login(request.getfixturevalue(who))
    for name in PAGES:
        assert client.get(url(name, draft)).status_code == 403
    for name in ("desk", "write", "contributor"):
        assert client.get(url(name)).status_code == 403


def test_the_desk_stays_quick_with_many_stories(
    at_the_desk, book, jean, edith, django_assert_max_num_queries
):
    for n in range(12):
        actions.write(
            by=edith,
            once=uuid4(),
            storybook=book,
            contributor=jean,
            **WORDS | {"title": f"Story {n}"},
        )
    with django_assert_max_num_queries(15):  # one for each state
        at_the_desk.get(url("desk"))
    narrative = Narrative.objects.first()
    with django_assert_max_num_queries(14):
        at_the_desk.get(url("narrative", narrative))


def test_an_editor_sees_which_name_waits_to_be_taken_out(at_the_desk, sent, hand):
    Narrative.objects.update(title="Eugenia’s bag")
    actions.note_name_left_in(
        sent, by=hand, naming=actions.Naming("nobody", "Somebody")
    )
    assert "Next: take a name out." in text_of(at_the_desk.get(url("desk")))
    page = text_of(at_the_desk.get(url("narrative", sent)))
    assert "In the title: “<strong>Eugenia’s</strong> bag”" in page


def test_an_editor_is_told_why_a_name_stops_publication(at_the_desk, cooled):
    Contributor.objects.update(name="Edinburgh Bell")
    page = text_of(at_the_desk.get(url("narrative", cooled)))
    assert "In the place: “<strong>Edinburgh</strong>”" in page
    assert "Put it on the shelf" not in page
    answer = at_the_desk.post(url("publish", cooled))
    assert answer.status_code == 409
    assert "“Edinburgh” is still in the place." in text_of(answer)


def test_a_storybook_is_not_given_words_that_name_somebody(client, published):
    client.force_login(make.make_user(is_staff=True, is_superuser=True))
    book = published.storybook
    words = {"slug": book.slug, "kind": book.kind, "title": book.title}
    said = words | {"words": "With Eugenia in it.", "site": ""}
    page = client.post(f"/admin/storybooks/storybook/{book.pk}/change/", said)
    assert "asked to leave out" in text_of(page)
    said["words"] = "With nobody in it."
    page = client.post(f"/admin/storybooks/storybook/{book.pk}/change/", said)
    assert page.status_code == 302
