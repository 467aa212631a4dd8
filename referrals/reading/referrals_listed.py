"""A team's sent referrals and a partner's own, as the filters above them ask."""

from collections.abc import Mapping
from uuid import UUID

from django.db.models import Count, Exists, IntegerField, OuterRef, Subquery
from django.utils import timezone

from welcome.models import Person, User
from welcome.reading.caseload_file import day_of

from ..models import Agreement, Objection, Referral
from ..models.referral_states import State
from ..models.referrals import ReferralQuerySet

OVER = [State.ENDED, State.RETURNED, State.WITHDRAWN]


def sent_by_teams_of(user: User, asked: Mapping[str, str]) -> ReferralQuerySet:
    """What this user's teams have sent; `asked` holds codes that we know."""
    rows = Referral.objects.from_teams_of(user).exclude(sent_at=None)
    if asked.get("worker"):
        rows = rows.filter(sent_by=UUID(asked["worker"]))
    if asked.get("need"):
        rows = rows.filter(request__need=asked["need"])
    return _by_state(rows, asked)


def at_partners_of(user: User, asked: Mapping[str, str]) -> ReferralQuerySet:
    """What this user's partners were asked, ended ones too.

    A need is part of what was shared: of a story that is closed it finds nothing.
    """
    rows = Referral.objects.to_partners_of(user)
    if asked.get("worker"):
        rows = rows.filter(worker=UUID(asked["worker"]))
    if asked.get("need"):
        shared = Agreement.objects.live()
        rows = rows.filter(request__need=asked["need"], agreement__in=shared)
    return _by_state(rows, asked)


def asked_for(person: Person) -> ReferralQuerySet:
    """Everyone who was asked to help this person, with what a list says of them.

    Each knows how many passages its agreement names, and whether they `has_no`: an
    objection of this person that stands.
    """
    rows = Referral.objects.filter(person=person)
    rows = rows.exclude(state=State.WITHDRAWN, sent_at=None)
    rows = rows.select_related("partner", "offer", "worker", "agreement")
    named = Agreement.objects.filter(pk=OuterRef("agreement")).order_by()
    counted = named.annotate(n=Count("passages")).values("n")
    return rows.annotate(
        passages_shared=Subquery(counted, output_field=IntegerField()),
        has_no=Exists(Objection.objects.standing().filter(person=person)),
    )


def _by_state(rows: ReferralQuerySet, asked: Mapping[str, str]) -> ReferralQuerySet:
    state = asked.get("state", "")
    if state:
        rows = rows.filter(state__in=OVER if state == "over" else [state])
    if asked.get("answer"):
        today = timezone.localdate()
        rows = rows.filter(state=State.SENT, answer_due_on__lt=today, rests_since=None)
    return rows


SENT_HEADINGS = ["Reference", "Name", "Partner", "Offer", "State", "Sent", "Answer due"]
PARTNER_HEADINGS = [
    "Reference", "Name", "Offer", "Team", "State", "Key contact", "Answer due",
]  # fmt: skip


def sent_cells(referral: Referral) -> list[str]:
    return [
        referral.person.reference,
        referral.person.known_as,
        referral.partner.name,
        referral.offer.name,
        referral.get_state_display(),
        day_of(referral.sent_at),
        f"{referral.answer_due_on or ''}",
    ]


def partner_cells(referral: Referral) -> list[str]:
    """A name only while the story is shared, as `Referral.called` has it."""
    return [
        referral.person.reference,
        referral.person.known_as if referral.is_shared else "",
        referral.offer.name,
        referral.team.name,
        referral.get_state_display(),
        referral.worker.name if referral.worker else "",
        f"{referral.answer_due_on or ''}",
    ]
