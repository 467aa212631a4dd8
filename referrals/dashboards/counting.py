"""How each measure is counted: its events, and the numbers taken from their codes.

Fragments of SQL over one row `e` of the trail. Nothing typed by anyone comes in here.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Counting:
    """From which events, which of them, and what each one adds."""

    what: tuple[str, ...]
    only: str = "TRUE"
    numerator: str = "FALSE"
    denominator: str = "TRUE"
    total: str = "0"
    #: The group of the measure's own split.
    own: str = "NULL"


_ANSWERED = ("referral.accepted", "referral.returned")
_ASKED = ("referral.accepted", "referral.ended", "told_again.said")
#: A whole number of days, where one was recorded.
_DAYS = "GREATEST((e.detail->>'{}')::numeric::bigint, 0)"
_RETOLD = "COALESCE(NULLIF(e.detail->>'told_again', ''), 'not_asked')"
_TIMES = "COALESCE((e.detail->>'times')::numeric::int, 1)"
_RISE = "(e.detail->>'rise')::numeric::int"
_BETTER = "jsonb_array_length(e.detail->'better')"
_WORSE = "jsonb_array_length(e.detail->'worse')"
#: Said again, and by this person not once more in the same month.
_LAST_AGAIN = """(e.detail->>'again')::boolean AND NOT EXISTS (
    SELECT FROM welcome_event n
    WHERE n.person_id = e.person_id AND n.what = e.what
        AND date_trunc('month', n.at AT TIME ZONE 'Europe/London')
            = date_trunc('month', e.at AT TIME ZONE 'Europe/London')
        AND (n.at, n.id) > (e.at, e.id) AND (n.detail->>'again')::boolean
)"""


def _code(name: str) -> str:
    return f"COALESCE(NULLIF(e.detail->>'{name}', ''), 'not_recorded')"


COUNTING: dict[str, Counting] = {
    "introductions": Counting(what=("introduction.made",)),
    "heard": Counting(
        what=("conversation.finished",),
        only="(e.detail->>'is_first')::boolean AND e.detail->>'days' IS NOT NULL",
        total=_DAYS.format("days"),
    ),
    "first-help": Counting(
        what=("referral.accepted",),
        only=(
            "(e.detail->>'first_help')::boolean "
            "AND e.detail->>'days_to_help' IS NOT NULL"
        ),
        total=_DAYS.format("days_to_help"),
    ),
    "accepted": Counting(what=_ANSWERED, numerator="e.what = 'referral.accepted'"),
    "in-time": Counting(
        what=_ANSWERED,
        only="e.detail->>'in_time' IS NOT NULL",
        numerator="(e.detail->>'in_time')::boolean",
    ),
    "given-back": Counting(what=("referral.returned",), own=_code("reason")),
    "gaps": Counting(what=("gap.noted",), own=_code("need")),
    "passed-around": Counting(
        what=("referral.returned",),
        numerator=f"{_TIMES} > 1",
        own=(
            f"CASE WHEN {_TIMES} < 2 THEN 'once' "
            f"WHEN {_TIMES} = 2 THEN 'twice' ELSE 'more' END"
        ),
    ),
    "told-once": Counting(
        what=_ASKED,
        numerator=f"{_RETOLD} = 'no'",
        denominator=f"{_RETOLD} <> 'not_asked'",
        own=_RETOLD,
    ),
    "helped": Counting(
        what=("referral.ended",),
        numerator=f"{_code('how')} IN ('better', 'some')",
        own=_code("how"),
    ),
    "hopes": Counting(
        what=("hope.rated",),
        only=_LAST_AGAIN,
        numerator=f"{_RISE} >= 3",
        own=(
            f"CASE WHEN {_RISE} >= 3 THEN 'nearer' WHEN {_RISE} > 0 THEN 'a_little' "
            f"WHEN {_RISE} = 0 THEN 'same' ELSE 'further' END"
        ),
    ),
    "dialog": Counting(
        what=("dialog.filled",),
        only=_LAST_AGAIN,
        numerator=f"{_BETTER} > {_WORSE}",
        own=(
            f"CASE WHEN {_BETTER} > {_WORSE} THEN 'better' "
            f"WHEN {_BETTER} < {_WORSE} THEN 'worse' "
            f"WHEN {_BETTER} > 0 THEN 'as_many' ELSE 'none' END"
        ),
    ),
    "farewells": Counting(what=("person.farewell",), own=_code("reason")),
}
