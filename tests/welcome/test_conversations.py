"""Listening: what is typed is kept, and nobody writes over anybody."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from welcome import actions
from welcome.models import Conversation, Draft, Event, Look, Passage
from welcome.refusals import Refused

from .. import factories as make
from ..reading_pages import text

SAID = {
    "brought": "I stopped opening my post.",
    "please_do": "Give me time.",
    "phone": "07700 900418",
    "email": "",
    "may": ["text"],
    "reach_words": "Not before eleven.",
    "access": ["large_print"],
    "access_words": "",
    "interpreter": "",
    "place": "The library",
}


@pytest.fixture
def draft(priya, team):
    person = make.make_person(team=team, known_as="Ailsa")
    return actions.begin(person, by=priya)


def test_beginning_twice_carries_on_the_same_draft(draft, priya):
    again = actions.begin(draft.person, by=priya)

    assert again == draft
    assert Event.objects.filter(what="conversation.begun").count() == 1


def test_each_save_counts_up_and_the_same_words_do_not(draft, priya):
    first = actions.save(draft, "brought", by=priya, words="I", version=0)
    second = actions.save(draft, "brought", by=priya, words="I stopped", version=1)
    same = actions.save(draft, "brought", by=priya, words="I stopped", version=1)

    assert [first.version, second.version, same.version] == [1, 2, 2]


def test_what_goes_on_from_words_of_ones_own_is_no_conflict(draft, priya, tomasz):
    actions.save(draft, "hard", by=priya, words="Four hours", version=0)
    late = actions.save(draft, "hard", by=priya, words="Four hours of", version=1)

    saved = actions.save(
        draft, "hard", by=priya, words="Four hours of sleep", version=1
    )

    assert saved.words == "Four hours of sleep"
    assert saved.version == late.version + 1
    with pytest.raises(actions.Newer):
        actions.save(draft, "hard", by=priya, words="Five hours", version=1)
    with pytest.raises(actions.Newer):
        actions.save(
            draft, "hard", by=tomasz, words="Four hours of sleep, maybe", version=1
        )


def test_an_old_page_never_writes_over_newer_words(draft, priya, team):
    tomasz = make.make_welcomer(team, name="Tomasz Baran")
    actions.save(draft, "brought", by=priya, words="Mine", version=0)
    actions.save(draft, "brought", by=tomasz, words="Mine, and his", version=1)

    with pytest.raises(actions.Newer) as newer:
        actions.save(draft, "brought", by=priya, words="Mine, longer", version=1)

    assert newer.value.draft.words == "Mine, and his"
    assert newer.value.draft.saved_by == tomasz


def test_finishing_makes_the_words_the_story_and_the_team_the_holder(draft, priya):
    done = actions.finish(draft, by=priya, said=SAID, read_back=True)

    person = done.person
    person.refresh_from_db()
    assert person.is_open
    assert person.holding.team == priya.first_team
    assert set(person.passages.values_list("prompt", flat=True)) == {
        "brought", "please_do",
    }  # fmt: skip
    assert all(passage.read_back_at for passage in person.passages.all())
    assert not Draft.objects.exists()
    assert Event.objects.get(what="conversation.finished").detail["is_first"]


def test_that_it_was_finished_is_the_last_that_is_said_of_it(draft, priya):
    """What was added in the same breath stands before it, on every page."""
    actions.finish(draft, by=priya, said=SAID, read_back=True)

    newest = Event.objects.filter(person=draft.person).order_by("-at", "-pk").first()
    assert newest.what == "conversation.finished"


def test_what_keeps_them_safe_is_written_down(draft, priya):
    person = actions.finish(draft, by=priya, said=SAID, read_back=True).person

    wish = person.contact_wish
    wish.refresh_from_db()
    assert (wish.may_text, wish.may_call) == (True, False)
    assert wish.sentences[0] == "Text 07700 900418. Don’t ring."
    assert [str(need) for need in person.access_needs.all()] == ["Large print"]


def test_a_finished_conversation_is_refused_a_second_end(draft, priya):
    actions.finish(draft, by=priya, said=SAID, read_back=True)
    with pytest.raises(Refused, match="has finished this conversation"):
        actions.finish(draft, by=priya, said=SAID, read_back=True)

    assert Passage.objects.count() == 2


def test_nothing_is_kept_if_the_last_step_fails(draft, priya, monkeypatch):
    def no_room(*args, **kwargs):
        raise OSError("no room")

    monkeypatch.setattr("welcome.actions.conversations.hold", no_room)
    with pytest.raises(OSError, match="no room"):
        actions.finish(draft, by=priya, said=SAID, read_back=True)

    assert Conversation.objects.get().is_draft
    assert not Passage.objects.exists()


def test_please_do_follows_on_from_the_one_before(draft, priya):
    person = actions.finish(draft, by=priya, said=SAID, read_back=True).person
    later = actions.begin(person, by=priya)
    actions.finish(
        later, by=priya, said=SAID | {"please_do": "Sit down first."}, read_back=True
    )

    current = person.passages.current().get(prompt="please_do")
    assert current.words == "Sit down first."
    assert current.replaces.words == "Give me time."


@pytest.mark.django_db(transaction=True)
def test_two_saving_the_same_box_at_once_never_overwrite():
    team = make.make_team()
    priya = make.make_welcomer(team)
    draft = actions.begin(make.make_person(team=team), by=priya)
    start = Barrier(2)

    def save(words):
        start.wait()
        try:
            actions.save(draft, "brought", by=priya, words=words, version=0)
        except actions.Newer:
            return "shown both"
        finally:
            connection.close()
        return "saved"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(save, ["One", "Two"])) == ["saved", "shown both"]


# ── The page ────────────────────────────────────────────────────────────────


@pytest.fixture
def address(client, priya, draft):
    client.force_login(priya)
    return f"/conversations/{draft.pk}/"


def test_opening_the_page_is_a_look(client, address, draft):
    client.get(address)

    assert Look.objects.filter(person=draft.person, why="team").count() == 1


def test_without_script_everything_typed_is_saved_by_the_button(client, address, draft):
    typed = {"brought": "My post.", "may": ["text", "call"], "save": ""}
    answer = client.post(address, typed)

    assert answer.status_code == 302
    kept = dict(draft.drafts.values_list("box", "words"))
    assert kept == {"brought": "My post.", "may": "call text"}
    assert "My post." in text(client.get(address))


def test_finishing_without_a_word_says_what_to_do_and_keeps_the_rest(client, address):
    answer = client.post(address, {"phone": "07700 900418", "finish": "yes"})

    text = answer.content.decode()
    assert "Write a sentence about what brought Ailsa here" in text
    assert "Choose whether you have read it back." in text
    assert 'value="07700 900418"' in text


def test_a_second_press_of_finish_leads_to_the_story(client, address, draft):
    typed = {"brought": "My post.", "read_back": "yes", "finish": "yes"}
    client.post(address, typed)

    answer = client.post(address, typed)

    assert answer.status_code == 302
    assert answer.url == f"/people/{draft.person_id}/"
    assert Passage.objects.count() == 1


def test_words_typed_after_somebody_finished_are_given_back(
    client, address, draft, priya
):
    actions.finish(draft, by=priya, said=SAID, read_back=True)

    answer = client.post(address, {"brought": "Something new", "finish": "yes"})

    assert answer.status_code == 409
    assert "Something new" in answer.content.decode()


def test_so_are_words_on_how_to_reach_them_safely(client, address, draft, priya):
    actions.finish(draft, by=priya, said=SAID, read_back=True)
    never = "Never ring after six: he reads my phone."

    answer = client.post(address, {"reach_words": never, "save": ""})

    assert answer.status_code == 409
    assert never in answer.content.decode()


def test_an_old_page_shows_both_texts(client, address, draft, priya):
    actions.save(draft, "brought", by=priya, words="Newer words", version=0)

    answer = client.post(address, {"brought": "My words", "v_brought": "0", "save": ""})

    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Newer words" in text
    assert "My words" in text
    assert draft.drafts.get(box="brought").words == "Newer words"


def test_the_script_saves_one_box_and_learns_the_version(client, address, draft):
    box = f"{address}draft/"
    saved = client.post(box, {"box": "hard", "words": "Sleep", "version": "0"})
    stale = client.post(box, {"box": "hard", "words": "Sleep!", "version": "7"})

    assert (saved.status_code, saved.json()["version"]) == (200, 1)
    assert (stale.status_code, stale.json()["words"]) == (409, "Sleep")


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"box": "nonsense", "words": "x", "version": "0"},
        {"box": "hard", "words": "x\x00", "version": "0"},
        {"box": "hard", "words": "x", "version": "-1"},
    ],
)
def test_nonsense_from_a_machine_is_refused(client, address, sent):
    assert client.post(f"{address}draft/", sent).status_code == 400


def test_an_ended_session_gives_the_words_back(client, address):
    client.logout()
    answer = client.post(
        address, {"brought": "All of it, and more than that", "save": ""}
    )

    text = answer.content.decode()
    assert answer.status_code == 401
    assert "All of it, and more than that" in text
    assert "Sign in on a new page" in text


def test_the_stranger_and_the_partner_see_nothing(client, address, stranger, omar):
    for user in (stranger, omar):
        client.force_login(user)
        assert client.get(address).status_code == 403


def test_a_welcomer_of_another_team_may_not_know(client, address, site):
    other = make.make_welcomer(make.make_team(site=site))
    client.force_login(other)

    assert client.get(address).status_code == 404
