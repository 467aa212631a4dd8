"""A partner reads as long as it helps, and no longer, unless the person said so."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from referrals import actions
from referrals.models import AfterHelp, Agreement, Referral
from referrals.reading.personal_data_export import whole_copy
from welcome.models import Emergency, Event, Look
from welcome.refusals import Refused

from .. import factories as make
from ..private_links import WORD, send
from ..reading_pages import text

FRIGHTENS = "letters frighten"
NEXT_STEP = {"reason": "elsewhere", "suggestion": "Try Open Door."}
ENDED = ["give_back", "farewell", "withdraw"]


def end(referral, how, omar, priya):
    accepted = actions.accept(referral, seen=make.seen(referral), by=omar)
    if how == "give_back":
        return actions.give_back(
            accepted, seen=make.seen(accepted), by=omar, **NEXT_STEP
        )
    if how == "withdraw":
        return actions.withdraw(accepted, seen=make.seen(accepted), by=priya)
    actions.add_note(accepted, by=omar, words="We opened them together.")
    return actions.say_farewell(
        accepted, seen=make.seen(accepted),
        by=omar, how="better", words="All open.", told_again="no",
        letter="Dear Amina",
    )  # fmt: skip


def page(client, name, *args):
    return text(client.get(reverse(f"referrals:{name}", args=args)))


def test_while_they_help_they_read(client, sent, omar):
    actions.accept(sent, seen=make.seen(sent), by=omar)
    client.force_login(omar)

    assert FRIGHTENS in page(client, "referral", sent.pk)


@pytest.mark.parametrize("how", ENDED)
def test_no_page_of_the_partner_holds_the_story_once_its_help_has_ended(
    client, sent, omar, priya, how
):
    end(sent, how, omar, priya)
    client.force_login(omar)
    names = {entry.name for entry in __import__("referrals.urls").urls.urlpatterns}
    looks = Look.objects.count()
    read = 0
    for name in sorted(names):
        for args in ([], [sent.pk]):
            try:
                path = reverse(f"referrals:{name}", args=args)
            except NoReverseMatch:
                continue
            answer = client.get(path, follow=True)
            read += answer.status_code == 200
            said = answer.getvalue().decode(errors="replace")
            assert FRIGHTENS not in said, path
            assert "Four hours of sleep" not in said, path
    assert read > 5
    assert Look.objects.count() == looks


@pytest.mark.parametrize("how", ["give_back", "farewell"])
def test_the_partners_page_says_when_reading_ended_and_whom_to_ring(
    client, sent, omar, priya, how
):
    end(sent, how, omar, priya)
    client.force_login(omar)
    said = page(client, "referral", sent.pk)

    assert "You could read it until your help ended" in said
    assert "North East Welcome Team" in said
    assert "emergency" not in said


@pytest.mark.parametrize("how", ENDED)
def test_no_emergency_opens_the_record_once_the_help_has_ended(
    client, sent, omar, priya, how
):
    end(sent, how, omar, priya)
    client.force_login(omar)
    path = reverse("referrals:emergency", args=[sent.pk])
    said = {"why": "life", "words": "She rang from the bridge.", "is_told": "yes"}

    assert client.get(path).url == reverse("referrals:referral", args=[sent.pk])
    client.post(path, said)
    assert not Emergency.objects.exists()


def test_what_the_partner_wrote_itself_stays_with_it(client, sent, omar, priya):
    end(sent, "farewell", omar, priya)
    client.force_login(omar)
    said = page(client, "referral", sent.pk)

    assert "We opened them together." in said
    assert "All open." in said
    letter = client.get(reverse("referrals:letter", args=[sent.pk]))
    assert letter.status_code == 200


def test_who_says_so_is_read_on_until_the_day(
    client, request_made, omar, priya, agreed
):
    (sent,) = actions.agree_and_send(
        request_made,
        seen=make.seen(request_made),
        by=priya,
        **agreed | {"after_help": AfterHelp.UNTIL},
    )
    end(sent, "farewell", omar, priya)
    client.force_login(omar)

    assert FRIGHTENS in page(client, "referral", sent.pk)


@pytest.mark.parametrize(
    "said, kept", [("", "ends"), ("ends", "ends"), ("until", "until")]
)
def test_the_agreement_asks_it_and_means_no_where_nothing_was_said(
    client, request_made, priya, amina, said, kept
):
    client.force_login(priya)
    path = reverse("referrals:agree", args=[request_made.pk])
    assert "When their help ends, can they still read it?" in page(
        client, "agree", request_made.pk
    )
    day = timezone.localdate() + timezone.timedelta(days=30)
    asked = {
        "words": "Aye.", "how": "phone", "send": "yes", "after_help": said,
        "seen": request_made.seen,
        "passages": [str(p.pk) for p in amina.passages.all()[:1]],
        "until_on_0": day.day, "until_on_1": day.month, "until_on_2": day.year,
    }  # fmt: skip
    client.post(path, asked)

    assert Agreement.objects.get().after_help == kept


def test_both_sides_and_the_person_are_told_how_long(client, sent, omar, priya, amina):
    for who in (omar, priya):
        client.force_login(who)
        said = page(client, "referral", sent.pk)
        assert "until their help ends" in " ".join(said.split())
    (asked,) = whole_copy(amina)["who_was_asked_to_help"]
    assert "No, it stops when their help ends" in str(asked)


def test_a_correction_reaches_only_those_who_still_read(sent, omar, priya, amina):
    assert Agreement.objects.live().count() == 1
    end(sent, "farewell", omar, priya)

    assert not Agreement.objects.live().exists()


def test_opened_again_they_read_again(sent, omar, priya):
    ended = end(sent, "farewell", omar, priya)
    assert not ended.is_shared
    again = actions.reopen(
        ended, seen=make.seen(ended), by=omar, why="It was the wrong person."
    )

    assert again.is_shared


def test_a_partner_alone_begins_to_read_again_within_a_day_only(sent, omar, priya):
    ended = end(sent, "farewell", omar, priya)
    two_days_ago = timezone.now() - timedelta(days=2)
    Referral.objects.filter(pk=ended.pk).update(moved_at=two_days_ago)
    said = {"seen": make.seen(ended), "why": "It was the wrong person."}
    with pytest.raises(Refused, match="Ask the North East Welcome Team"):
        actions.reopen(ended, by=omar, **said)

    assert actions.reopen(ended, by=priya, **said).is_shared


def test_who_would_rather_not_go_there_is_not_read_again(sent, omar, priya, amina):
    back = actions.give_back(
        sent, seen=make.seen(sent), by=omar, reason="not_wanted", suggestion="Ask her."
    )
    for by in (omar, priya):
        with pytest.raises(Refused, match="said no to Harbour"):
            actions.reopen(back, seen=make.seen(back), by=by, why="A slip.")


def test_what_the_partner_could_read_again_she_ends_for_good(
    client, amina, sent, omar, priya
):
    ended = end(sent, "farewell", omar, priya)
    path = send(amina, priya)
    client.post(path, {"fact": WORD})
    address = f"{path}agreed/{ended.pk}/end/"
    assert address in text(client.get(f"{path}agreed/"))
    client.post(address, {"end": "yes", "seen": make.seen(ended)})

    with pytest.raises(Refused, match="ended the agreement"):
        actions.reopen(ended, seen=make.seen(ended), by=omar, why="A slip.")


@pytest.fixture
def from_before(sent, omar, priya):
    """Ended, under an agreement from before anyone was asked."""
    Agreement.objects.update(after_help="")
    return end(Referral.objects.get(pk=sent.pk), "farewell", omar, priya)


def test_agreements_from_before_are_listed_for_their_team_alone(
    client, from_before, priya, tomasz
):
    client.force_login(priya)
    assert "Amina" in page(client, "review_agreements")
    client.force_login(tomasz)
    assert "Amina" not in page(client, "review_agreements")


def test_they_are_closed_until_the_person_was_asked(client, from_before, priya):
    assert not from_before.is_shared
    client.force_login(priya)
    path = reverse("referrals:review_agreement", args=[from_before.pk])
    answer = client.post(path, {"after_help": "until", "words": ""})
    assert "Write what they said" in answer.content.decode()

    client.post(path, {"after_help": "until", "words": "Let them read on."})

    now = Referral.objects.get(pk=from_before.pk)
    assert now.is_shared
    assert now.agreement.words == "Let them read on."
    assert now.agreement != from_before.agreement
    assert now.agreement.passages.exists()
    assert "Amina" not in page(client, "review_agreements")


def test_a_no_is_written_down_and_nothing_opens(client, from_before, priya):
    client.force_login(priya)
    path = reverse("referrals:review_agreement", args=[from_before.pk])
    client.post(path, {"after_help": "ends", "words": ""})

    assert not Referral.objects.get(pk=from_before.pk).is_shared
    assert Event.objects.filter(what="agreement.reviewed").count() == 1
    assert not Agreement.objects.to_review().exists()


def test_what_was_reviewed_is_not_reviewed_again(from_before, priya):
    actions.review_agreement(from_before, by=priya, after_help="ends")
    with pytest.raises(Refused):
        actions.review_agreement(from_before, by=priya, after_help="until", words="x")


def test_the_database_knows_only_these_answers(sent):
    with pytest.raises(IntegrityError, match="after_help"), transaction.atomic():
        Agreement.objects.update(after_help="maybe")


def test_the_list_asks_eight_questions_however_long_it_is(
    client, from_before, priya, django_assert_max_num_queries
):
    client.force_login(priya)
    with django_assert_max_num_queries(8):
        page(client, "review_agreements")
