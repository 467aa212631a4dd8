"""The SQL that adds up what was counted."""

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
