"""What each side sees of a referral, and what it can press."""

import pytest

from referrals import actions
from referrals.models import Referral, Request, State
from welcome.models import Look

from .. import factories as make
from ..factories import NEXT_STEP
from ..reading_pages import text
from .sending import send_somebody


@pytest.fixture
def at(sent):
    return f"/referrals/{sent.pk}/"


def test_the_partner_reads_what_was_agreed_and_nothing_else(client, omar, at):
    client.force_login(omar)
    page = text(client.get(at))

    assert "The letters frighten me." in page
    assert "Four hours of sleep." not in page
    assert "This is not the whole story." in page
    assert "Amina Yusuf" not in page


def test_opening_it_is_a_look_that_the_person_can_see(client, omar, at, sent):
    client.force_login(omar)
    client.get(at)

    look = Look.objects.get(by=omar)
    assert (look.person, look.why) == (sent.person, "referral")


def test_a_stranger_may_not_know_that_it_exists(client, stranger, at):
    client.force_login(stranger)

    assert client.get(at).status_code == 404
    assert client.post(f"{at}accept/").status_code == 404


def test_a_commissioner_is_turned_away(client, carol, at):
    client.force_login(carol)

    assert client.get(at).status_code == 403


def test_yes_is_one_click(client, omar, at, sent):
    client.force_login(omar)
    answer = client.post(f"{at}accept/", {"seen": sent.seen})

    assert answer.status_code == 302
    assert Referral.objects.get().state == State.ACCEPTED


def test_a_second_yes_says_what_has_happened(client, omar, at, sent):
    client.force_login(omar)
    client.post(f"{at}accept/", {"seen": sent.seen})
    answer = client.post(f"{at}accept/", {"seen": sent.seen})

    assert answer.status_code == 409
    assert "Accepted" in text(answer)


def test_giving_back_without_a_reason_keeps_what_was_typed(client, omar, at, sent):
    client.force_login(omar)
    page = text(client.post(f"{at}give-back/", {"suggestion": "Try Open Door."}))

    assert "Choose a reason" in page
    assert "Try Open Door." in page
    assert Referral.objects.get().state == State.SENT


def test_withdrawn_means_that_the_page_is_closed(client, omar, at, sent, priya):
    actions.withdraw(sent, seen=make.seen(sent), by=priya)
    client.force_login(omar)
    page = text(client.get(at))

    assert "no longer shared with you" in page
    assert "Amina" not in page
    assert "letters frighten" not in page
    assert sent.person.reference in page


def test_a_partner_cannot_withdraw_and_a_welcomer_cannot_accept(
    client, omar, priya, at
):
    client.force_login(omar)
    assert client.post(f"{at}withdraw/").status_code == 403
    client.force_login(priya)
    assert client.post(f"{at}accept/").status_code == 403


def test_given_back_stands_at_the_top_of_today(client, priya, omar, sent):
    actions.give_back(sent, seen=make.seen(sent), by=omar, **NEXT_STEP)
    client.force_login(priya)
    page = text(client.get("/today/"))

    assert "Given back" in page
    assert "Open Door have room on Tuesdays." in page


def test_a_question_waits_on_today_and_is_answered_on_the_page(
    client, priya, omar, sent, at
):
    question = actions.ask(sent, by=omar, words="Which letters are worst?")
    client.force_login(priya)
    assert "Which letters are worst?" in text(client.get("/today/"))

    client.post(
        f"{at}answer/{question.pk}/",
        {"answer-words": "The council’s.", "answer-joins_story": "yes"},
    )

    client.force_login(omar)
    assert "The council’s." in text(client.get(at))


def test_sending_on_in_two_pages_with_a_preview(client, priya, amina, letters):
    client.force_login(priya)
    asked = {
        "once": "6a1f1a53-5d3a-4f9b-9d38-0d5b0e6fb001",
        "offers": [str(letters.pk)],
        "words": "Sit with me.",
        "need": "money",
        "urgency": "usual",
    }
    answer = client.post(f"/people/{amina.pk}/send-on/", asked)
    brought = amina.passages.get(prompt="brought")
    agreed = {
        "passages": [str(brought.pk)],
        "words": "Aye.",
        "how": "phone",
        "until_on_0": "1",
        "until_on_1": "3",
        "until_on_2": "2027",
        "seen": Request.objects.get().seen,
    }
    preview = text(client.post(answer.url, agreed | {"look": "yes"}, follow=True))
    assert "The letters frighten me." in preview
    assert Referral.objects.get().state == State.DRAFT

    client.post(answer.url, agreed | {"send": "yes"})

    sent = Referral.objects.get()
    assert sent.state == State.SENT
    assert list(sent.agreement.passages.all()) == [brought]


def test_forgetting_the_agreement_keeps_everything_typed(client, priya, request_made):
    client.force_login(priya)
    page = text(client.post(f"/requests/{request_made.pk}/agree/", {"send": "yes"}))

    assert "Write what they said when you asked" in page
    assert "Choose at least one part of the story" in page
    assert Referral.objects.get().state == State.DRAFT


def test_the_inbox_asks_few_questions_of_the_database(
    client, omar, harbour, priya, agreed, django_assert_max_num_queries, letters
):
    for _ in range(30):
        send_somebody(priya, letters)
    client.force_login(omar)
    with django_assert_max_num_queries(13):
        page = text(client.get("/referrals/"))
    assert "Show more" in page


def test_the_partner_says_whether_there_is_room(client, harbour, letters):
    lead = make.make_member("partner_lead", harbour)
    client.force_login(lead)
    address = f"/offers/{letters.pk}/room/"
    assert "Write about how many weeks" in text(
        client.post(address, {"capacity": "wait"})
    )

    client.post(address, {"capacity": "wait", "wait_weeks": "6"})

    letters.refresh_from_db()
    assert letters.room == "About 6 weeks’ wait"
