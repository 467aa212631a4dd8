"""Asked to hold: until there is a yes nothing changes, and then everything does."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from referrals import actions as referrals
from welcome import actions as welcome
from welcome.actions.handovers import remind_of_handovers
from welcome.models import Event, Handover, Introduction, Look, Message, Role, User
from welcome.refusals import Refused

from .. import factories as make
from ..reading_pages import text


@pytest.fixture
def there(tomasz):
    """The South East team, where Tomasz works."""
    return tomasz.first_team


@pytest.fixture
def asked(amina, priya, there):
    return make.ask_to_hold(amina, by=priya, to_team=there)


@pytest.fixture
def lewis(team):
    """Priya's colleague."""
    return make.make_welcomer(team, name="Lewis Grant")


@pytest.fixture
def leeds(db):
    return make.make_site(slug="leeds", name="Leeds", nation="england")


@pytest.fixture
def lena(leeds):
    """A welcomer in Leeds."""
    return make.make_welcomer(make.make_team(site=leeds, name="Leeds South"))


def holders(person):
    person = type(person).objects.get(pk=person.pk)
    return person.team, person.holding.team, person.holding.worker


def test_until_there_is_a_yes_the_old_holder_holds(amina, priya, team, asked, there):
    assert holders(amina) == (team, team, priya)
    assert Message.objects.filter(to=there.email, template="handover_offered").exists()
    assert Event.objects.filter(what="handover.offered", team=there).count() == 1


def test_with_the_yes_everything_moves_without_a_gap(amina, asked, tomasz, there):
    waiting = make.make_introduction(amina.team, person=amina)
    before = amina.holding

    welcome.accept_handover(asked, by=tomasz)

    before.refresh_from_db()
    assert holders(amina) == (there, there, tomasz)
    assert before.until_at == amina.holdings.get(until_at=None).from_at
    assert Introduction.objects.get(pk=waiting.pk).team == there
    assert Message.objects.filter(template="handover_answered").count() == 1
    connection.check_constraints()


def test_nothing_has_moved_if_the_last_step_fails(amina, asked, tomasz, monkeypatch):
    def breaks(*_, **__):
        raise RuntimeError

    was = holders(amina)
    monkeypatch.setattr("welcome.actions.handover_answers._tell_who_asked", breaks)
    with pytest.raises(RuntimeError):
        welcome.accept_handover(asked, by=tomasz)

    assert holders(amina) == was
    assert Handover.objects.get().is_open


def test_asking_twice_asks_once(amina, priya, there, asked):
    assert make.ask_to_hold(amina, by=priya, to_team=there) == asked
    assert Message.objects.filter(template="handover_offered").count() == 1


def test_while_one_team_is_asked_no_other_is(amina, priya, site, asked):
    with pytest.raises(Refused, match="South East Welcome Team hasn’t answered yet"):
        make.ask_to_hold(amina, by=priya, to_team=make.make_team(site=site))


def test_accepting_twice_changes_nothing_more(amina, asked, tomasz):
    welcome.accept_handover(asked, by=tomasz)
    welcome.accept_handover(asked, by=tomasz)

    assert amina.holdings.count() == 2


def test_a_no_says_what_then_and_stays_on_today_until_it_is_read(
    client, amina, priya, team, asked, tomasz
):
    welcome.decline_handover(asked, by=tomasz, suggestion="Ask the North West.")
    client.force_login(priya)

    assert holders(amina) == (team, team, priya)
    assert b"Ask the North West." in client.get("/today/").content
    client.post(f"/handovers/{asked.pk}/read/")
    assert b"Ask the North West." not in client.get("/today/").content
    assert Event.objects.filter(what="handover.read").count() == 1


def test_what_was_taken_back_can_no_longer_be_accepted(amina, priya, asked, tomasz):
    welcome.take_back(asked, by=priya)

    with pytest.raises(Refused, match="Priya Nair has already answered: “Withdrawn”"):
        welcome.accept_handover(asked, by=tomasz)
    assert amina.holdings.count() == 1


def test_only_those_who_are_asked_can_answer(client, asked, priya, stranger):
    with pytest.raises(Refused, match="Only South East Welcome Team can answer"):
        welcome.accept_handover(asked, by=priya)
    client.force_login(priya)
    assert client.post(f"/handovers/{asked.pk}/accept/").status_code == 404


def test_a_colleague_is_asked_too_and_nobody_else_answers_for_them(
    amina, priya, team, lewis
):
    asked = welcome.ask_to_hold(
        amina, by=priya, why="I am away.", to_team=team, to_worker=lewis
    )
    assert holders(amina)[2] == priya
    assert list(Handover.objects.asking(lewis)) == [asked]
    assert not Handover.objects.asking(priya).exists()
    with pytest.raises(Refused, match="Only Lewis Grant"):
        welcome.accept_handover(asked, by=priya)

    welcome.accept_handover(asked, by=lewis)

    assert holders(amina) == (team, team, lewis)


def test_a_partner_who_helps_goes_on_holding(amina, asked, tomasz, there, sent, omar):
    referrals.accept(sent, seen=make.seen(sent), by=omar)

    welcome.accept_handover(asked, by=tomasz)

    fresh = type(amina).objects.get(pk=amina.pk)
    assert (fresh.team, fresh.holding.partner) == (there, sent.partner)
    referrals.give_back(
        sent, seen=make.seen(sent), by=omar, reason="full", suggestion="In spring."
    )
    assert holders(amina)[:2] == (there, there)


def test_nobody_moves_while_somebody_writes(amina, priya, asked, tomasz, there):
    talk = welcome.begin(amina, by=priya)
    draft = welcome.save(talk, "hard", by=priya, words="I said", version=0)
    with pytest.raises(Refused, match="Priya Nair is writing"):
        welcome.accept_handover(asked, by=tomasz)

    draft.saved_at -= timedelta(minutes=6)
    draft.save()
    welcome.accept_handover(asked, by=tomasz)

    talk.refresh_from_db()
    assert (talk.team, talk.is_draft, talk.drafts.get().words) == (
        there,
        True,
        "I said",
    )


def test_farewell_waits_for_the_answer(amina, priya, asked):
    with pytest.raises(Refused, match="hasn’t answered the handover"):
        welcome.say_farewell(amina, by=priya, reason="well", words="Bye.")


# ── Moving to another site ────────────────────────────────────────────────────


def test_to_another_site_they_go_with_all_and_the_old_one_sees_only_that(
    client, amina, priya, team, lena, leeds, old_referral
):
    amina.identifiers.create(site=amina.site, system="chi", value="0101801238")
    asked = make.ask_to_hold(amina, by=priya, to_team=lena.first_team)

    welcome.accept_handover(asked, by=lena)

    fresh = type(amina).objects.get(pk=amina.pk)
    assert (fresh.site, fresh.identifiers.get().site) == (leeds, leeds)
    client.force_login(priya)
    page = text(client.get(f"/handovers/{asked.pk}/"))
    assert "moved to Living Well Leeds on" in page
    assert "They live nearer" not in page
    for word in ("letters frighten", "Aye, if they know"):
        assert word not in page
    assert client.get(f"/people/{amina.pk}/").status_code == 404
    assert client.get(f"/referrals/{old_referral.pk}/").status_code == 404
    client.force_login(lena)
    assert b"letters frighten me" in client.get(f"/people/{amina.pk}/").content


@pytest.fixture
def old_referral(sent, priya):
    """One that is over."""
    return referrals.withdraw(sent, seen=make.seen(sent), by=priya)


def test_nobody_moves_sites_while_a_partner_is_asked(amina, priya, lena, sent):
    with pytest.raises(Refused, match="A partner here is still being asked"):
        make.ask_to_hold(amina, by=priya, to_team=lena.first_team)


def test_nobody_moves_sites_while_a_give_back_waits(amina, priya, lena, sent, omar):
    referrals.give_back(
        sent, seen=make.seen(sent), by=omar, reason="full", suggestion="In spring."
    )
    with pytest.raises(Refused, match="Choose what happens next"):
        make.ask_to_hold(amina, by=priya, to_team=lena.first_team)


def test_a_twin_at_the_other_site_is_said_and_not_overwritten(amina, priya, lena):
    twin = make.make_person(team=lena.first_team)
    asked = make.ask_to_hold(amina, by=priya, to_team=lena.first_team)
    for person in (amina, twin):
        person.identifiers.create(site=person.site, system="chi", value="0101801238")

    with pytest.raises(Refused, match="has a record with the same CHI number"):
        welcome.accept_handover(asked, by=lena)
    assert type(amina).objects.get(pk=amina.pk).team == priya.first_team


def test_codes_of_a_nation_are_kept_as_recorded_there(amina, priya, lena):
    from welcome.models import Equality
    from welcome.reading.personal_data_export import _about

    Equality.objects.create(person=amina, ethnicity="1A")
    asked = make.ask_to_hold(amina, by=priya, to_team=lena.first_team)
    welcome.accept_handover(asked, by=lena)

    said = _about(type(amina).objects.get(pk=amina.pk))
    assert (said["ethnicity"], said["ethnicity_as_recorded_in"]) == ("1A", "Scotland")


# ── Reading before a yes ──────────────────────────────────────────────────────


def test_the_story_is_read_before_a_yes_only_as_agreed(client, amina, priya, asked):
    reader = make.make_welcomer(asked.to_team)
    client.force_login(reader)
    page = text(client.get(f"/handovers/{asked.pk}/"))
    assert "The letters frighten me." in page
    look = Look.objects.get(person=amina, by=reader)
    assert (look.why, look.about) == ("handover", f"welcome.Handover:{asked.pk}")

    welcome.take_back(asked, by=priya)
    assert b"frighten" not in client.get(f"/handovers/{asked.pk}/").content


def test_without_that_agreement_the_name_and_why_must_do(client, amina, priya, there):
    asked = make.ask_to_hold(amina, by=priya, to_team=there, may_read=False)
    reader = make.make_welcomer(there)
    client.force_login(reader)

    assert b"They live nearer to you now." in client.get("/today/").content
    assert b"frighten" not in client.get(f"/handovers/{asked.pk}/").content
    assert not Look.objects.filter(by=reader).exists()


def test_nobody_is_asked_about_their_own_record(client, amina, there, asked):
    amina.account = make.make_welcomer(there)
    amina.save()
    client.force_login(amina.account)

    assert client.get(f"/handovers/{asked.pk}/").status_code == 404
    assert b"Amina" not in client.get("/today/").content


# ── Reminding ─────────────────────────────────────────────────────────────────


def test_both_leads_are_reminded_once_and_no_hour_is_needed(team, there, asked):
    ours = make.make_member(Role.LEAD, team)
    theirs = make.make_member(Role.LEAD, there)
    late = asked.answer_due_on + timedelta(days=9)

    assert remind_of_handovers(today=asked.answer_due_on) == 0
    assert remind_of_handovers(today=late) == 1
    assert remind_of_handovers(today=late) == 0

    told = Message.objects.filter(template="handover_reminded")
    assert {m.to for m in told} == {
        ours.email,
        theirs.email,
        team.email,
        there.email,
    }
    event = Event.objects.get(what="handover.reminded")
    assert event.by == User.objects.hand("clock")


def test_what_nobody_answered_stands_on_today_of_both(client, priya, tomasz, asked):
    yesterday = timezone.localdate() - timedelta(days=1)
    Handover.objects.update(answer_due_on=yesterday)
    client.force_login(priya)
    assert b"An answer was due on" in client.get("/today/").content
    client.force_login(tomasz)
    assert b"Answer handover" in client.get("/today/").content


# ── What the database itself refuses ──────────────────────────────────────────


@pytest.mark.parametrize(
    ("broken", "rule"),
    [
        ({"state": "accepted"}, "handover_answer_has_who_and_when"),
        ({"answered_at": timezone.now()}, "handover_answer_has_who_and_when"),
        ({"why": "  "}, "handover_says_why"),
        ({"agreed_words": " "}, "handover_to_others_is_agreed_by_the_person"),
        ({"agreed_how": ""}, "handover_to_others_is_agreed_by_the_person"),
        ({"read_at": timezone.now()}, "handover_read_has_who_and_when"),
    ],
)
def test_the_database_keeps_each_handover_whole(asked, broken, rule):
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        Handover.objects.update(**broken)


def test_the_database_wants_to_know_what_then(asked, tomasz):
    said_no = {"state": "declined", "answered_at": timezone.now()}
    with (
        pytest.raises(IntegrityError, match="handover_no_says_what_then"),
        transaction.atomic(),
    ):
        Handover.objects.update(answered_by=tomasz, **said_no)


def test_the_database_knows_every_state(asked, tomasz):
    answered = {"answered_at": timezone.now(), "answered_by": tomasz}
    with (
        pytest.raises(IntegrityError, match="handover_state_is_known"),
        transaction.atomic(),
    ):
        Handover.objects.update(state="lost", **answered)


def test_the_database_wants_a_colleague_named(asked, team):
    with (
        pytest.raises(IntegrityError, match="handover_within_a_team_names"),
        transaction.atomic(),
    ):
        Handover.objects.update(to_team=team)


def test_the_database_lets_one_question_be_open(asked):
    asked.pk = None
    with (
        pytest.raises(IntegrityError, match="handover_one_open_for_a_person"),
        transaction.atomic(),
    ):
        asked.save(force_insert=True)


def test_an_unfinished_conversation_stands_on_today_of_the_new_one_to_ask_for(
    client, amina, priya, asked, tomasz
):
    talk = welcome.begin(amina, by=priya)
    welcome.accept_handover(asked, by=tomasz)

    client.force_login(tomasz)
    assert f"/conversations/{talk.pk}/" in text(client.get("/today/"))
    assert client.get(f"/conversations/{talk.pk}/").status_code == 200


def test_the_worker_knows_every_bell_of_the_clock(settings):
    from livingwell.celery import app

    app.loader.import_default_modules()
    rung = {bell["task"] for bell in settings.CELERY_BEAT_SCHEDULE.values()}
    assert rung <= set(app.tasks)
