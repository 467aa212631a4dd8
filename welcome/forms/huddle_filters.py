"""Which part of a huddle's list is shown."""

from .filters import WorkerFilterBar, one_of, sorted_by

#: By the kinds of `huddle_turns.Reason`.
_WHY = [
    ("back", "Given back or passed around"),
    ("marked", "Brought by one of us"),
    ("new", "New"),
    ("quiet", "Quiet for a long time"),
]


class HuddleFilters(WorkerFilterBar):
    """By why someone comes up, and by their key contact."""

    why = one_of("Why", _WHY, everything="Any reason")
    worker = one_of("Key contact", (), everything="Anyone")
    sort = sorted_by(
        [("", "Need us most"), ("day", "Waiting longest"), ("name", "Name")]
    )
