"""Before a meeting: the worker is reminded, and the person where that is safe. Once."""

from datetime import datetime, time, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from ..audit import trail
from ..audit.payloads import MeetingReminded
from ..batches import in_batches
from ..models import ContactWish, Event, Meeting, Message, User
from ..values.working_days import working_day_before

#: Later than two hours before, no one could still plan by it.
LATEST = timedelta(hours=2)
#: The person: not earlier than a day before, and by day only.
_A_DAY, _FROM, _UNTIL = timedelta(hours=24), time(10), time(20)
#: The working day before is at most so far away: over Christmas.
_AHEAD = timedelta(days=6)


def remind_of_meetings() -> int:
    """Everything that is near, and of which someone can still be reminded."""
    now, near = timezone.now(), timezone.now() + _A_DAY
    worker = Q(reminded_at=None, who__is_active=True)
    person = Q(at__lte=near) & _safe_ways(str(timezone.localdate().isoweekday()))
    rows = Meeting.objects.planned().filter(at__range=(now + LATEST, now + _AHEAD))
    rows, clock = rows.filter(worker | person), User.objects.hand("clock")
    return sum(remind_of_meeting(row.pk, by=clock) for row in in_batches(rows, "at"))


def _safe_ways(today: str) -> Q:
    """Someone who has not been reminded in a way that is safe for them today."""
    wish = Q()
    for path in ("person", "introduction__person"):
        of = f"{path}__contact_wish__"
        mail = Q(**{f"{of}may_email": True, "person_reminded_at": None})
        mail &= ~Q(**{f"{of}email": ""})
        text = Q(**{f"{of}may_text": True, "person_texted_at": None})
        text &= Q(**{f"{path}__site__has_texts": True}) & ~Q(**{f"{of}phone": ""})
        on_days = Q(**{f"{of}days": ""}) | Q(**{f"{of}days__contains": today})
        wish |= (mail | text) & on_days
    return wish


@transaction.atomic
def remind_of_meeting(pk: UUID, *, by: User) -> int:
    """Each once, by the row: after an outage no one is forgotten, nor told twice."""
    rows = Meeting.objects.planned().select_for_update(of=("self",), skip_locked=True)
    related = ("who", "team__site", "introduction__person", "person")
    meeting = rows.select_related(*related).filter(pk=pk).first()
    if meeting is None or meeting.at < timezone.now() + LATEST:
        return 0
    done = _remind_worker(meeting, by) + _remind_person(meeting, by)
    meeting.save(
        update_fields=["reminded_at", "person_reminded_at", "person_texted_at"]
    )
    return done


def _remind_worker(meeting: Meeting, by: User) -> int:
    """On the working day before, by a reference. No one who has left is written to."""
    day = timezone.localdate(meeting.at)
    from_day = working_day_before(day, meeting.team.site.nation)
    too_early = timezone.localdate() < from_day
    if meeting.reminded_at or too_early or not meeting.who.is_active:
        return 0
    meeting.reminded_at = timezone.now()
    person = meeting.with_whom
    trail.tell(
        _reminded(meeting, "worker", by),
        to=[meeting.who.email],
        template="meeting_near",
        reference=person.reference if person else "",
        path=meeting.page,
    )
    return 1


def _remind_person(meeting: Meeting, by: User) -> int:
    """Only on a day that is safe, by the ways that they said are safe."""
    now, wish = timezone.localtime(), _wish_of(meeting)
    if wish is None or not _is_time(meeting, wish, now):
        return 0
    done, number = 0, wish.number_for_texts
    if wish.may_email and wish.email and not meeting.person_reminded_at:
        meeting.person_reminded_at = now
        event = _reminded(meeting, "person", by)
        trail.tell(event, to=[wish.email], template="meeting_reminder")
        done += 1
    if number and not meeting.person_texted_at:
        meeting.person_texted_at = now
        event, channel = _reminded(meeting, "text", by), Message.Channel.TEXT
        template = "text_meeting_tomorrow"
        trail.tell(event, to=[number], template=template, channel=channel)
        done += 1
    return done


def _is_time(meeting: Meeting, wish: ContactWish, now: datetime) -> bool:
    near = meeting.at <= now + _A_DAY
    return near and _FROM <= now.time() < _UNTIL and wish.is_safe_on(now.date())


def _wish_of(meeting: Meeting) -> ContactWish | None:
    rows = ContactWish.objects.select_related("person__site")
    return rows.filter(person=meeting.with_whom).first()


def _reminded(meeting: Meeting, whom: str, by: User) -> Event:
    codes = MeetingReminded(whom=whom, reminds_of=meeting.at.isoformat())
    return trail.record(
        "meeting.reminded",
        about=meeting,
        by=by,
        site=meeting.about.site,
        person=meeting.with_whom,
        team=meeting.team,
        detail=codes,
    )
