"""What the database keeps true of every first meeting, and how it finds them."""

from django.db.models import F, Q

from welcome.models.constraints import check, empty, filled, index, one_of, only_one
from welcome.models.meeting_constraints import NOT_MET, followed_by_a_step

#: In these states of a referral there can be a first meeting.
CAN_MEET = ["sent", "accepted", "helping"]
_IN_A_CALENDAR = ~Q(state__in=["moved", "called_off"])

INDEXES = [
    index("first_meeting_to_remind_of", ["at", "id"], among=Q(state="confirmed")),
    # a calendar's day or week: of everyone, and of one worker on either side
    index("first_meeting_by_day", ["at"], among=_IN_A_CALENDAR),
    index("first_meeting_of_a_welcomer", ["welcomer", "at"], among=_IN_A_CALENDAR),
    index("first_meeting_of_a_worker", ["worker", "at"], among=_IN_A_CALENDAR),
    index(
        "first_meeting_to_reach_after",
        ["settled_at"],
        among=Q(next_step__in=["reach", "again"]),
    ),
]
CONSTRAINTS = [
    one_of(
        "first_meeting_how_is_known",
        "how",
        ["ours", "partner", "home", "phone", "video", "outdoors"],
    ),
    one_of("first_meeting_side_is_known", "proposed_from", ["team", "partner"]),
    check(
        "first_meeting_confirmed_has_who_and_suits_all_three",
        empty("confirmed_at", "confirmed_by")
        | filled(
            "confirmed_at",
            "confirmed_by",
            "welcomer",
            "worker",
            person_agrees=True,
        ),
    ),
    check(
        "first_meeting_is_planned_or_settled_by_somebody",
        empty("confirmed_at", "settled_at", "settled_by", state="proposed")
        | empty(
            "settled_at", "settled_by", state="confirmed", confirmed_at__isnull=False
        )
        | filled("settled_at", "settled_by", state__in=["kept", "moved", *NOT_MET]),
    ),
    check(
        "first_meeting_took_place_or_not_once_its_time_has_come",
        ~Q(state__in=["kept", "not_kept"]) | Q(settled_at__gte=F("at")),
    ),
    only_one(
        "first_meeting_one_planned",
        ["referral"],
        among=Q(state__in=["proposed", "confirmed"]),
    ),
    *followed_by_a_step("first_meeting"),
]
