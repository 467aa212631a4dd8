"""Who meets on which side of a first meeting, and how each hears of it."""

from django.utils import timezone

from welcome.models import Event, Membership, User
from welcome.refusals import Refused

from ..access.move_permissions import Side, sides_of
from ..models import FirstMeeting, Referral, State
from . import moves
from .answering import works_there

_BEFORE_OR_WHILE_HELPING = (State.SENT, State.ACCEPTED, State.HELPING)


def can_meet(referral: Referral) -> None:
    """Refused, in a sentence, when there is nobody to meet any more, or not yet."""
    moves.still_shared(referral)
    if referral.state not in _BEFORE_OR_WHILE_HELPING:
        state = referral.get_state_display()
        raise Refused(f"It is now “{state}”, so no first meeting can be planned.")
    if referral.first_meetings.filter(state=FirstMeeting.State.KEPT).exists():
        raise Refused("They have met for the first time already.")


def side_of(user: User, referral: Referral) -> FirstMeeting.From:
    """On which side they speak; whoever stands on both speaks for the team."""
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
        raise Refused(f"{who} does not work in the {referral.team}. Choose who does.")


def seat(side: FirstMeeting.From) -> str:
    return "welcomer" if side == FirstMeeting.From.TEAM else "worker"


def settle(meeting: FirstMeeting, state: FirstMeeting.State, *, by: User) -> None:
    meeting.settled_at, meeting.settled_by = timezone.now(), by
    change(meeting, state)


def change(meeting: FirstMeeting, state: FirstMeeting.State) -> None:
    meeting.state = state
    meeting.sequence += 1
    meeting.save()


def happened(
    what: str, meeting: FirstMeeting, referral: Referral, *, by: User
) -> Event:
    codes = {"how": str(meeting.how), "from": str(meeting.proposed_from)}
    return moves.happened(what, referral, by=by, **codes)


def tell_other_side(
    event: Event,
    meeting: FirstMeeting,
    referral: Referral,
    side: FirstMeeting.From,
    template: str,
) -> None:
    to = (
        readers_at_partner(meeting, referral)
        if side == FirstMeeting.From.TEAM
        else readers_at_team(meeting, referral)
    )
    moves.tell(event, referral, to, template)


def readers_at_partner(meeting: FirstMeeting, referral: Referral) -> list[str]:
    """Who it is there, while they work there; else everybody who answers."""
    if meeting.worker:
        return moves.reader_of_answer(referral, meeting.worker)
    return moves.readers_at_partner(referral)


def readers_at_team(meeting: FirstMeeting, referral: Referral) -> list[str]:
    """The team's own address, and who comes along, or whoever sent the story."""
    comes = meeting.welcomer
    if comes and comes.is_active:
        return [referral.team.email, comes.email]
    return moves.readers_at_team(referral)
