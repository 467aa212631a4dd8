"""How each measure is counted: its events, and the numbers taken from their codes.

Fragments of SQL over one row `e` of the trail. Nothing typed by anybody comes in here.
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

#: The rows of every measure made of events.
FROM_EVENTS = """
SELECT e.site_id, e.at,
    CASE e.what WHEN 'introduction.made' THEN i.person_id ELSE e.person_id END
        AS person_id,
    ({numerator})::int AS numerator, ({denominator})::int AS denominator,
    {total} AS total, {own} AS own,
    CASE WHEN e.what IN ('introduction.made', 'conversation.finished')
        THEN NULLIF(e.detail->>'source', '') END AS source
FROM welcome_event e
LEFT JOIN welcome_introduction i
    ON e.what = 'introduction.made' AND i.id::text = split_part(e.about, ':', 2)
WHERE e.site_id = ANY(%(sites)s::uuid[]) AND e.what = ANY(%(what)s::text[])
    AND e.at >= %(since)s::date::timestamp AT TIME ZONE 'Europe/London' AND ({only})
"""

#: Who was held as each month ended; and, for this month, who is held or not now.
FROM_HOLDINGS = """
SELECT p.site_id, m.at - interval '1 second' AS at, p.id AS person_id,
    0 AS numerator, 1 AS denominator, 0 AS total,
    CASE WHEN h.team_id IS NULL THEN 'partner' ELSE 'team' END AS own,
    NULL AS source
FROM (
    SELECT LEAST((month + interval '1 month') AT TIME ZONE 'Europe/London', now()) AS at
    FROM generate_series(
        %(since)s::date::timestamp,
        (now() AT TIME ZONE 'Europe/London')::timestamp, interval '1 month'
    ) AS month
) m
JOIN welcome_holding h
    ON h.from_at < m.at AND (h.until_at IS NULL OR h.until_at >= m.at)
JOIN welcome_person p ON p.id = h.person_id
UNION ALL
SELECT p.site_id, now(), p.id, 1, 1, 0, NULL, NULL
FROM welcome_person p
WHERE p.is_open AND NOT EXISTS (
    SELECT FROM welcome_holding h WHERE h.person_id = p.id AND h.until_at IS NULL
)
"""

#: Sort the rows into months and groups, and add up: the whole, and each way of looking.
ADD_UP = """
INSERT INTO referrals_monthcount
    (site_id, month, measure, breakdown, "group", numerator, denominator, total)
WITH counted AS ({rows}),
placed AS (
    SELECT c.site_id, c.numerator, c.denominator, c.total, c.own,
        date_trunc('month', c.at AT TIME ZONE 'Europe/London')::date AS month,
        COALESCE(c.source, f.source, 'not_recorded') AS source,
        COALESCE(
            %(broad)s::jsonb ->>
                (COALESCE(NULLIF(q.nation, ''), s.nation) || ' ' || q.ethnicity),
            'not_recorded'
        ) AS ethnicity,
        COALESCE(
            date_part(
                'year', age((c.at AT TIME ZONE 'Europe/London')::date, p.born_on)
            ),
            date_part('year', c.at AT TIME ZONE 'Europe/London') - p.born_year
        ) AS years
    FROM counted c
    JOIN welcome_site s ON s.id = c.site_id
    LEFT JOIN welcome_person p ON p.id = c.person_id
    LEFT JOIN welcome_equality q ON q.person_id = p.id
    LEFT JOIN LATERAL (
        SELECT source FROM welcome_introduction i WHERE i.person_id = p.id
        ORDER BY made_at LIMIT 1
    ) f ON c.source IS NULL
),
grouped AS (
    SELECT *, CASE WHEN years < 25 THEN 'under_25' WHEN years < 65 THEN '25_to_64'
        WHEN years IS NULL THEN 'not_recorded' ELSE '65_up' END AS age
    FROM placed
)
SELECT site_id, month, %(measure)s,
    CASE WHEN GROUPING(source) = 0 THEN 'source' WHEN GROUPING(age) = 0 THEN 'age'
        WHEN GROUPING(ethnicity) = 0 THEN 'ethnicity' WHEN GROUPING(own) = 0 THEN 'own'
        ELSE '' END,
    COALESCE(source, age, ethnicity, own, ''),
    SUM(numerator * denominator),
    CASE WHEN GROUPING(own) = 0 THEN COUNT(*) ELSE SUM(denominator) END,
    SUM(total)
FROM grouped
GROUP BY GROUPING SETS (
    (site_id, month), (site_id, month, source), (site_id, month, age),
    (site_id, month, ethnicity), (site_id, month, own)
)
HAVING GROUPING(own) = 1 OR own IS NOT NULL
"""

#: A month in which nothing happened is a nought, and not a gap.
NOUGHTS = """
INSERT INTO referrals_monthcount
    (site_id, month, measure, breakdown, "group", numerator, denominator, total)
SELECT site, month::date, measure, '', '', 0, 0, 0
FROM unnest(%(sites)s::uuid[]) AS site, unnest(%(measures)s::text[]) AS measure,
    generate_series(%(since)s::date::timestamp, %(until)s::date::timestamp,
        interval '1 month') AS month
ON CONFLICT DO NOTHING
"""
