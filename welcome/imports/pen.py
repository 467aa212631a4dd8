"""Writing a whole batch of rows back in one statement: row by row would be too slow."""

import json

from django.db import connection

from ..models import ImportRow

_WRITE = """
UPDATE welcome_importrow AS r SET
    cells = v.cells, key = v.key, marks = string_to_array(v.marks, ' '),
    verdict = v.verdict, why = v.why, twin_id = v.twin, same_as = v.same_as,
    choice = v.choice, outcome = v.outcome, person_id = v.person
FROM unnest(
    %s::bigint[], %s::jsonb[], %s::text[], %s::text[], %s::text[], %s::text[],
    %s::uuid[], %s::int[], %s::text[], %s::text[], %s::uuid[]
) AS v(
    id, cells, key, marks, verdict, why, twin, same_as, choice, outcome, person
)
WHERE r.id = v.id
"""


def write(rows: list[ImportRow]) -> None:
    """Keep everything that may have changed in these rows."""
    each = [
        (
            row.pk, json.dumps(row.cells), row.key, " ".join(row.marks), row.verdict,
            row.why[:500], row.twin_id, row.same_as, row.choice, row.outcome,
            row.person_id,
        )
        for row in rows
    ]  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_WRITE, [list(column) for column in zip(*each, strict=True)])
