"""The rows of what is asked, and of whom, and how it leaves. Saves nothing."""

from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from welcome.audit.event_rows import unsaved_event
from welcome.models import Event, Person, User

from ..deadlines.answer_deadlines import answer_due_on
from ..models import Agreement, Offer, Referral, Request, Wants
from ..payloads import ReferralSent, RequestMade
from .move_rows import Columns


@dataclass(frozen=True)
class Asked:
    """What the person asks, as the form said it: the columns of a Request."""

    words: str
    need: str
    urgency: str
    wants: str = Wants.ALL
    despite: str = ""


def unsaved_request(
    person: Person, asked: Asked, *, by: User, at: datetime, once: UUID
) -> Request:
    return Request(person=person, made_by=by, made_at=at, once=once, **asdict(asked))


def request_event(
    what: str, request: Request, *, by: User, at: datetime, offers: int
) -> Event:
    """`offers`: of how many it is asked."""
    return unsaved_event(
        what,
        at=at,
        about=request,
        by=by,
        person=request.person,
        team=request.person.team,
        detail=RequestMade(need=request.need, urgency=request.urgency, offers=offers),
    )


def unsaved_draft(
    request: Request, offer: Offer, previous: Referral | None
) -> Referral:
    """What is asked of one partner, before the person has agreed."""
    return Referral(
        request=request,
        person=request.person,
        team=request.person.team,
        offer=offer,
        partner=offer.partner,
        previous=previous,
    )


def leaving(
    referral: Referral, agreement: Agreement, *, by: User, at: datetime
) -> tuple[ReferralSent, Columns]:
    """What the move writes by which it leaves: due by its urgency, in working days."""
    request, nation = referral.request, referral.team.site.nation
    due = answer_due_on(timezone.localdate(at), request.urgency, nation)
    codes = ReferralSent(need=request.need, urgency=request.urgency)
    columns = Columns(agreement=agreement, sent_at=at, sent_by=by, answer_due_on=due)
    return codes, columns
