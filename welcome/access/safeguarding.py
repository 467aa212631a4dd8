"""Opening a safeguarding concern, and who may do what with it."""

from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from ..audit.looks import record_look
from ..models import (
    Emergency,
    Look,
    Organisation,
    Role,
    SafeguardingConcern,
    SafeguardingShare,
    Team,
    User,
)
from ..reading.safeguarding import leads_for
from ..refusals import Refused


@dataclass(frozen=True)
class Opened:
    """A concern as one user may read it.

    A partner reads it only where it is shared; they may always read what they wrote.
    """

    concern: SafeguardingConcern
    #: Everything, with updates and with whom it is shared: and may add to it.
    reads_whole: bool
    #: Also whom it is about, and the council's reference.
    is_shared: bool
    #: Why it is shared with where this user works.
    reasons: list[SafeguardingShare]
    #: Closes it, shares it, shows it to the person.
    may_decide: bool
    #: The person's own page is theirs as well.
    opens_person: bool
    has_lead: bool

    @property
    def names_person(self) -> bool:
        return self.reads_whole or self.is_shared


def open_concern(user: User, pk: UUID) -> Opened:
    """The concern, and the note that this user looked: one act. Else Http404."""
    rows = SafeguardingConcern.objects.visible_to(user).with_sight_of(user)
    rows = rows.select_related(
        "person__team", "site", "raised_by", "from_team", "from_organisation",
        "closed_by", "shown_by",
    )  # fmt: skip
    concern = get_object_or_404(rows, pk=pk)
    why = Look.Why.SAFEGUARDING
    record_look(concern.person, by=user, why=why, about=concern)
    has_lead = leads_for(concern.person, concern.site).exists()
    return Opened(
        concern=concern,
        reads_whole=concern.is_read_whole,
        is_shared=concern.is_shared_here,
        reasons=[] if concern.is_read_whole else _reasons_for(user, concern),
        may_decide=concern.is_led_here or (not has_lead and _leads_team(user, concern)),
        opens_person=concern.person.team_id in user.team_ids,
        has_lead=has_lead,
    )


def concern_to_add_to(user: User, pk: UUID) -> Opened:
    """For the team and the leads, who write what is new. Else Http404."""
    opened = open_concern(user, pk)
    if not opened.reads_whole:
        raise Http404
    return opened


def concern_to_decide(user: User, pk: UUID) -> SafeguardingConcern:
    """For its safeguarding lead, or for the team's lead where the site has none."""
    opened = concern_to_add_to(user, pk)
    if not opened.may_decide:
        raise PermissionDenied
    return opened.concern


def emergency_to_raise_from(user: User, pk: UUID) -> Emergency:
    """What this user opened in an emergency, as long as it is open. Else Http404."""
    mine = Emergency.objects.filter(by=user).live()
    return get_object_or_404(mine.select_related("person__team__site"), pk=pk)


def place_to_raise_from(user: User) -> Team | Organisation:
    """Where someone works who opened another team's record in an emergency."""
    place = user.first_team or next(
        (m.organisation for m in user.current_memberships if m.organisation), None
    )
    if place is None:
        raise Refused("Your account is in no team and at no partner yet.")
    return place


def _reasons_for(user: User, concern: SafeguardingConcern) -> list[SafeguardingShare]:
    rows = concern.shares.live().filter(partner__in=user.partner_ids)
    return list(rows.select_related("by").order_by("at", "pk"))


def _leads_team(user: User, concern: SafeguardingConcern) -> bool:
    return any(
        m.role == Role.LEAD and m.team_id == concern.person.team_id
        for m in user.current_memberships
    )
