"""The lists of referrals that are read, each by an index."""

from django.db import models
from django.db.models import Case, F, Q, SmallIntegerField, Value, When

from welcome.models.constraints import index

#: 0 while the partner has not answered: in a list, those waiting come first.
ANSWERED = Case(
    When(state="sent", then=Value(0)),
    default=Value(1),
    output_field=SmallIntegerField(),
)

INDEXES = [
    index(
        "referral_inbox",
        ["partner", "answer_due_on", "id"],
        among=Q(state="sent"),
    ),
    index(
        "referral_being_helped",
        ["partner", "-moved_at", "-id"],
        among=Q(state__in=["accepted", "helping", "paused"]),
    ),
    models.Index(
        fields=["partner", "worker", "-moved_at", "-id"],
        name="referral_of_a_worker",
        condition=Q(state__in=["accepted", "helping", "paused"]),
        include=["state", "answered_at"],
    ),
    models.Index(
        fields=["offer", "answered_at"],
        name="referral_answered_by_an_offer",
        condition=Q(answered_at__isnull=False),
        include=["state"],
    ),
    models.Index(
        fields=["partner", "sent_at"],
        name="referral_sent_to_a_partner",
        condition=Q(sent_at__isnull=False),
        include=["answered_at", "answer_due_on", "state", "reason"],
    ),
    index(
        "referral_waiting_for_partner",
        ["team", "answer_due_on", "id"],
        among=Q(state="sent"),
    ),
    index(
        "referral_given_back",
        ["team", "-moved_at", "id"],
        among=Q(state="returned", decided_at=None),
    ),
    index("referral_of_a_team", ["team", "-moved_at", "-id"]),
    index("referral_of_a_partner", ["partner", "-moved_at", "-id"]),
    index("referral_of_a_team_by_state", ["team", "state", "-moved_at", "-id"]),
    index(
        "referral_pause_is_over",
        ["paused_until"],
        among=Q(state="paused"),
    ),
    index(
        "referral_watched_by_the_clock",
        ["answer_due_on"],
        among=Q(state="sent", overdue_at=None, rests_since=None),
    ),
    # Newest first, then those who have waited longest for an answer.
    index("referral_of_a_team_by_day", ["team", "-sent_at", "-id"]),
    models.Index(
        F("team"),
        ANSWERED,
        F("sent_at"),
        F("id"),
        name="referral_of_a_team_by_wait",
        condition=Q(sent_at__isnull=False),
    ),
    models.Index(
        F("partner"),
        ANSWERED,
        F("sent_at"),
        F("id"),
        name="referral_of_a_partner_by_wait",
        condition=Q(sent_at__isnull=False),
    ),
]
