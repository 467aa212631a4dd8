"""What partners did that needs someone of the welcome team on Today."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from welcome.models import Holding, User
from welcome.reading.due_words import shortened, since
from welcome.reading.today_people import mine_or_left
from welcome.registries.today_items import Group, Item, Kind, Step

from ..models import HandOn, NewsSeen, Outcome, Question, Referral, State
from ..models.referral_states import WITH_PARTNER

#: Older acceptances and farewells are on “Sent on”, read or not.
NEWS_DAYS = 60


def _page(row: Referral) -> str:
    return reverse("referrals:referral", args=[row.pk])


# ── Given back, asked, handed on ─────────────────────────────────────────────


def given_back(user: User) -> QuerySet[Referral]:
    back = Referral.objects.from_teams_of(user).needing_us()
    return back.select_related("person", "partner")


def _back(row: Referral) -> Item:
    at = row.moved_at or timezone.now()
    why = f"{row.partner}: “{row.get_reason_display()}”. They suggest:"
    return Item(
        row.person.known_as,
        _page(row),
        f"Given back, s{since(at)[1:]}",
        at,
        Step("Choose what happens next", _page(row)),
        words=f"{why} {shortened(row.suggestion)}",
        tone="late",
    )


def questions(user: User) -> QuerySet[Question]:
    """What partners ask; what one may no longer read needs no answer any more."""
    return Question.objects.filter(
        referral__in=Referral.objects.from_teams_of(user).open(),
        referral__agreement__withdrawn_at=None,
        referral__agreement__until_on__gte=timezone.localdate(),
        answered_at=None,
    ).select_related("referral__person", "referral__partner")


def _question(row: Question) -> Item:
    page = _page(row.referral)
    return Item(
        row.referral.person.known_as,
        page,
        f"A question, s{since(row.asked_at)[1:]}",
        row.asked_at,
        Step("Answer question", f"{page}#asked"),
        words=f"{row.referral.partner}: {shortened(row.words)}",
        tone="soon",
    )


def _hand_ons(user: User) -> QuerySet[HandOn]:
    open_still = HandOn.objects.visible_to(user).open()
    open_still = open_still.filter(referral__in=Referral.objects.open())
    return open_still.select_related("referral__person", "offer__partner")


def _hand_on(row: HandOn) -> Item:
    to = f"{row.offer}, {row.offer.partner}"
    return Item(
        row.referral.person.known_as,
        _page(row.referral),
        f"Another service suggested, s{since(row.proposed_at)[1:]}",
        row.proposed_at,
        Step("Ask them", reverse("referrals:answer_hand_on", args=[row.pk])),
        words=f"{to}: {shortened(row.words)}",
        tone="soon",
    )


# ── Accepted, ended: until someone has read it ──────────────────────────────


def sent_or_held_by(user: User) -> Q:
    """The worker who sent the person, or their key contact; else all of the team."""
    held = Holding.objects.filter(person=OuterRef("person"), until_at=None, worker=user)
    return mine_or_left(user, "sent_by", "team") | Q(Exists(held))


def _seen(user: User, what: str, since_when: str) -> Exists:
    seen = NewsSeen.objects.filter(referral=OuterRef("pk"), what=what, reader=user)
    return Exists(seen.filter(seen_at__gte=OuterRef(since_when)))


def _news(user: User) -> QuerySet[Referral]:
    ours = Referral.objects.from_teams_of(user).filter(sent_or_held_by(user))
    ours = ours.filter(moved_at__gte=_recent())
    return ours.select_related("person", "partner", "worker")


def _recent() -> datetime:
    return timezone.now() - timedelta(days=NEWS_DAYS)


def accepted(user: User) -> QuerySet[Referral]:
    unseen = ~_seen(user, NewsSeen.What.ACCEPTED, "answered_at")
    said_yes = _news(user).filter(unseen, state__in=WITH_PARTNER)
    return said_yes.filter(answered_at__gte=_recent())


def _said_yes(row: Referral) -> Item:
    at = row.answered_at or timezone.now()
    return Item(
        row.person.known_as,
        _page(row),
        f"Accepted, s{since(at)[1:]}",
        at,
        Step("Read it", _page(row)),
        words=f"{row.partner}: {row.worker} will help.",
        tone="held",
    )


def farewells(user: User) -> QuerySet[Referral]:
    unseen = ~_seen(user, NewsSeen.What.ENDED, "moved_at")
    ended = _news(user).filter(unseen, state=State.ENDED)
    return ended.prefetch_related("outcomes")


def _farewell(row: Referral) -> Item:
    at, outcome = row.moved_at or timezone.now(), row.outcome
    how = Outcome.How(outcome.how).label if outcome else "Their help has ended"
    words = f"{row.partner}: {how}. {shortened(outcome.words) if outcome else ''}"
    return Item(
        row.person.known_as,
        _page(row),
        f"Farewell said, s{since(at)[1:]}",
        at,
        Step("Read it", _page(row)),
        words=words.strip(),
        tone="held",
    )


KINDS = [
    Kind(
        "given-back", "People given back", Group.NOW, 20,
        given_back, ("moved_at", "pk"), _back, came="moved_at",
    ),
    Kind(
        "questions", "Questions from partners", Group.NOW, 30,
        questions, ("asked_at", "pk"), _question, came="asked_at",
    ),
    Kind(
        "hand-ons", "Other services that partners suggest", Group.NOW, 40,
        _hand_ons, ("proposed_at", "pk"), _hand_on, came="proposed_at",
    ),
    Kind(
        "accepted", "Partners who said yes", Group.TODAY, 50,
        accepted, ("-answered_at", "-pk"), _said_yes, came="answered_at",
    ),
    Kind(
        "farewells", "Partners who said farewell", Group.TODAY, 60,
        farewells, ("-moved_at", "-pk"), _farewell, came="moved_at",
    ),
]  # fmt: skip
