"""The person's own door: safe to hand over, for nobody else, and theirs to shut."""

import doctest
import re
import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from livingwell.logs import _without_doors
from welcome.messages import outbox
from welcome.models import Device, Event, Look, Message, Passage, PrivateLink
from welcome.refusals import Refused
from welcome.values import qr_codes

from .. import factories as make
from ..private_links import WORD, send
from ..reading_pages import text as page


def happened(what):
    return Event.objects.filter(what=what).count()


def test_she_reads_her_whole_story_after_the_word(client, path, amina):
    asked = page(client.get(path))
    assert "letters frighten" not in asked
    assert "Amina" not in asked

    client.post(path, {"fact": " copper TEAPOT. "})

    story = page(client.get(path))
    assert "Your story, Amina" in story
    assert "The letters frighten me." in story
    assert "Four hours of sleep." in story


def test_her_own_opening_is_a_look_and_in_the_trail(phone, amina):
    look = Look.objects.get(person=amina, why="self")
    assert look.by.name == "The person themselves"
    assert happened("door.opened") == 1


@pytest.mark.parametrize("token", ["x" * 43, "nobody", "%00"])
def test_a_stranger_never_learns_whether_anybody_is_there(client, path, token):
    def answers(address):
        asked = client.get(address)
        wrong = client.post(address, {"fact": "guess"})
        return [
            (a.status_code, re.sub(r'value="\w{64}"|nonce="[^"]+"', "", page(a)))
            for a in (asked, wrong)
        ]

    assert answers(path) == answers(f"/my-story/{token}/")


def test_a_link_that_is_over_looks_the_same_and_opens_nothing(client, path):
    PrivateLink.objects.update(expires_at=timezone.now())
    client.post(path, {"fact": WORD})

    assert "Your story" not in page(client.get(path))


def test_it_is_over_after_thirty_days(path):
    left = PrivateLink.objects.get().expires_at - timezone.now()
    assert timedelta(days=29) < left <= timedelta(days=30)


def test_a_second_device_waits_for_a_yes_on_the_first(phone, path):
    other = Client()
    other.post(path, {"fact": WORD})
    waiting = page(other.get(path))
    assert "One more step" in waiting
    assert "Amina" not in waiting
    assert "Is that you as well?" in page(phone.get(path))

    second = Device.objects.get(confirmed_at=None)
    phone.post(f"{path}devices/{second.pk}/", {"yes": "yes"})

    assert "Your story, Amina" in page(other.get(path))
    assert happened("door.asked") == happened("door.confirmed") == 1


def test_a_device_that_was_kept_out_stays_out(phone, path):
    other = Client()
    other.post(path, {"fact": WORD})
    second = Device.objects.get(confirmed_at=None)
    phone.post(f"{path}devices/{second.pk}/", {"yes": "no"})
    other.post(path, {"fact": WORD})

    assert "Your story" not in page(other.get(path))


def test_a_device_that_waits_cannot_let_itself_in(phone, path):
    other = Client()
    other.post(path, {"fact": WORD})
    second = Device.objects.get(confirmed_at=None)
    other.post(f"{path}devices/{second.pk}/", {"yes": "yes"})

    assert Device.objects.get(pk=second.pk).waits


def test_the_same_phone_needs_only_the_word_again(phone, path):
    phone.cookies["session"].set("session", "", "")
    phone.post(path, {"fact": WORD})

    assert "Your story, Amina" in page(phone.get(path))
    assert Device.objects.count() == 1


def test_e_mail_only_where_she_said_that_it_is_safe(amina, priya):
    wish = amina.contact_wish
    wish.email, wish.may_email = "amina@example.org", False
    wish.save()
    with pytest.raises(Refused, match="hasn’t said that this way is safe"):
        send(amina, priya, way="email")

    wish.may_email = True
    wish.save()
    assert send(amina, priya, way="email") == ""


def test_the_e_mail_holds_a_link_and_no_name_and_the_key_goes_once_it_is_carried(
    amina, priya, settings, mailoutbox
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    wish = amina.contact_wish
    wish.email, wish.may_email = "amina@example.org", True
    wish.save()
    send(amina, priya, way="email")
    from welcome.messages import emailing

    outbox.deliver_due(emailing.carry)

    (email,) = mailoutbox
    assert "/my-story/" in email.body
    assert "Amina" not in email.body + email.subject
    assert WORD not in email.body
    assert Message.objects.get().path == ""


def test_a_fresh_link_shuts_the_one_before(phone, path, amina, priya):
    send(amina, priya)

    assert "Your story" not in page(phone.get(path))


def test_a_link_is_made_once_however_often_the_button_is_pressed(amina, priya):
    once = uuid.uuid4()
    send(amina, priya, once=once)
    with pytest.raises(Refused, match="we show a link only once"):
        send(amina, priya, once=once)


def test_she_shuts_it_herself_everywhere_at_once(phone, path):
    assert "Your link is turned off" in page(
        phone.post(f"{path}shut/", {"shut": "yes"})
    )
    phone.post(path, {"fact": WORD})

    assert "Your story" not in page(phone.get(path))
    assert happened("door.revoked") == 1


def test_closing_it_asks_for_the_word_again(phone, path):
    phone.post(f"{path}leave/")

    assert "You and your Welcome Team agreed a password word" in page(phone.get(path))


def test_the_welcomer_sees_the_link_once_and_never_again(client, amina, priya):
    client.force_login(priya)
    address = f"/people/{amina.pk}/door/"
    form = page(client.get(address))
    assert "By e-mail" not in form
    said = {"once": uuid.uuid4(), "way": "hand", "fact": WORD, "question": "Kitchen"}
    shown = page(client.post(address, said))

    link = re.search(r"/my-story/(\w{4}-){3}\w{4}/", shown)[0]
    again = page(client.get(address))
    assert link not in again
    assert WORD not in again
    assert "Active link" in again
    assert client.post(address, said).status_code == 409


@pytest.mark.parametrize("word", ["abc", "Amina", "YUSUF", "Amina Yusuf"])
def test_a_word_that_others_would_try_is_not_taken(client, amina, priya, word):
    client.force_login(priya)
    said = {"once": uuid.uuid4(), "way": "hand", "fact": word}
    answer = page(client.post(f"/people/{amina.pk}/door/", said))

    assert "Choose a" in answer
    assert not PrivateLink.objects.exists()


def test_the_welcomer_shuts_it(client, phone, path, amina, priya):
    staff = Client()
    staff.force_login(priya)
    staff.post(f"/people/{amina.pk}/door/shut/")

    assert "Your story" not in page(phone.get(path))


def test_she_changes_her_words_and_reads_the_old_ones(phone, path, amina):
    brought = amina.passages.get(prompt="brought")
    phone.post(f"{path}passages/{brought.pk}/", {"words": "They frightened me."})

    story = page(phone.get(path))
    assert "They frightened me." in story
    assert "The letters frighten me." not in story
    newest = Passage.objects.get(replaces=brought)
    before = page(phone.get(f"{path}passages/{newest.pk}/before/"))
    assert "The letters frighten me." in before
    assert "Corrected by Amina on" in before


def test_she_puts_her_words_beside_what_others_think(phone, path, amina, priya):
    opinion = make.make_passage(amina, priya, voice="team", words="She avoids post.")
    said = {"words": "I open it on good days."}
    phone.post(f"{path}passages/{opinion.pk}/", said)

    story = page(phone.get(path))
    assert story.index("She avoids post.") < story.index("I open it on good days.")


def test_she_adds_once_however_often_she_presses(phone, path, amina):
    said = {"prompt": "matters", "words": "My sister Leila."}
    for _ in range(2):
        phone.post(f"{path}add/", said)

    added = amina.passages.get(prompt="matters")
    assert (added.voice, added.heard_by.is_the_person) == ("person", True)
    assert "written by Amina" in added.byline


def test_what_she_wrote_while_the_page_had_closed_arrives_with_the_word(
    phone, path, amina
):
    phone.post(f"{path}leave/")
    said = {"prompt": "added", "words": "It was a long day."}
    asked = page(phone.post(f"{path}add/", said))
    assert "We’ve kept what you wrote" in asked

    phone.post(f"{path}add/", said | {"fact": WORD})

    assert amina.passages.filter(words="It was a long day.").count() == 1


def test_another_persons_passage_is_not_there(phone, path, priya):
    callum = make.make_open_person(priya, known_as="Callum")
    theirs = make.make_passage(callum, priya)

    assert phone.get(f"{path}passages/{theirs.pk}/").status_code == 404


def test_she_sees_who_looked_and_why(phone, path, amina, priya, omar):
    for _ in range(3):
        Look.objects.create(person=amina, by=priya, why="team")
    Look.objects.create(person=amina, by=omar, why="referral")
    looks = page(phone.get(f"{path}who-looked/"))

    assert "<b>Priya Nair</b>, peer worker, North East Welcome Team" in looks
    assert "3 times" in looks
    assert "<b>Omar Aziz</b>, Harbour Money Advice" in looks
    assert "was asked to help you" in looks
    assert "<b>You</b>, on this page" in looks


def test_she_sees_what_happened(phone, path):
    assert "North East Welcome Team became your contact" in page(
        phone.get(f"{path}what-happened/")
    )


def test_no_copy_is_kept_and_no_search_engine_comes(phone, path):
    answer = phone.get(path)
    assert answer["Cache-Control"] == "no-store"
    assert "noindex" in answer["X-Robots-Tag"]


def test_a_long_story_is_read_with_few_queries(
    phone, path, amina, priya, django_assert_max_num_queries
):
    for n in range(40):
        make.make_passage(amina, priya, words=f"Part {n}")
    with django_assert_max_num_queries(20):
        phone.get(path)


def test_a_link_on_paper_is_typed_in_whatever_letters(client, path):
    client.post(path.lower(), {"fact": WORD})

    assert "Your story, Amina" in page(client.get(path.lower()))


def test_the_team_is_told_what_she_changes_on_her_own_page(phone, path, amina):
    brought = amina.passages.get(prompt="brought")
    phone.post(f"{path}passages/{brought.pk}/", {"words": "They frightened me."})
    phone.post(f"{path}add/", {"prompt": "added", "words": "It was a long day."})

    told = Message.objects.filter(template="story_changed")
    assert told.filter(to="north-east@example.org").count() == 2
    assert {m.path for m in told} == {f"/people/{amina.pk}/"}


def test_the_square_holds_the_same_link(client, amina, priya):
    client.force_login(priya)
    said = {"once": uuid.uuid4(), "way": "hand", "fact": WORD}
    shown = page(client.post(f"/people/{amina.pk}/door/", said))
    link = re.search(r"http://localhost:8000/my-story/[\w-]+/", shown)[0]

    assert qr_codes.path_of(link)[0] in shown


def test_the_examples_in_squares_are_true():
    assert doctest.testmod(qr_codes).failed == 0


def test_who_guesses_has_to_wait_longer_and_longer(client, path):
    for _ in range(5):
        client.post(path, {"fact": "guess"})
    answer = page(client.post(path, {"fact": WORD}))

    assert "too many wrong words" in answer
    assert "Your story" not in page(client.get(path))


def test_after_five_wrong_words_the_right_one_waits_too(client, path):
    for _ in range(5):
        client.post(path, {"fact": "guess"})
    client.post(path, {"fact": WORD})

    assert "Your story" not in page(client.get(path))


def test_the_key_is_never_in_a_log(path):
    assert _without_doors(path) == "/my-story/…"


def test_she_changes_what_is_known_of_her_and_the_old_is_kept(phone, path, amina):
    amina.gp_practice = "Leith Walk"
    amina.save()
    about = f"{path}about/"
    form = phone.get(f"{about}doctor/").context["form"]
    said = {
        "gp_practice": "Harbour Street",
        "gp_phone": "",
        "read": form["read"].value(),
    }
    assert phone.post(f"{about}doctor/", said).status_code == 302

    assert "Harbour Street" in page(phone.get(about))
    before = amina.facts_before.get()
    assert before.facts["gp_practice"] == "Leith Walk"
    assert before.changed_by.is_the_person
    late = phone.post(f"{about}doctor/", said | {"gp_practice": "A third"})
    assert late.status_code == 409
    assert "A third" in page(late) and "Harbour Street" in page(late)


@pytest.mark.parametrize("part", ["reach", "names", "nothing"])
def test_a_link_in_the_wrong_hands_turns_no_message_elsewhere(phone, path, part):
    assert phone.post(f"{path}about/{part}/", {"read": "x"}).status_code == 404
