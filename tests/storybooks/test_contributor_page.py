"""What a contributor can do at their own door, and what a stranger learns there."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from storybooks.models import Consent, Narrative, State, Wish
from welcome.models import Message, PrivateLink

from ..reading_pages import text
from .tale import FACT, TEXT

YES = {
    "named": "chosen",
    "chosen_name": "Jean",
    "uses": ["web", "print_copies"],
    "months": "12",
}


def plain(response):
    """The page without what differs by chance: one-time keys and the address."""
    page = response.content.decode()
    page = re.sub(r'(csrfmiddlewaretoken" value|nonce)="[^"]*"', "", page)
    return re.sub(r"/mine/[^/]+/", "/mine/…/", page)


def test_the_whole_way_from_the_link_to_the_shelf(at_her_door, door, sent):
    page = at_her_door.get(door)
    assert TEXT.split("\n")[0] in page.content.decode()

    at_her_door.post(door + "yes/", YES | {"fingerprint": sent.fingerprint})

    sent.refresh_from_db()
    consent = Consent.objects.get()
    assert sent.state == State.APPROVED
    assert (consent.shown_as, consent.web, consent.print_copies, consent.media) == (
        "Jean",
        True,
        True,
        False,
    )
    assert "We’ve saved your yes" in at_her_door.get(door).content.decode()


@pytest.mark.parametrize(
    ("named", "shown"),
    [("full", "Eugenia Rutherford"), ("first", "Eugenia"), ("nobody", "Someone")],
)
def test_they_choose_the_name_that_stands_above_it(
    at_her_door, door, sent, named, shown
):
    said = YES | {"fingerprint": sent.fingerprint, "named": named}
    at_her_door.post(door + "yes/", said)
    assert Consent.objects.get().shown_as == shown


def test_a_yes_to_older_words_is_refused_on_the_page_with_the_newer(at_her_door, door):
    page = at_her_door.post(door + "yes/", YES | {"fingerprint": "0" * 32})
    assert page.status_code == 409
    assert "The words have changed since you read them" in page.content.decode()
    assert not Consent.objects.exists()


def test_without_a_place_to_be_read_there_is_no_yes(at_her_door, door, sent):
    said = YES | {"fingerprint": sent.fingerprint, "uses": []}
    page = at_her_door.post(door + "yes/", said)
    assert "Tick at least one place" in page.content.decode()
    assert not Consent.objects.exists()


def test_asking_for_a_change(at_her_door, door):
    at_her_door.post(door + "change/", {"words": "Not the bag."})
    assert Wish.objects.get().words == "Not the bag."
    assert "being worked on" in at_her_door.get(door).content.decode()


def test_taking_it_back_says_first_what_cannot_be_called_back(
    at_her_door, door, published
):
    Narrative.objects.update(printed_at="Leith Library, 20 copies")
    page = at_her_door.get(door + "take-back/").content.decode()
    assert "Leith Library" in page
    assert "What a reader has copied" in page
    at_her_door.post(door + "take-back/")
    published.refresh_from_db()
    assert published.state == State.WITHDRAWN
    page = at_her_door.get(door).content.decode()
    assert "You have taken your story back" in page
    assert "Leith Library" in page


def test_the_link_opens_for_as_long_as_people_can_read_it(published, client, door):
    with time_machine.travel(timezone.now() + timedelta(days=300)):
        assert client.post(door, {"fact": FACT}).status_code == 302
        client.post(door + "take-back/")
    published.refresh_from_db()
    assert published.state == State.WITHDRAWN


@pytest.mark.parametrize("path", ["", "yes/", "change/", "longer/", "take-back/"])
def test_without_the_word_no_page_opens_and_nothing_happens(client, door, sent, path):
    said = YES | {"fingerprint": sent.fingerprint, "words": "Hello"}
    for page in (client.get(door + path), client.post(door + path, said)):
        assert "the first letter" not in page.content.decode().lower()
        assert "You and your editor agreed on a word" in page.content.decode()
    sent.refresh_from_db()
    assert sent.state == State.WITH_CONTRIBUTOR
    assert not Wish.objects.exists()


def test_a_stranger_cannot_tell_a_real_link_from_none(client, door, sent):
    unknown = "/storybooks/mine/" + "x" * 43 + "/"
    assert plain(client.get(door)) == plain(client.get(unknown))
    real = client.post(door, {"fact": "guess"})
    none = client.post(unknown, {"fact": "guess"})
    assert plain(real) == plain(none)
    PrivateLink.objects.update(revoked_at=timezone.now())
    assert plain(client.post(door, {"fact": FACT})).replace(FACT, "guess") == plain(
        none
    )


def test_the_page_never_asks_the_question_that_was_agreed(client, door):
    assert "Where did we first meet" not in text(client.get(door))


def test_what_was_typed_arrives_when_the_door_has_closed_meanwhile(
    at_her_door, door, sent
):
    at_her_door.cookies.clear()
    asked = at_her_door.post(door + "change/", {"words": "Not the bag."})
    assert "We’ve kept what you wrote" in asked.content.decode()
    at_her_door.post(door + "change/", {"words": "Not the bag.", "fact": FACT})
    assert Wish.objects.get().words == "Not the bag."


def test_the_door_closes_by_itself_after_two_hours(at_her_door, door):
    with time_machine.travel(timezone.now() + timedelta(hours=2, minutes=1)):
        page = at_her_door.get(door).content.decode()
    assert "You and your editor agreed on a word" in page


def test_leaving_closes_the_door_in_this_browser(at_her_door, door):
    at_her_door.post(door + "leave/")
    page = at_her_door.get(door).content.decode()
    assert "You and your editor agreed on a word" in page


def test_a_fresh_link_shuts_the_lost_one(at_her_door, door, sent, edith):
    from storybooks import actions

    actions.send_link_again(sent, by=edith)
    page = at_her_door.get(door).content.decode()
    assert "You and your editor agreed on a word" in page
    fresh = Message.objects.get(template="narrative_link").path
    assert at_her_door.post(fresh, {"fact": FACT}).status_code == 302


def test_no_copy_of_the_page_is_kept_and_no_engine_may_name_it(client, door):
    page = client.get(door)
    assert page["Cache-Control"] == "no-store"
    assert "noindex" in page["X-Robots-Tag"]


def test_a_message_holds_a_reference_and_a_link_and_nothing_of_the_story(
    published, edith, mailoutbox
):
    from welcome.messages import emailing, outbox

    outbox.deliver_due(emailing.carry)
    for mail in mailoutbox:
        said = mail.subject + mail.body
        for word in ("Jean", "Eugenia", "The bag", "gas", "Edinburgh"):
            assert word not in said
        token = re.search(r"/mine/([^/]+)/", said)
        assert bool(token) == (mail.to == ["jean@example.org"])
    assert len(mailoutbox) == 3


def test_a_key_that_was_carried_is_not_kept_in_the_outbox(sent, edith):
    from welcome.messages import outbox

    paths = []
    outbox.deliver_due(lambda message: paths.append(message.path))
    assert "/mine/" in paths[0]
    assert not Message.objects.filter(path__contains="/mine/").exists()


def test_many_words_in_a_row_from_one_place_are_slowed(client, door):
    for n in range(31):
        client.post(f"/storybooks/mine/nothing{n}/", {"fact": "guess"})
    page = client.post(door, {"fact": FACT})
    assert "too many wrong words" in page.content.decode()


def test_no_log_line_holds_the_token(client, door, caplog):
    token = door.split("/")[3]
    with caplog.at_level("DEBUG"):
        client.get(door)
        client.post(door, {"fact": "guess"})
    ours = [r for r in caplog.records if r.name.startswith(("livingwell", "welcome"))]
    assert ours
    assert all(token not in str(vars(record).get("path", "")) for record in ours)


@pytest.fixture
def named(sent):
    """Her own name is in the title, and in the text."""
    Narrative.objects.update(
        title="Eugenia’s bag", text="I am Eugenia. " + TEXT, pull_quote=""
    )
    sent.refresh_from_db()
    return sent


@pytest.fixture
def asked_for_no_name(at_her_door, door, named):
    said = YES | {"fingerprint": named.fingerprint, "named": "nobody", "months": "24"}
    return at_her_door.post(door + "yes/", said)


def test_no_name_at_all_is_not_agreed_to_while_it_is_in_the_text(
    asked_for_no_name, named
):
    page = asked_for_no_name.content.decode()
    assert asked_for_no_name.status_code == 409
    assert "“Eugenia’s” and “Eugenia” are still in the title and the story." in page
    assert "I am <strong>Eugenia</strong>. The first letter" in page
    assert "Choose another way to be named" in page
    assert not Consent.objects.exists()


def test_what_they_chose_is_still_chosen_on_the_page_that_says_so(asked_for_no_name):
    page = asked_for_no_name.content.decode()
    checked = re.findall(r'value="(\w+)"[^>]*checked', page)
    assert {"nobody", "web", "print_copies", "24"} <= set(checked)


def test_the_message_to_the_editor_is_begun_for_them(
    asked_for_no_name, at_her_door, door, named, edith
):
    page = asked_for_no_name.content.decode()
    words = re.search(r"Please take this out\.[^<]*", page)[0]
    at_her_door.post(door + "change/", {"words": words})
    named.refresh_from_db()
    assert named.state == State.DRAFT
    assert "Eugenia" in Wish.objects.get().words
    assert Message.objects.filter(template="narrative_name_found").count() == 1


def test_coming_back_later_it_still_says_what_was_found(
    asked_for_no_name, at_her_door, door
):
    page = at_her_door.get(door).content.decode()
    assert "Your name is still in your story" in page
    assert re.search(r'value="nobody"[^>]*checked', page)


def test_another_way_to_be_named_is_a_yes(asked_for_no_name, at_her_door, door, named):
    said = YES | {"fingerprint": named.fingerprint, "named": "first"}
    assert at_her_door.post(door + "yes/", said).status_code == 302
    named.refresh_from_db()
    assert (named.state, named.name_found_at) == (State.APPROVED, None)


def test_a_first_name_comes_after_a_title(at_her_door, door, sent):
    sent.contributor.name = "Dr Eugenia Rutherford"
    sent.contributor.save()
    assert "My first name: Eugenia" in at_her_door.get(door).content.decode()
