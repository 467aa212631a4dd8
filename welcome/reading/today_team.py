"""What Today says of handovers, and of records that were opened in an emergency."""

from django.db.models import QuerySet
from django.urls import reverse

from ..models import Emergency, Handover, User
from ..registries.today_items import Group, Item, Kind, Step
from .due_words import day_in_words, moment_in_words, shortened, since, start_of

# ── Handovers ────────────────────────────────────────────────────────────────


def _asked(user: User) -> QuerySet[Handover]:
    return Handover.objects.asking(user)


def _asked_us(row: Handover) -> Item:
    asker = "your colleague" if row.stays_in_team else f"{row.from_team}"
    return _handover(
        row,
        f"Asked to hold, by {day_in_words(row.answer_due_on)}",
        Step("Answer handover", reverse("welcome:handover", args=[row.pk])),
        f"{row.offered_by.name}, {asker}: {row.why}",
    )


def _declined(user: User) -> QuerySet[Handover]:
    return Handover.objects.offered_by_teams_of(user).filter(state="declined")


def _said_no(row: Handover) -> Item:
    return _handover(
        row,
        f"{row.asked} can’t hold them",
        Step("Read the answer", reverse("welcome:handover", args=[row.pk])),
        row.suggestion,
    )._replace(at=row.answered_at or row.offered_at, tone="late")


def _offered(user: User) -> QuerySet[Handover]:
    """Not what this user is asked: that stands under “Now”, with its answer."""
    offered = Handover.objects.offered_by_teams_of(user).open()
    return offered.exclude(pk__in=Handover.objects.asking(user).values("pk"))


def _waits(row: Handover) -> Item:
    was = "An answer was due on" if row.is_late else "Answer due"
    day = f"{row.answer_due_on:%A} {row.answer_due_on.day} {row.answer_due_on:%B}"
    return _handover(
        row,
        f"{was} {day if row.is_late else day_in_words(row.answer_due_on)}",
        Step("See what was asked", reverse("welcome:handover", args=[row.pk])),
        f"{row.asked} was asked to hold {row.person.known_as}. "
        "Your team holds them until then.",
    )


def _handover(row: Handover, due: str, step: Step, words: str) -> Item:
    return Item(
        row.person.known_as,
        step.url,
        due,
        start_of(row.answer_due_on),
        step,
        words=shortened(words),
        tone="late" if row.is_late else "soon",
    )


# ── Emergencies ──────────────────────────────────────────────────────────────


def _open(user: User) -> QuerySet[Emergency]:
    return Emergency.objects.kept_open_by(user).select_related("person")


def _still_open(row: Emergency) -> Item:
    page = reverse("welcome:emergency", args=[row.pk])
    return Item(
        row.person.known_as,
        page,
        f"Open until {moment_in_words(row.until_at)}",
        row.until_at,
        Step("Read or close it", page),
        words="You opened this record in an emergency.",
        tone="late",
    )


def _to_tell(user: User) -> QuerySet[Emergency]:
    return Emergency.objects.to_tell_by(user).select_related("person", "by")


def _told_of(row: Emergency) -> Item:
    page = reverse("welcome:person", args=[row.person_id])
    do = "Tell them" if row.is_told else "Read why not to tell them"
    told = (
        "They don’t know yet."
        if row.is_told
        else "Don’t tell them: it could harm them."
    )
    return Item(
        row.person.known_as,
        page,
        f"Opened in an emergency, s{since(row.opened_at)[1:]}",
        row.opened_at,
        Step(do, page),
        words=f"{row.by.name} opened this record. {told}",
        tone="late",
    )


KINDS = [
    Kind(
        "open-in-emergency", "Records you have open in an emergency", Group.NOW, 10,
        _open, ("until_at", "pk"), _still_open,
    ),
    Kind(
        "opened-in-emergency", "Records opened in an emergency", Group.NOW, 15,
        _to_tell, ("opened_at", "pk"), _told_of, came="opened_at",
    ),
    Kind(
        "asked-to-hold", "People you are asked to hold", Group.NOW, 50,
        _asked, ("answer_due_on", "pk"), _asked_us, came="offered_at",
    ),
    Kind(
        "could-not-hold", "Handovers that were declined", Group.NOW, 55,
        _declined, ("answered_at", "pk"), _said_no, came="answered_at",
    ),
    Kind(
        "handovers-waiting", "Handovers", Group.OTHERS, 20,
        _offered, ("answer_due_on", "pk"), _waits,
    ),
]  # fmt: skip
