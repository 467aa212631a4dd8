"""Drafts are discarded, and brought back word for word."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from welcome import actions, tasks
from welcome.models import Conversation, Draft, Event, Introduction, Letter
from welcome.models.discarding import KEPT_DAYS
from welcome.reading.last_contacts import listened
from welcome.refusals import Refused

from .. import factories as make
from ..reading_pages import text

SAID = {
    "brought": "Something else.", "phone": "", "email": "", "may": [],
    "reach_words": "", "access": [], "access_words": "", "interpreter": "",
    "place": "The library",
}  # fmt: skip
WORDS = "I stopped opening my post.\n\n  Ünïcode – and blanks  "

#: What the page of `draft` sends, with the versions that it has read.
ON_THE_PAGE = {"brought": WORDS, "v_brought": "1", "hard": "Mornings.", "v_hard": "1"}


@pytest.fixture
def ailsa(team):
    return make.make_person(team=team, known_as="Ailsa")


@pytest.fixture
def draft(ailsa, priya):
    draft = actions.begin(ailsa, by=priya)
    actions.save(draft, "brought", by=priya, words=WORDS, version=0)
    actions.save(draft, "hard", by=priya, words="Mornings.", version=0)
    return draft


@pytest.fixture
def dev(team):
    return make.make_welcomer(team, name="Dev Anand")


def boxes(draft):
    return list(draft.drafts.order_by("box").values("box", "words", "version"))


def address(name, thing):
    return reverse(f"welcome:{name}", args=[thing.pk])


def test_a_discarded_draft_comes_back_with_every_word(draft, priya):
    before = boxes(draft)

    actions.discard_conversation(draft, by=priya)
    assert not Conversation.objects.drafts().exists()
    back = actions.restore_conversation(draft, by=priya)

    assert back.is_draft
    assert back.is_first
    assert boxes(back) == before
    assert Event.objects.filter(what="conversation.discarded").count() == 1
    assert Event.objects.filter(what="conversation.restored").count() == 1


def test_discarding_and_undoing_twice_is_once(draft, priya, dev):
    actions.discard_conversation(draft, by=priya)
    again = actions.discard_conversation(draft, by=dev)
    assert again.discarded_by == priya

    actions.restore_conversation(draft, by=dev)
    actions.restore_conversation(draft, by=priya)
    assert Event.objects.filter(what="conversation.discarded").count() == 1
    assert Event.objects.filter(what="conversation.restored").count() == 1


def test_a_finished_conversation_cannot_be_discarded(draft, priya):
    actions.finish(draft, by=priya, said=SAID, read_back=True)

    with pytest.raises(Refused, match="has finished this conversation"):
        actions.discard_conversation(draft, by=priya)
    now = timezone.now()
    refused = pytest.raises(IntegrityError, match="finished_is_never_discarded")
    with refused, transaction.atomic():
        Conversation.objects.update(discarded_at=now, discarded_by=priya)


def test_who_discarded_and_when_travel_together(draft, priya):
    letter = make.make_letter(draft.person, priya)
    for rows in (
        Conversation.objects.filter(pk=draft.pk),
        Letter.objects.filter(pk=letter.pk),
    ):
        refused = pytest.raises(IntegrityError, match="discarded_has_who_and_when")
        with refused, transaction.atomic():
            rows.update(discarded_at=timezone.now())


def test_a_person_whom_no_one_holds_waits_again_when_the_draft_is_discarded(
    team, priya
):
    asked = make.make_introduction(team, known_as="Callum")
    draft = actions.welcome(by=priya, team=team, known_as="Callum", introduction=asked)
    assert not Introduction.objects.waiting().exists()

    actions.discard_conversation(draft, by=priya)
    assert Introduction.objects.waiting().get() == asked

    actions.restore_conversation(draft, by=priya)
    asked.refresh_from_db()
    assert asked.answered_at
    assert asked.let_go_by is None


def test_someone_who_came_without_an_introduction_is_on_the_waiting_list(team, priya):
    draft = actions.welcome(by=priya, team=team, known_as="Callum")

    actions.discard_conversation(draft, by=priya)

    waiting = Introduction.objects.waiting().get()
    assert waiting.person == draft.person
    assert waiting.team == team


def test_what_was_heard_before_does_not_wait_again(team, priya):
    asked = make.make_introduction(team, known_as="Callum")
    first = actions.welcome(by=priya, team=team, known_as="Callum", introduction=asked)
    actions.finish(first, by=priya, said=SAID, read_back=True)
    later = actions.begin(first.person, by=priya)

    actions.discard_conversation(later, by=priya)

    assert not Introduction.objects.waiting().exists()


def test_another_draft_begun_since_is_named_when_undoing(draft, priya, dev):
    actions.discard_conversation(draft, by=priya)
    other = actions.begin(draft.person, by=dev)
    assert other != draft
    assert other.is_first

    with pytest.raises(Refused, match="Dev Anand has started another conversation"):
        actions.restore_conversation(draft, by=priya)

    actions.finish(other, by=dev, said=SAID, read_back=True)
    back = actions.restore_conversation(draft, by=priya)
    assert not back.is_first
    assert boxes(back)[0]["words"] == WORDS


def test_a_discarded_conversation_is_no_contact(draft, ailsa, priya):
    actions.discard_conversation(draft, by=priya)
    assert not listened(ailsa.pk).exists()


def test_words_typed_into_a_discarded_draft_are_refused_and_kept(draft, priya, client):
    actions.discard_conversation(draft, by=priya)
    with pytest.raises(Refused, match="has discarded this draft"):
        actions.save(draft, "brought", by=priya, words="More", version=1)

    client.force_login(priya)
    typed = {"box": "brought", "words": "More", "version": "1"}
    answer = client.post(address("save_draft", draft), typed)
    assert (answer.status_code, answer.json()) == (410, {"problem": "discarded"})

    answer = client.post(address("conversation", draft), {"brought": "More words"})
    assert answer.status_code == 409
    assert "More words" in text(answer)
    assert "has been discarded on another page" in text(answer)


def test_the_button_on_the_page_saves_what_is_typed_and_discards_it(
    draft, priya, client
):
    client.force_login(priya)
    typed = ON_THE_PAGE | {"going_well": "The choir.", "discard": "yes"}
    answer = client.post(address("conversation", draft), typed, follow=True)

    assert "Draft discarded." in text(answer)
    undo = address("restore_conversation", draft)
    assert f'action="{undo}"' in answer.content.decode()
    answer = client.post(undo, follow=True)
    assert "The draft is back" in text(answer)
    assert Draft.objects.get(box="going_well").words == "The choir."


def test_a_second_press_on_the_page_changes_nothing(draft, priya, client):
    client.force_login(priya)
    for _ in range(2):
        pressed = ON_THE_PAGE | {"discard": "yes"}
        answer = client.post(address("conversation", draft), pressed)
        assert answer.status_code == 302

    more = ON_THE_PAGE | {"hard": "Mornings, and post.", "discard": "yes"}
    answer = client.post(address("conversation", draft), more)
    assert answer.status_code == 409
    assert "Mornings, and post." in text(answer)
    assert Event.objects.filter(what="conversation.discarded").count() == 1


def test_today_discards_a_draft_in_one_press(draft, priya, client):
    client.force_login(priya)
    page = client.get(reverse("welcome:today")).content.decode()
    assert address("discard_conversation", draft) in page

    answer = client.post(address("discard_conversation", draft), follow=True)

    page = answer.content.decode()
    assert "Draft discarded." in page
    assert f'href="{address("conversation", draft)}"' not in page


def test_its_page_says_who_discarded_it_and_offers_to_undo(draft, priya, client):
    actions.discard_conversation(draft, by=priya)
    client.force_login(priya)

    page = text(client.get(address("conversation", draft)))

    assert "This draft was discarded" in page
    assert "Mornings." not in page


def test_the_list_shows_what_i_wrote_and_what_i_discarded_and_nothing_else(
    draft, team, priya, dev, client
):
    actions.discard_conversation(draft, by=dev)
    letter = make.make_letter(draft.person, dev)
    actions.discard_letter(letter, by=dev)

    client.force_login(priya)
    page = client.get(reverse("welcome:discarded_drafts")).content.decode()
    assert address("restore_conversation", draft) in page
    assert address("restore_letter", letter) not in page

    client.force_login(dev)
    page = client.get(reverse("welcome:discarded_drafts")).content.decode()
    assert address("restore_conversation", draft) in page
    assert address("restore_letter", letter) in page


def test_the_list_says_how_many_there_are_and_asks_no_more_the_longer_it_is(
    team, priya, client, django_assert_max_num_queries
):
    def discard_one(number):
        person = make.make_person(team=team, known_as=f"Person {number}")
        actions.discard_conversation(actions.begin(person, by=priya), by=priya)

    client.force_login(priya)
    for number in range(12):
        discard_one(number)
    with django_assert_max_num_queries(14):
        page = client.get(reverse("welcome:discarded_drafts"))
    assert "10 of 12" in text(page)

    whole = reverse("welcome:discarded_kind", args=["discarded-conversations"])
    with django_assert_max_num_queries(14):
        page = client.get(whole)
    assert page.content.decode().count("/restore/") == 12


def test_a_letter_is_discarded_and_comes_back(draft, priya, client):
    letter = make.make_letter(draft.person, priya)
    client.force_login(priya)

    answer = client.post(address("discard_letter", letter), follow=True)
    assert "Draft discarded." in text(answer)
    assert client.get(address("letter", letter)).status_code == 404

    answer = client.post(address("restore_letter", letter), follow=True)
    assert letter.addressee in text(answer)
    back = Letter.objects.get()
    assert (back.words, back.written_at) == (letter.words, letter.written_at)


def test_changing_a_discarded_letter_is_refused(draft, priya):
    letter = make.make_letter(draft.person, priya)
    actions.discard_letter(letter, by=priya)

    with pytest.raises(Refused, match="This draft was discarded"):
        actions.save_letter(
            draft.person, by=priya, to="person", addressee="A", words="B", draft=letter
        )


def test_after_its_days_a_draft_is_deleted_for_good(draft, priya):
    letter = make.make_letter(draft.person, priya)
    actions.discard_letter(letter, by=priya)
    actions.discard_conversation(draft, by=priya)
    recent = timezone.now() - timedelta(days=KEPT_DAYS - 1)
    Conversation.objects.update(discarded_at=recent)
    Letter.objects.update(discarded_at=recent)
    tasks.delete_discarded_drafts()
    assert Conversation.objects.exists()

    old = timezone.now() - timedelta(days=KEPT_DAYS, minutes=1)
    Conversation.objects.update(discarded_at=old)
    Letter.objects.update(discarded_at=old)
    tasks.delete_discarded_drafts()

    assert not Conversation.objects.exists()
    assert not Draft.objects.exists()
    assert not Letter.objects.exists()
    assert Event.objects.filter(what="conversation.deleted").count() == 1
    assert Event.objects.filter(what="letter_draft.deleted").count() == 1
    assert Introduction.objects.get().let_go_by is None


def test_nothing_is_discarded_if_the_last_step_fails(draft, priya, monkeypatch):
    def no_room(*args, **kwargs):
        raise OSError("no room")

    monkeypatch.setattr("welcome.actions.discarding.wait_again", no_room)
    with pytest.raises(OSError, match="no room"):
        actions.discard_conversation(draft, by=priya)

    assert Conversation.objects.get().is_draft
    assert not Event.objects.filter(what="conversation.discarded").exists()


@pytest.mark.django_db(transaction=True)
def test_two_who_discard_and_save_at_once_lose_no_word():
    team = make.make_team()
    priya = make.make_welcomer(team)
    draft = actions.begin(make.make_person(team=team), by=priya)
    start = Barrier(3)

    def at_once(act):
        start.wait(timeout=10)
        try:
            act()
        except Refused as why:
            return str(why)
        finally:
            connection.close()
        return ""

    def discard():
        actions.discard_conversation(draft, by=priya)

    def save():
        actions.save(draft, "brought", by=priya, words=WORDS, version=0)

    with ThreadPoolExecutor(3) as pool:
        said = list(pool.map(at_once, [discard, save, discard]))

    saved = Draft.objects.filter(conversation=draft, words=WORDS).exists()
    assert saved == (said[1] == "")
    assert "has discarded this draft" in said[1] or saved
    assert Event.objects.filter(what="conversation.discarded").count() == 1
