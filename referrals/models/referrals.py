"""A referral carries one person's story to one partner, and never gets lost."""

from datetime import date

from django.db import models
from django.db.models import Q

from welcome.models import Organisation, Person, Team, User
from welcome.models.columns import to_user
from welcome.models.own_record import NeverOnesOwn
from welcome.models.uuid_key import UuidModel

from .agreements import Agreement
from .give_back_reasons import GiveBack
from .offers import Offer
from .pauses import PauseReason
from .referral_constraints import CONSTRAINTS
from .referral_indexes import INDEXES
from .referral_states import MOVES, OPEN, PUT_RIGHT, TO_THE_PERSON, State
from .requests import Request
from .steps import Outcome


class ReferralQuerySet(NeverOnesOwn, models.QuerySet["Referral"]):
    def visible_to(self, user: User) -> "ReferralQuerySet":
        """What this user may know exists: their team's, or what was sent to them."""
        theirs = Q(team_id__in=user.team_ids) | (
            Q(partner_id__in=user.partner_ids)
            & ~Q(state=State.DRAFT)
            & ~Q(sent_at=None)
        )
        if not (user.team_ids or user.partner_ids):
            return self.none()
        return self.filter(theirs).without_own(user)

    def to_partners_of(self, user: User) -> "ReferralQuerySet":
        return self.visible_to(user).filter(partner_id__in=user.partner_ids)

    def sent_to_partners_of(self, user: User) -> "ReferralQuerySet":
        """What waits for an answer of this user's partners."""
        return self.to_partners_of(user).waiting_for_an_answer()

    def from_teams_of(self, user: User) -> "ReferralQuerySet":
        return self.visible_to(user).filter(team_id__in=user.team_ids)

    def open(self) -> "ReferralQuerySet":
        return self.filter(state__in=OPEN)

    def paused_until_now(self, today: date) -> "ReferralQuerySet":
        """Those whose pause is over, the longest first."""
        over = self.filter(state=State.PAUSED, paused_until__lte=today)
        return over.order_by("paused_until", "pk")

    def waiting_for_an_answer(self) -> "ReferralQuerySet":
        return self.filter(state=State.SENT).order_by("answer_due_on", "pk")

    def ticking(self) -> "ReferralQuerySet":
        """Those whose clock runs, what is due first at the top."""
        runs = self.filter(state=State.SENT, overdue_at=None, rests_since=None)
        return runs.order_by("answer_due_on", "pk")

    def needing_us(self) -> "ReferralQuerySet":
        """Given back and not yet taken anywhere else: no one is bounced."""
        back = self.filter(state=State.RETURNED, decided_at=None)
        return back.order_by("-moved_at", "pk")


class Referral(UuidModel):
    request = models.ForeignKey(Request, models.PROTECT, related_name="referrals")
    person = models.ForeignKey(Person, models.PROTECT, related_name="referrals")
    team = models.ForeignKey(
        Team,
        models.PROTECT,
        related_name="referrals",
        help_text="The welcome team that sent it, and gets it back",
    )
    offer = models.ForeignKey(Offer, models.PROTECT, related_name="referrals")
    partner = models.ForeignKey(Organisation, models.PROTECT, related_name="referrals")
    agreement = models.OneToOneField(
        Agreement, models.PROTECT, related_name="referral", null=True
    )
    previous = models.OneToOneField(
        "self", models.PROTECT, related_name="next", null=True
    )
    #: A discarded draft followed on from this one, and does again if it is restored.
    discarded_previous = models.ForeignKey(
        "self", models.PROTECT, related_name="+", null=True, editable=False
    )

    state = models.CharField(
        max_length=10, choices=State, default=State.DRAFT, editable=False
    )
    moved_at = models.DateTimeField(null=True, editable=False)
    moved_by = to_user(null=True, editable=False)
    sent_at = models.DateTimeField(null=True, editable=False)
    sent_by = to_user(null=True, editable=False)
    answer_due_on = models.DateField(null=True, editable=False)
    #: The clock rests while the person is asked something that the partner needs.
    rests_since = models.DateField(null=True, editable=False)
    reminded_at = models.DateTimeField(null=True, editable=False)
    overdue_at = models.DateTimeField(null=True, editable=False)
    answered_at = models.DateTimeField(null=True, editable=False)
    worker = to_user("helping", null=True, help_text="The key contact at the partner")
    reason = models.CharField(max_length=12, choices=GiveBack, blank=True)
    suggestion = models.TextField(blank=True)
    #: The partner had no room, and said from when to ask again.
    ask_again_on = models.DateField(null=True, editable=False)
    #: Only while help is paused; the words about it are a note.
    pause_reason = models.CharField(
        max_length=8, choices=PauseReason, blank=True, db_default="", editable=False
    )
    paused_until = models.DateField(null=True, editable=False)
    #: A welcomer has decided what comes next after a give-back.
    decided_at = models.DateTimeField(null=True, editable=False)

    #: Where two records become one: see `welcome.linking.moving`.
    team_follows_the_person = True
    settle_before_linking = (
        "Both records ask for the same help. Withdraw one of the two referrals, then "
        "link, so that no one is asked twice for the same person."
    )

    objects = ReferralQuerySet.as_manager()

    class Meta:
        indexes = INDEXES
        constraints = CONSTRAINTS

    def __str__(self) -> str:
        return f"Referral {self.pk} ({self.get_state_display()})"

    def can_move_to(self, state: State) -> bool:
        return state in MOVES[State(self.state)]

    def can_be_put_right_to(self, state: State) -> bool:
        return state in PUT_RIGHT.get(State(self.state), set())

    @property
    def state_in_words(self) -> str:
        """“Accepted”, or until when it is paused."""
        if self.paused_until:
            return f"Paused until {self.paused_until:%-d %B}"
        return self.get_state_display()

    @property
    def state_to_the_person(self) -> str:
        """The same, as the person’s own page says it to them."""
        return TO_THE_PERSON.get(State(self.state), self.state_in_words)

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def seen(self) -> str:
        """How it is now, for a form to send back: see `actions.state_moves.as_seen`."""
        moved = self.moved_at.timestamp() if self.moved_at else 0
        return f"{self.state}.{moved:.6f}"

    @property
    def is_shared(self) -> bool:
        """Whether the partner may read the story: by the agreement, while it helps."""
        agreed = self.agreement
        return bool(agreed and agreed.is_live and (self.is_open or agreed.reads_on))

    @property
    def keeps_own_words(self) -> bool:
        """Whether the partner may still see what it wrote itself, after its help."""
        return self.agreement is not None and self.agreement.withdrawn_at is None

    @property
    def outcome(self) -> Outcome | None:
        """How it went, if a farewell was said and stands."""
        return next((o for o in self.outcomes.all() if o.stands), None)

    @property
    def called(self) -> str:
        """What a partner may call the person: a name only while it is shared."""
        return str(self.person) if self.is_shared else self.person.reference
