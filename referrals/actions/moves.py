"""The only place that writes a referral's state; and who holds the person after."""

from typing import Any

from django.utils import timezone
from django.utils.formats import date_format

from welcome import actions as welcome
from welcome.audit import trail
from welcome.locking import locked as lock
from welcome.models import Event, Membership, Role, User
from welcome.refusals import Refused, Stale

from ..models import Referral, State
from ..models.referrals import WITH_PARTNER


def locked(referral: Referral) -> Referral:
    """As it stands now, and nobody else's until this transaction ends.

    With what most moves need. Each further join makes the database think for longer
    than it takes to ask again.
    """
    fresh = Referral.objects.select_related(
        "person", "team__site", "partner", "request", "agreement", "sent_by"
    )
    return lock(fresh, referral.pk)


def move(
    referral: Referral,
    state: State,
    *,
    by: User,
    seen: str | None = None,
    codes: dict[str, Any] | None = None,
    **changes: Any,
) -> tuple[Referral, Event]:
    """Lock, check, change, record. `codes` go into the event, for the numbers.

    `seen` is what the page showed on which somebody decided this: see `as_seen`. None
    is for what follows by itself from another action, never for a press of a button.
    """
    referral = locked(referral) if seen is None else as_seen(referral, seen)
    if not referral.can_move_to(state):
        raise Refused(_moved_on(referral))
    was = referral.state
    _write(referral, state, by=by, **changes)
    event = happened(_became(was, state), referral, by=by, was=was, **(codes or {}))
    if not referral.is_open:
        meet_no_more(referral, by=by)
    return referral, event


def as_seen(referral: Referral, seen: str) -> Referral:
    """The referral, locked, if it is still as the page showed it.

    Raises Refused, with what has changed, where it moved since: a page that was opened
    earlier never undoes what somebody else did meanwhile.
    """
    referral = locked(referral)
    if seen != referral.seen:
        raise Stale(_changed_since(referral))
    return referral


def put_back(
    referral: Referral, state: State, *, by: User, **changes: Any
) -> tuple[Referral, Event]:
    """The same where a move was made by mistake: back to where it stood."""
    referral = locked(referral)
    if not referral.can_be_put_right_to(state):
        raise Refused(_moved_on(referral))
    was = referral.state
    _write(referral, state, by=by, **changes)
    return referral, happened("referral.reopened", referral, by=by, was=was, now=state)


def _write(referral: Referral, state: State, *, by: User, **changes: Any) -> None:
    changes |= {"state": state, "moved_at": timezone.now(), "moved_by": by}
    for name, value in changes.items():
        setattr(referral, name, value)
    referral.save(update_fields=changes)


def _became(was: str, state: State) -> str:
    """A draft that goes was never sent, so nothing was withdrawn from anybody."""
    aside = was == State.DRAFT and state == State.WITHDRAWN
    return "referral.discarded" if aside else f"referral.{state}"


def happened(what: str, referral: Referral, *, by: User, **codes: Any) -> Event:
    """Write that something happened on this referral."""
    return trail.record(
        what,
        about=referral,
        by=by,
        person=referral.person,
        team=referral.team,
        partner=referral.partner,
        **codes,
    )


def meet_no_more(referral: Referral, *, by: User) -> None:
    """Where nobody helps any more, nobody waits at a door. Who would come is told."""
    ahead = referral.first_meetings.planned().filter(at__gt=timezone.now())
    meeting = ahead.select_related("welcomer", "worker").first()
    if meeting is None:
        return
    meeting.state, meeting.sequence = meeting.State.CALLED_OFF, meeting.sequence + 1
    meeting.settled_at, meeting.settled_by = timezone.now(), by
    meeting.save()
    event = happened("first_meeting.called_off", referral, by=by, how=meeting.how)
    to = [who.email for who in (meeting.welcomer, meeting.worker) if who]
    tell(event, referral, to, "first_meeting_called_off")


def still_shared(referral: Referral) -> None:
    """Refused when the agreement has ended: then nothing can be asked or begun."""
    agreement = referral.agreement
    if agreement is None or not agreement.is_live:
        raise Refused(
            "This story is no longer shared with the partner, so nothing was done."
        )


def back_to_the_team(referral: Referral, *, by: User) -> None:
    """If this partner holds the person, another who helps does now, or the team."""
    person = referral.person
    holding = person.holdings.filter(until_at=None).first()
    if holding is None or holding.partner_id != referral.partner_id:
        return
    others = person.referrals.filter(state__in=WITH_PARTNER).exclude(pk=referral.pk)
    other = others.select_related("partner", "worker").order_by("moved_at").first()
    if other:
        welcome.hold(person, by=by, partner=other.partner, worker=other.worker)
    else:
        welcome.hold(person, by=by, team=referral.team, worker=_sender(referral))


def readers_at_partner(referral: Referral) -> list[str]:
    """Who is told at the partner: its own address, and everybody who answers there."""
    leading = Membership.objects.leading(referral.partner)
    emails = leading.filter(user__is_active=True).values_list("user__email", flat=True)
    return [referral.partner.email, *emails]


def readers_at_team(referral: Referral) -> list[str]:
    """Who is told at the welcome team: its own address, and whoever sent it."""
    sender = _sender(referral)
    return [referral.team.email, sender.email if sender else ""]


def leads_of_team(referral: Referral) -> list[str]:
    """Who leads the team that this person comes back to."""
    leads = Membership.objects.current().filter(
        team=referral.person.team_id, role=Role.LEAD, user__is_active=True
    )
    return list(leads.values_list("user__email", flat=True))


def reader_of_answer(referral: Referral, asker: User) -> list[str]:
    """Whoever asked; or, when they have left, everybody who answers there."""
    there = Membership.objects.leading(referral.partner).filter(user=asker)
    if asker.is_active and there.exists():
        return [asker.email]
    return readers_at_partner(referral)


def _sender(referral: Referral) -> User | None:
    """Who sent it, while they still work here."""
    sender = referral.sent_by
    return sender if sender and sender.is_active else None


def tell(event: Event, referral: Referral, to: list[str], template: str) -> None:
    trail.tell(
        event,
        to=to,
        template=template,
        reference=referral.person.reference,
        path=f"/referrals/{referral.pk}/",
    )


def tell_without_a_trace(event: Event, to: list[str], template: str) -> None:
    """To somebody outside: no reference, and no address of ours to open."""
    trail.tell(event, to=to, template=template)


def _moved_on(referral: Referral) -> str:
    state = referral.get_state_display()
    who = f" by {referral.moved_by}" if referral.moved_by else ""
    return f"This referral has moved on{who}: it is now “{state}”."


def _changed_since(referral: Referral) -> str:
    """Who changed it, when, and to what, in words."""
    state, at = referral.get_state_display(), referral.moved_at
    if at is None:
        return f"Nothing was done: this referral is “{state}”. Open its page again."
    when = date_format(timezone.localtime(at), "j F, H:i")
    return (
        "Nothing was done, because this referral has changed since your page was "
        f"opened. {referral.moved_by} changed it on {when}: it is now “{state}”."
    )
