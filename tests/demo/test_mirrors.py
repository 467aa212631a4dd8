"""What the demo plays is what the actions write: the same events, the same codes."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from demo.loading import load
from referrals import actions as referrals
from referrals.models import Referral
from tests import factories as make
from welcome import actions
from welcome.actions.story_map_changes import add_need
from welcome.linking.snapshot import seen
from welcome.models import Event, Passage, Person, Site, User
from welcome.registries import event_payloads

pytestmark = pytest.mark.django_db
SAID = dict(
    brought="I stopped opening my post.", hard="Four hours of sleep.", phone="",
    email="", may=["call"], reach_words="", access=["quiet"], access_words="",
    interpreter="", place="The library",
)  # fmt: skip


@pytest.fixture
def told(team, priya):
    """Somebody who was introduced and heard, by the real actions."""
    introduction = actions.introduce(
        by=User.objects.hand("front_door"),
        site=team.site,
        once=uuid4(),
        source="gp",
        known_as="Amina",
        phone="07700 900123",
    )
    talk = actions.welcome(
        by=priya, team=team, known_as="Amina", introduction=introduction
    )
    actions.finish(talk, by=priya, said=SAID, read_back=True)
    return Person.objects.get(pk=talk.person_id)


def sent(person, by, offer):
    request = referrals.prepare(
        person,
        by=by,
        once=uuid4(),
        words="Sit with me.",
        need="money",
        urgency="usual",
        offers=[offer],
    )
    [referral] = referrals.agree_and_send(
        request,
        seen=make.seen(request),
        by=by,
        passages=list(Passage.objects.filter(person=person)),
        words="Yes.",
        how="phone",
        until_on=timezone.localdate() + timedelta(days=90),
    )
    return referral


@pytest.fixture
def lived(told, priya, omar, tomasz, harbour, letters):
    """The whole journey once more, by the real actions alone."""
    hope = actions.name_hope(told, by=priya, once=uuid4(), words="To sleep.")
    actions.rate_hope(hope, by=priya, once=uuid4(), score=2)
    actions.lay_down(hope, by=priya, why="come_true")
    actions.fill_in(told, by=priya, once=uuid4(), answers={"job": 2})
    sketch = {"by": priya, "was": 0, "change": "need_added"}
    actions.redraw(told, add_need("Sleep"), **sketch)
    first = sent(told, priya, letters)
    question = referrals.ask(first, by=omar, words="Which day?")
    referrals.answer(question, by=priya, words="Tuesday.", joins_story=True)
    referrals.accept(first, seen=make.seen(first), by=omar, told_again="no")
    referrals.add_note(first, by=omar, words="We met.")
    referrals.pause(first, seen=make.seen(first), by=omar, **make.a_pause())
    referrals.resume(first, seen=make.seen(first), by=omar)
    referrals.say_farewell(
        first,
        seen=make.seen(first),
        by=omar,
        how="better",
        words="Well.",
        told_again="partly",
    )
    back = sent(told, priya, make.make_offer(harbour))
    referrals.give_back(
        back, seen=make.seen(back), by=omar, reason="full", suggestion="Elsewhere."
    )
    referrals.decide(back, seen=make.seen(back), by=priya)
    referrals.withdraw(
        now := sent(told, priya, make.make_offer(harbour)),
        seen=make.seen(now),
        by=priya,
    )
    gap = referrals.note_gap(told, by=priya, need="grief", words="Too far.")
    referrals.close_gap(gap, by=priya)
    actions.open_in_emergency(told, by=tomasz, why="life", words="From the bridge.")
    concern = make.raise_concern(told, priya)
    actions.share_concern(concern, by=priya, partner=harbour, reason="They visit.")
    said = {"once": uuid4(), "words": "Rang.", "review_on": concern.review_on}
    actions.add_update(concern, by=priya, **said)
    actions.close_concern(concern, by=priya, outcome="support", words="A new lock.")
    make.add_file(told, priya)
    draft = make.make_letter(told, priya, to="gp", agreed="yes")
    actions.make_letter(draft, by=priya, paper=b"%PDF")
    draft = make.make_letter(told, priya)
    actions.make_letter(draft, by=priya, paper=b"%PDF")
    line = {"kind": "text", "direction": "out", "outcome": "sent", "minutes": None}
    actions.log_contact(told, by=priya, once=uuid4(), words="", **line)
    at = timezone.now() + timedelta(days=2)
    someone = make.make_open_person(priya)
    actions.plan_follow_up(someone, by=priya, who=priya, at=at, how="ours")
    two_teams(told, priya, tomasz)
    told = Person.objects.get(pk=told.pk)
    actions.say_farewell(told, by=priya, reason="well", words="Bye.")
    return codes_of(Event.objects.filter(site=told.site))


def two_teams(told, by, neighbour):
    """A handover, a question to a lead, and a link."""
    moving, again = (make.make_open_person(by) for _ in range(2))
    make.ask_to_hold(moving, by=by, to_team=neighbour.first_team)
    actions.ask_lead(told, moving, by=by)
    told, again = (Person.objects.get(pk=person.pk) for person in (told, again))
    mark = seen(told, again)
    actions.link(told, again, by=by, why="She says so.", rules={}, as_seen=mark)


def codes_of(events):
    """What happened, with which codes, and which places it names."""
    found = {}
    for event in events:
        places = {p for p in ("person", "team", "partner") if getattr(event, f"{p}_id")}
        found.setdefault(event.what, set()).add(
            (frozenset(event.detail), frozenset(places), event.about.split(":")[0])
        )
    return found


def test_every_event_of_the_demo_is_one_that_the_actions_write(lived):
    Site.objects.filter(slug="edinburgh").update(slug="elsewhere")
    before = list(Event.objects.values_list("pk", flat=True))
    load(timezone.localdate(), share=0.03)
    played = codes_of(Event.objects.exclude(pk__in=before))
    books = {what for what in played if what.startswith(("narrative.", "change."))}
    for what, detail in Event.objects.values_list("what", "detail").distinct():
        event_payloads.checked(what, detail)
    seldom = {"introduction.closed", "objection.made", "referral.passed_around"}
    assert set(played) - books - seldom == set(lived)
    for what, ways in lived.items():
        assert ways <= played[what], what


def test_every_referral_of_the_demo_could_have_moved_there(db):
    load(timezone.localdate(), share=0.03)
    for referral in Referral.objects.select_related("agreement"):
        assert referral.sent_at and referral.agreement
        assert (referral.state == "withdrawn") == bool(referral.agreement.withdrawn_at)
        assert (referral.answered_at is None) == (
            referral.state in ("sent", "withdrawn")
        )
