"""Handing somebody over: asked, and held by the old ones until the new ones say yes."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from .. import trail
from ..models import Event, Handover, Holding, Membership, Person, Role, Team, User
from ..refusals import Refused
from .holdings import hold

State = Handover.State


@transaction.atomic
def offer_handover(
    person: Person,
    *,
    by: User,
    to_team: Team,
    why: str,
    to_worker: User | None = None,
    agreed: str = "",
) -> Handover:
    """Ask another team, or a colleague, to hold this person. The same again is one."""
    person = _locked(person)
    if not person.is_open:
        raise Refused(f"Nobody holds {person} now. Talk with them first.")
    if to_worker and not _works_in(to_worker, to_team):
        raise Refused(f"{to_worker} does not work in {to_team}. Choose who does.")
    waiting = person.handovers.open().select_related("to_team", "to_worker").first()
    if waiting and (waiting.to_team, waiting.to_worker) == (to_team, to_worker):
        return waiting
    if waiting:
        raise Refused(f"{waiting.to_worker or waiting.to_team} is asked already.")
    handover = Handover.objects.create(
        person=person,
        from_team=person.team,
        to_team=to_team,
        to_worker=to_worker,
        why=why,
        agreed=agreed,
        offered_by=by,
    )
    event = _happened("handover.offered", handover, by=by)
    readers = [to_worker.email] if to_worker else [to_team.email]
    _tell(event, handover, readers, "handover_offered")
    return handover


@transaction.atomic
def accept_handover(handover: Handover, *, by: User) -> Handover:
    """They hold from now on: team, story, what was sent on, and the draft go along."""
    handover, person = _open(handover)
    _may_answer(handover, by)
    worker = handover.to_worker or by
    if handover.to_team_id != person.team_id:
        _move(person, handover.to_team)
        person.conversations.drafts().update(team=handover.to_team)
        person.referrals.filter(team=handover.from_team).update(team=handover.to_team)
    holding = person.holdings.filter(until_at=None).first()
    if holding is None or holding.team_id:  # a partner who helps goes on holding
        hold(person, by=by, team=handover.to_team, worker=worker)
    event = _answered(handover, State.ACCEPTED, by=by)
    _tell(event, handover, _offerers(handover), "handover_accepted")
    return handover


@transaction.atomic
def decline_handover(handover: Handover, *, by: User, answer: str) -> Handover:
    """They cannot, and say what then. Everything stays with whoever holds."""
    handover, _ = _open(handover)
    _may_answer(handover, by)
    event = _answered(handover, State.DECLINED, by=by, answer=answer)
    _tell(event, handover, _offerers(handover), "handover_declined")
    return handover


@transaction.atomic
def take_back_handover(handover: Handover, *, by: User) -> Handover:
    """Not asked any more."""
    handover, _ = _open(handover)
    if handover.from_team_id not in by.team_ids:
        raise Refused(f"Only somebody of {handover.from_team} can take this back.")
    _answered(handover, State.TAKEN_BACK, by=by)
    return handover


@transaction.atomic
def come_back(person: Person, *, by: User) -> Holding:
    """The door was left open: same record, same story, held from now on."""
    person = _locked(person)
    if person.is_open:
        current: Holding = person.holdings.get(until_at=None)
        return current
    if not person.farewells.exists():
        raise Refused(
            f"Finish the first conversation with {person}: then you hold them."
        )
    trail.record(
        "person.came_back", about=person, by=by, person=person, team=person.team
    )
    return hold(person, by=by, team=person.team, worker=by)


@transaction.atomic
def remind_of_handover(handover: Handover, *, by: User) -> None:
    """Nobody has answered for some working days: both teams' leads hear of it, once."""
    handover = Handover.objects.select_for_update(of=("self",)).get(pk=handover.pk)
    if not handover.is_open or handover.reminded_at:
        return
    handover.reminded_at = timezone.now()
    handover.save(update_fields=["reminded_at"])
    event = _happened("handover.waits", handover, by=by)
    leads = Membership.objects.current().filter(
        team_id__in=[handover.from_team_id, handover.to_team_id],
        role=Role.LEAD,
        user__is_active=True,
    )
    teams = [handover.to_team.email, handover.from_team.email]
    emails = leads.values_list("user__email", flat=True)
    _tell(event, handover, [*teams, *emails], "handover_waits")


def _move(person: Person, team: Team) -> None:
    """To another team, and to another site where that is elsewhere."""
    if team.site_id != person.site_id:
        _nothing_left_behind(person)
        try:
            with transaction.atomic():
                person.identifiers.update(site=team.site)
        except IntegrityError as twin:
            raise Refused(
                "Somebody there has the same number already: it is most likely the "
                "same person. Ring that team, and link the two records first."
            ) from twin
        person.introductions.update(site=team.site)
    person.introductions.filter(team=person.team).update(team=team)
    person.team, person.site = team, team.site
    person.save(update_fields=["team", "site"])


def _nothing_left_behind(person: Person) -> None:
    if person.referrals.open().exists():
        raise Refused(
            f"A partner is still asked to help {person} here. Wait for their farewell, "
            "or withdraw what was sent; then the story can move."
        )


def _locked(person: Person) -> Person:
    people = Person.objects.select_for_update(of=("self",))
    return people.select_related("team", "site").get(pk=person.pk)


def _open(handover: Handover) -> tuple[Handover, Person]:
    person = _locked(handover.person)
    fresh = Handover.objects.select_for_update(of=("self",)).select_related(
        "to_team__site", "from_team", "to_worker", "offered_by", "answered_by", "person"
    )
    handover = fresh.get(pk=handover.pk)
    if not handover.is_open:
        words = handover.get_state_display().lower()
        raise Refused(f"{handover.answered_by} has answered this: {words}.")
    if not person.is_open or person.team_id != handover.from_team_id:
        raise Refused(f"{person} is not with {handover.from_team} any more.")
    return handover, person


def _may_answer(handover: Handover, by: User) -> None:
    if handover.to_team_id not in by.team_ids:
        raise Refused(f"Only somebody of {handover.to_team} can answer this.")
    if handover.is_within_a_team and by != handover.to_worker:
        raise Refused(f"{handover.to_worker} is asked, and answers.")


def _answered(handover: Handover, state: str, *, by: User, answer: str = "") -> Event:
    handover.state, handover.answer = state, answer
    handover.answered_at, handover.answered_by = timezone.now(), by
    handover.save(update_fields=["state", "answer", "answered_at", "answered_by"])
    return _happened(f"handover.{state}", handover, by=by)


def _works_in(user: User, team: Team) -> bool:
    there = Membership.objects.current().filter(user=user, team=team)
    return user.is_active and there.exists()


def _offerers(handover: Handover) -> list[str]:
    return [handover.from_team.email, handover.offered_by.email]


def _happened(what: str, handover: Handover, *, by: User) -> Event:
    return trail.record(
        what, about=handover, by=by, person=handover.person, team=handover.to_team
    )


def _tell(event: Event, handover: Handover, to: list[str], template: str) -> None:
    trail.tell(
        event,
        to=to,
        template=template,
        reference=handover.person.reference,
        path=f"/handovers/{handover.pk}/",
    )
