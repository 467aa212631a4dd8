"""First meetings of all three, in the calendars of both sides."""

from collections.abc import Callable

from django.db.models import QuerySet
from django.urls import reverse

from welcome.models import User
from welcome.registries.calendar_entries import Entry, Source
from welcome.values.icalendar import CalendarEvent

from ..models import FirstMeeting, Referral
from ..models.first_meetings import CANCELLED, PLANNED
from .calendar_file import event_of

_GONE = [FirstMeeting.State.MOVED, *CANCELLED]


def _of_teams(user: User) -> QuerySet[FirstMeeting]:
    ours = Referral.objects.from_teams_of(user)
    rows = FirstMeeting.objects.filter(referral__in=ours).exclude(state__in=_GONE)
    return rows.select_related("referral__person", "referral__partner", "welcomer")


def _of_partners(user: User) -> QuerySet[FirstMeeting]:
    """Without those of a team of theirs: the team's calendar has them already."""
    theirs = Referral.objects.to_partners_of(user).exclude(team__in=user.team_ids)
    rows = FirstMeeting.objects.filter(referral__in=theirs).exclude(state__in=_GONE)
    return rows.select_related(
        "referral__person", "referral__team", "referral__agreement", "worker"
    )


def _for_the_team(row: FirstMeeting) -> Entry:
    referral, who = row.referral, row.welcomer
    what = f"First meeting with {referral.partner}"
    return _entry(row, what, referral.person.known_as, who, str(row))


def _for_the_partner(row: FirstMeeting) -> Entry:
    """No name and no address once the person has stopped sharing."""
    referral, who = row.referral, row.worker
    what = f"First meeting with {referral.team}"
    where = str(row) if referral.is_shared else row.get_how_display()
    return _entry(row, what, referral.called, who, where)


def _entry(
    row: FirstMeeting, what: str, called: str, who: User | None, where: str
) -> Entry:
    page = reverse("referrals:referral", args=[row.referral_id])
    name = who.name if who else ""
    state, tone = _state(row)
    return Entry(
        row.pk, row.at, what, called, name, where, f"{page}#meeting", state, tone
    )


def _state(row: FirstMeeting) -> tuple[str, str]:
    if row.state not in PLANNED:
        return row.how_it_is, "held"
    if row.is_over:
        return "Say how it went", "late"
    if row.state == FirstMeeting.State.PROPOSED:
        return "To be confirmed", "soon"
    return row.get_state_display(), ""


def _event_at(own_place: FirstMeeting.How) -> Callable[[FirstMeeting], CalendarEvent]:
    """A place only where it is the worker's own: others say who it is, or with whom."""

    def event(row: FirstMeeting) -> CalendarEvent:
        changed_at = row.settled_at or row.confirmed_at or row.proposed_at
        made = event_of(row, where=row.place if row.how == own_place else "")
        what = "A call" if row.how == FirstMeeting.How.PHONE else made.summary
        return made._replace(summary=what, changed_at=changed_at)

    return event


SOURCES = [
    Source(
        "first-meetings",
        FirstMeeting,
        "welcomer",
        _of_teams,
        _for_the_team,
        _event_at(FirstMeeting.How.OURS),
    ),
    Source(
        "first-meetings-of-partners",
        FirstMeeting,
        "worker",
        _of_partners,
        _for_the_partner,
        _event_at(FirstMeeting.How.PARTNER),
    ),
]
