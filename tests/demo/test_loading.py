"""The demo in a real database: every rule on, and numbers as they are in life."""

import re
from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from demo.loading import load
from referrals.models import Agreement, Change, Referral, State
from storybooks.models import Narrative
from welcome import actions
from welcome.finding.possible_duplicates import likely_twins_of
from welcome.models import (
    Contact,
    ContactWish,
    Conversation,
    DuplicateAsk,
    Event,
    Handover,
    Holding,
    Identifier,
    Introduction,
    Letter,
    Linking,
    Meeting,
    Message,
    Organisation,
    Passage,
    Person,
    Site,
    Team,
    User,
)
from welcome.reading.hope_history import open_hopes
from welcome.reading.text_messages import arrivals_of

TODAY = date(2026, 11, 23)
#: A code, a day, or the reference of a record.
CODE = re.compile(r"[a-z_]*|\d{4}-\d\d-\d\d|LW-\w{4}-\w{4}")
DRAMA = re.compile(r"(0131 496 0|0161 496 0|020 7946 0|01632 960|07700 900)\d{3}")


@pytest.fixture(scope="module", autouse=True)
def demo(django_db_setup, django_db_blocker):
    """A part of everybody, loaded once for all tests here, then taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        load(TODAY, share=0.12)
        yield
        transaction.set_rollback(True)


def asked(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def test_a_second_run_says_so_and_does_nothing(capsys):
    before = Event.objects.count()
    call_command("load_demo")
    assert "already" in capsys.readouterr().out
    assert Event.objects.count() == before


def test_the_seven_sites_have_their_teams_and_partners():
    assert Site.objects.count() == 7
    assert Team.objects.filter(site__slug="edinburgh").count() == 4
    partners = Organisation.objects.filter(is_partner=True)
    assert partners.count() >= 30
    assert not partners.filter(offers=None).exists()


def test_the_ten_can_sign_in_and_nobody_else(settings):
    can = {u.email for u in User.objects.all() if u.has_usable_password()}
    names = ["welcomer", "lead", "other-lead", "partner", "other-partner"]
    names += ["commissioner", "editor", "privacy", "safeguarding", "admin"]
    assert can == {f"{name}@example.org" for name in names}
    admin = User.objects.get(email="admin@example.org")
    assert admin.is_superuser and admin.is_staff
    assert admin.check_password(settings.DEMO_PASSWORD)


def test_every_telephone_is_one_that_ofcom_keeps_for_drama():
    phones = set(ContactWish.objects.values_list("phone", flat=True))
    phones |= set(Introduction.objects.values_list("phone", flat=True))
    phones |= set(Team.objects.values_list("duty_phone", flat=True))
    phones |= set(User.objects.values_list("phone", flat=True))
    phones |= set(Organisation.objects.values_list("phone", flat=True))
    texts = Message.objects.filter(channel="text").values_list("to", flat=True)
    phones |= {number.replace("+447700", "07700 ") for number in texts}
    assert not [phone for phone in phones if phone and not DRAMA.fullmatch(phone)]


def test_every_email_is_at_example_org():
    emails = set(
        User.objects.exclude(email__endswith="@hands.invalid").values_list("email")
    )
    emails |= set(ContactWish.objects.values_list("email"))
    emails |= set(Introduction.objects.values_list("email"))
    emails |= set(Message.objects.filter(channel="email").values_list("to"))
    emails |= set(Organisation.objects.values_list("email"))
    assert not [e for (e,) in emails if e and not e.endswith("@example.org")]


def test_every_identifier_is_from_the_range_that_is_never_issued():
    assert Identifier.objects.exists()
    assert not Identifier.objects.exclude(value__startswith="999").exists()
    assert not Identifier.objects.filter(site__nation="scotland").exists()


def test_every_open_person_is_held_and_nobody_is_dropped_in_between():
    held = Holding.objects.filter(until_at=None)
    assert set(held.values_list("person", flat=True)) == set(
        Person.objects.open().values_list("pk", flat=True)
    )
    assert not asked("""
        SELECT 1 FROM (
            SELECT person_id, from_at, lag(until_at) OVER (
                PARTITION BY person_id ORDER BY from_at) AS ended
            FROM welcome_holding) h
        WHERE ended < from_at AND NOT EXISTS (
            SELECT 1 FROM welcome_farewell f WHERE f.person_id = h.person_id
            AND f.said_at >= ended AND f.said_at <= from_at)""")


def test_every_rule_of_the_database_holds():
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def test_nothing_happens_after_today_begins():
    assert not Event.objects.filter(at__date__gte=TODAY).exists()
    assert not Passage.objects.filter(said_at__date__gte=TODAY).exists()


def test_no_event_holds_a_name_or_anybodys_words():
    for detail in Event.objects.values_list("detail", flat=True).distinct():
        for value in detail.values():
            for one in value if isinstance(value, list) else [value]:
                is_number = one is None or isinstance(one, (bool, int, float))
                assert is_number or CODE.fullmatch(one)


def test_partners_say_yes_and_answer_about_as_often_as_in_life():
    yes = Event.objects.filter(what="referral.accepted").count()
    back = Event.objects.filter(what="referral.returned").count()
    in_time = Event.objects.filter(detail__in_time=True).count()
    late = Event.objects.filter(detail__in_time=False).count()
    assert 0.6 < yes / (yes + back) < 0.74
    assert 0.75 < in_time / (in_time + late) < 0.92


def test_general_practices_introduce_most_people():
    gp = Introduction.objects.filter(source="gp").count()
    assert 0.35 < gp / Introduction.objects.count() < 0.6


def waits(slug, **when):
    first = Event.objects.filter(
        what="conversation.finished", detail__is_first=True, site__slug=slug, **when
    )
    days = [d["days"] for d in first.values_list("detail", flat=True)]
    return sum(days) / len(days)


def test_people_wait_two_or_three_weeks_and_less_where_a_change_was_tried():
    began = Change.objects.get().began_on
    assert 17 < waits("edinburgh", at__date__lt=began) < 25
    assert waits("edinburgh", at__date__gte="2026-04-01") < 13
    assert 12 < waits("salford") < 25


def test_today_is_lively_for_the_home_team_and_still_human():
    team = Team.objects.get(name="North East Welcome Team")
    waiting = Introduction.objects.filter(team=team).waiting()
    back = Referral.objects.filter(team=team).needing_us()
    questions = Referral.objects.filter(team=team, questions__answered_at=None)
    assert [row.known_as for row in waiting].count("Nasreen") == 1
    assert waiting.count() == 4
    assert back.count() == 2
    assert back.first().person.known_as == "Callum"
    assert questions.exclude(questions=None).count() == 2
    draft = Conversation.objects.drafts().get(person__known_as="Wullie")
    assert draft.drafts.count() == 4


def test_ailsas_story_is_with_harbour_and_due_in_three_working_days():
    ailsa = Person.objects.get(formal_name="Ailsa Drummond")
    [sent] = ailsa.referrals.all()
    assert sent.partner.name == "Harbour Money Advice"
    assert sent.state == State.SENT
    assert sent.answer_due_on == date(2026, 11, 26)
    assert sent.agreement.passages.count() == 5
    assert sent.agreement.is_live
    assert ailsa.passages.current().count() == 8
    hard = ailsa.passages.current().get(prompt="hard")
    assert hard.replaces is not None and "Cork" in hard.words


def test_harbours_inbox_has_something_to_answer_and_something_late():
    waiting = Referral.objects.filter(
        partner__name="Harbour Money Advice"
    ).waiting_for_an_answer()
    assert 4 <= waiting.count() <= 9
    assert waiting.filter(answer_due_on__lt=TODAY).exists()
    words = [referral.request.words for referral in waiting]
    assert len(words) == len(set(words))


def test_hopes_come_nearer_and_people_are_more_satisfied_mostly():
    pairs = Event.objects.filter(what="hope.rated", detail__again=True)
    rises = list(pairs.values_list("detail__rise", flat=True))
    assert len(rises) > 300
    assert 0.25 < sum(rise >= 3 for rise in rises) / len(rises) < 0.75
    again = Event.objects.filter(what="dialog.filled", detail__again=True)
    better = [len(e.detail["better"]) > len(e.detail["worse"]) for e in again]
    assert 0.5 < sum(better) / len(better) < 0.85


def test_ailsas_hopes_are_those_of_the_design():
    ailsa = Person.objects.get(formal_name="Ailsa Drummond")
    told = [(h.hope.words, h.told.split(",")[0][0], h.ratings[-1].score)
            for h in open_hopes(ailsa)]  # fmt: skip
    assert [(first, latest) for _, first, latest in told] == [
        ("1", 6), ("2", 3), ("3", 7)
    ]  # fmt: skip
    assert told[0][0] == "To open one letter and not be sick with it."


def test_every_agreement_shares_something():
    assert not Agreement.objects.filter(passages=None).exists()


def test_the_storybooks_are_as_far_as_they_say():
    states = sorted(Narrative.objects.values_list("state", flat=True))
    assert states.count("published") == 10
    assert {"draft", "deidentified", "approved"} < set(states)
    cooled = Narrative.objects.get(state="approved")
    assert cooled.has_cooled


def test_messages_are_few_and_have_all_been_carried():
    assert Message.objects.count() < 60
    assert not Message.objects.filter(sent_at=None).exists()


def lead_of(email):
    return User.objects.get(email=f"{email}@example.org")


def test_two_leads_of_one_site_have_a_handover_to_answer_each():
    lead, other = lead_of("lead"), lead_of("other-lead")
    assert lead.first_team != other.first_team
    assert lead.first_team.site == other.first_team.site

    for one, name, asker in ((lead, "Tariq", other), (other, "Jean", lead)):
        asked = Handover.objects.asking(one).get()
        assert asked.person.known_as == name
        assert asked.from_team == asker.first_team
        assert asked.may_read


def test_a_lead_is_asked_about_a_possible_duplicate_of_the_other_team():
    lead, other = lead_of("lead"), lead_of("other-lead")
    asked = DuplicateAsk.objects.open().get()

    assert list(DuplicateAsk.objects.visible_to(lead)) == [asked]
    assert asked.theirs.team == other.first_team
    assert asked.theirs in [twin.person for twin in likely_twins_of(asked.ours)]


def test_one_pair_is_linked_and_can_be_two_again():
    linking = Linking.objects.get()
    kept = linking.kept
    assert linking.other.linked_to == kept
    assert kept.passages.filter(conversation__is_first=False).exists()

    with transaction.atomic():
        actions.unlink(linking, by=linking.by, since="kept")
        assert Person.objects.open().filter(known_as="Isla").count() == 2
        transaction.set_rollback(True)


def test_letters_and_texts_were_sent_and_one_text_did_not_arrive():
    made = Letter.objects.exclude(attachment=None).values_list("to", flat=True)
    assert sorted(made) == ["gp", "person"]
    texts = Message.objects.filter(channel="text")
    assert texts.exclude(delivered_at=None).count() == 1
    assert texts.exclude(failed_at=None).count() == 1
    assert len(arrivals_of(Contact.objects.filter(kind="text")).failed) == 1


def test_the_first_team_has_meetings_of_each_kind_in_its_calendar():
    planned = Meeting.objects.filter(state="planned")
    assert planned.filter(at__date__lt=TODAY, series=None).count() == 1
    assert planned.exclude(series=None).count() >= 4
    assert planned.filter(series=None, at__date__gte=TODAY).exists()
    assert {m.team_id for m in planned} == {m.person.team_id for m in planned}
