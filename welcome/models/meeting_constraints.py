"""What the database keeps true of every meeting, and how it finds them."""

from django.db.models import CheckConstraint, F, Q

from .constraints import check, either, empty, filled, index, one_of, only_one

#: The states of a meeting that was to be, and was not.
NOT_MET = ["not_kept", "called_off", "they_cancelled"]
_PLANNED = Q(state="planned")


def followed_by_a_step(of: str) -> list[CheckConstraint]:
    """One that was not met is followed by a step; a try has a day, nothing a reason."""
    return [
        check(
            f"{of}_next_step_follows_one_that_was_not",
            Q(next_step="")
            | Q(next_step__in=["again", "reach", "nothing"], state__in=NOT_MET),
        ),
        check(
            f"{of}_is_followed_by_a_try_on_a_day",
            filled("reach_on", next_step="reach")
            | (~Q(next_step="reach") & Q(reach_on=None)),
        ),
        check(
            f"{of}_is_followed_by_nothing_for_a_reason",
            (Q(next_step="nothing") & ~Q(nothing_why=""))
            | (~Q(next_step="nothing") & Q(nothing_why="")),
        ),
    ]


INDEXES = [
    index("meeting_planned_for", ["who", "at"], among=_PLANNED),
    index("meeting_planned_in", ["team", "at"], among=_PLANNED),
    index("meeting_to_remind_of", ["at", "id"], among=_PLANNED),
    index("meeting_of_a_person", ["person", "at", "id"], among=Q(person__isnull=False)),
    index(
        "meeting_to_reach_after",
        ["team", "settled_at"],
        among=Q(next_step__in=["reach", "again"]),
    ),
]
CONSTRAINTS = [
    either("meeting_is_with_one", "introduction", "person"),
    one_of(
        "meeting_how_is_known", "how", ["ours", "home", "phone", "video", "outdoors"]
    ),
    check(
        "meeting_is_planned_or_settled_by_somebody",
        empty("settled_at", "settled_by", state="planned")
        | filled("settled_at", "settled_by", state__in=["kept", "moved", *NOT_MET]),
    ),
    check(
        "meeting_took_place_or_not_once_its_time_has_come",
        ~Q(state__in=["kept", "not_kept"]) | Q(settled_at__gte=F("at")),
    ),
    only_one("meeting_one_planned", ["introduction"], among=_PLANNED),
    check("meeting_repeats_with_a_person", Q(series=None) | Q(person__isnull=False)),
    *followed_by_a_step("meeting"),
]
