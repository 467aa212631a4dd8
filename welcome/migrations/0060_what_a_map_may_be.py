"""What a story map may be, as one function that a check calls. Nothing is locked.

Needs have a number of their own and one to sixty letters; every tie is in words and
leads from one need on the map to another; two needs are tied at most once.
"""

from django.db import migrations

FUNCTION = r"""
CREATE FUNCTION welcome_map_hangs_together(needs jsonb, ties jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog
AS $$
SELECT coalesce(
    jsonb_typeof(needs) = 'array'
    AND jsonb_typeof(ties) = 'array'
    AND jsonb_array_length(needs) <= 12
    AND jsonb_array_length(ties) <= 20
    AND NOT EXISTS (
        SELECT FROM jsonb_array_elements(needs) need
        WHERE jsonb_typeof(need) IS DISTINCT FROM 'object'
           OR jsonb_typeof(need -> 'id') IS DISTINCT FROM 'number'
           OR coalesce(need ->> 'words', '') !~ '\S'
           OR length(need ->> 'words') > 60
           OR length(coalesce(need ->> 'more', '')) > 60
    )
    AND (SELECT count(*) = count(DISTINCT need -> 'id')
         FROM jsonb_array_elements(needs) need)
    AND NOT EXISTS (
        SELECT FROM jsonb_array_elements(ties) tie
        WHERE jsonb_typeof(tie) IS DISTINCT FROM 'object'
           OR coalesce(tie ->> 'words', '') !~ '\S'
           OR length(tie ->> 'words') > 60
           OR tie -> 'one' = tie -> 'other'
           OR NOT EXISTS (SELECT FROM jsonb_array_elements(needs) need
                          WHERE need -> 'id' = tie -> 'one')
           OR NOT EXISTS (SELECT FROM jsonb_array_elements(needs) need
                          WHERE need -> 'id' = tie -> 'other')
    )
    AND (SELECT count(*) = count(DISTINCT (
             least(tie -> 'one', tie -> 'other'),
             greatest(tie -> 'one', tie -> 'other')))
         FROM jsonb_array_elements(ties) tie),
    false)
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("welcome", "0091_nobody_is_closed_without_a_farewell")]
    operations = [
        migrations.RunSQL(
            FUNCTION, "DROP FUNCTION welcome_map_hangs_together(jsonb, jsonb);"
        )
    ]
