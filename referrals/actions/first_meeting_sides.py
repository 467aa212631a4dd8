"""Who meets on which side of a first meeting, and how each hears of it."""

from collections.abc import Sequence

from django.utils import timezone

from welcome.audit import trail
from welcome.models import Event, Membership, User
from welcome.refusals import Refused

from ..access.move_permissions import Side, sides_of
from ..models import FirstMeeting, Referral
from ..models.first_meeting_constraints import CAN_MEET
from ..payloads import MeetingMoved
from . import state_moves
from .answering import works_there
from .recipients import reader_of_answer, readers_at_partner, readers_at_team
from .referral_events import happened
from .telling import tell


def can_meet(referral: Referral) -> None:
    """Refused, in a sentence, when there is no one to meet any more, or not yet."""
    state_moves.still_shared(referral)
    if referral.state not in CAN_MEET:
        state = referral.get_state_display()
        raise Refused(f"It is now “{state}”, so you cannot plan a first meeting.")
    if referral.first_meetings.filter(state=FirstMeeting.State.KEPT).exists():
        raise Refused("They have already had their first meeting.")


def both_locked(meeting: FirstMeeting) -> tuple[FirstMeeting, Referral]:
    """Both as they are now: changing a meeting locks its referral."""
    referral = state_moves.locked(meeting.referral)
    return FirstMeeting.objects.with_names().get(pk=meeting.pk), referral


def is_still_planned(meeting: FirstMeeting) -> None:
    if not meeting.is_planned:
        raise Refused(
            f"{meeting.settled_by} has already changed this. It is now "
            f"“{meeting.how_it_is}”."
        )


def side_of(user: User, referral: Referral) -> FirstMeeting.From:
    """On which side they speak; someone on both sides speaks for the team."""
    ours = Side.TEAM in sides_of(user, referral)
    return FirstMeeting.From.TEAM if ours else FirstMeeting.From.PARTNER


def other_side(meeting: FirstMeeting, referral: Referral) -> str:
    """Who is to say yes."""
    from_team = meeting.proposed_from == FirstMeeting.From.TEAM
    return str(referral.partner) if from_team else f"the {referral.team}"


def is_one_of(side: FirstMeeting.From, who: User, referral: Referral) -> None:
    if side == FirstMeeting.From.PARTNER:
        works_there(who, referral)
        return
    here = Membership.objects.current().filter(team=referral.team_id, user=who)
    if not here.exists():
        raise Refused(
            f"{who} does not work in the {referral.team}. Choose someone who does."
        )


def seat(side: FirstMeeting.From) -> str:
    return "welcomer" if side == FirstMeeting.From.TEAM else "worker"


def settle(meeting: FirstMeeting, state: FirstMeeting.State, *, by: User) -> None:
    """Over, in whichever way. A reminder that has not left by now never leaves."""
    meeting.settled_at, meeting.settled_by = timezone.now(), by
    change(meeting, state)
    for what in ("first_meeting.reminded", "first_meeting.told"):
        trail.give_up_unsent(what, about=meeting.referral)


def change(meeting: FirstMeeting, state: FirstMeeting.State) -> None:
    meeting.state = state
    meeting.sequence += 1
    meeting.save()


def meeting_happened(
    what: str,
    meeting: FirstMeeting,
    referral: Referral,
    *,
    by: User,
    against: Sequence[str] = (),
) -> Event:
    codes: MeetingMoved = {
        "how": str(meeting.how),
        "from": str(meeting.proposed_from),
    }
    if against:
        codes["against"] = list(against)
    if meeting.next_step:
        codes["next"] = meeting.next_step
    return happened(what, referral, by=by, detail=codes)


def tell_other_side(
    event: Event,
    meeting: FirstMeeting,
    referral: Referral,
    side: FirstMeeting.From,
    template: str,
) -> None:
    to = (
        readers_there(meeting, referral)
        if side == FirstMeeting.From.TEAM
        else readers_here(meeting, referral)
    )
    tell(event, referral, to, template)


def readers_there(meeting: FirstMeeting, referral: Referral) -> list[str]:
    """Who it is there, while they work there; else everyone who answers."""
    if meeting.worker:
        return reader_of_answer(referral, meeting.worker)
    return readers_at_partner(referral)


def readers_here(meeting: FirstMeeting, referral: Referral) -> list[str]:
    """The team's own address, and who comes along, or who sent the story."""
    comes = meeting.welcomer
    if comes and comes.is_active:
        return [referral.team.email, comes.email]
    return readers_at_team(referral)
