"""A partner reads what the person agreed to: corrected words only with her yes."""

import pytest

from referrals import actions as referrals
from welcome import actions
from welcome.models import Event, User

from .. import factories as make
from ..reading_pages import text


@pytest.fixture
def brought(sent):
    return sent.person.passages.get(prompt="brought")


@pytest.fixture
def reads(client, omar, sent):
    """What Omar reads of Amina now."""

    def page():
        client.force_login(omar)
        return text(client.get(f"/referrals/{sent.pk}/"))

    return page


def correct(passage, words, *, shared):
    by = User.objects.hand("person")
    return actions.correct(
        passage, by=by, words=words, read_back=True, shared=shared
    )  # fmt: skip


def test_with_her_yes_the_partner_reads_the_new_words_and_not_the_old(brought, reads):
    correct(brought, "They frightened me in May.", shared=True)

    page = reads()
    assert "They frightened me in May." in page
    assert "The letters frighten me." not in page
    assert "Corrected by Amina on" in page


def test_without_it_they_keep_the_old_words_and_see_that_they_changed(brought, reads):
    correct(brought, "They frightened me in May.", shared=False)

    page = reads()
    assert "They frightened me in May." not in page
    assert "The letters frighten me." in page
    assert "Changed since" in page


def test_a_later_yes_shares_the_newest_words_alone(brought, reads):
    second = correct(brought, "Second.", shared=False)
    correct(second, "Third words.", shared=True)

    page = reads()
    assert "Third words." in page
    assert "The letters frighten me." not in page
    assert "Changed since" not in page


def test_an_agreement_that_has_ended_takes_no_new_words(brought, sent, priya):
    referrals.withdraw_agreement(sent, seen=make.seen(sent), by=priya)
    correct(brought, "They frightened me.", shared=True)

    assert list(sent.agreement.passages.all()) == [brought]
    assert not Event.objects.filter(what="agreement.changed").exists()


def test_the_exchange_is_in_the_trail(brought, sent):
    new = correct(brought, "They frightened me.", shared=True)

    event = Event.objects.get(what="agreement.changed")
    assert (event.partner, event.person) == (sent.partner, sent.person)
    assert event.detail == {"was": [str(brought.pk)], "now": str(new.pk)}


def test_it_is_asked_only_where_somebody_reads_it(client, priya, brought):
    client.force_login(priya)
    read = text(client.get(f"/passages/{brought.pk}/correct/"))
    hard = brought.person.passages.get(prompt="hard")
    unread = text(client.get(f"/passages/{hard.pk}/correct/"))

    assert "Harbour Money Advice can read this part now" in read
    assert "can read this part now" not in unread


def test_what_she_says_beside_an_opinion_goes_wherever_it_is_read(sent, priya, reads):
    opinion = make.make_passage(
        sent.person, priya, voice="team", words="She avoids her post."
    )
    sent.agreement.passages.add(opinion)
    by = User.objects.hand("person")
    actions.dispute(opinion, by=by, words="I open it on good days.")
    actions.correct(opinion, by=priya, words="New opinion.", read_back=False)

    page = reads()
    assert "She avoids her post." in page
    assert "I open it on good days." in page
    assert "New opinion." not in page
