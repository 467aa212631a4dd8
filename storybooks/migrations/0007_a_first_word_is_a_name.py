"""The first word of a name is always one of its words: Al Green, Di Evans.

Before, "al" or "di" in small letters was taken for the "al" of Omar al Said, and never
looked for. Safe to run live: one function is replaced, and no row is written.
"""

from importlib import import_module

from django.db import migrations

_FOUND = import_module("storybooks.migrations.0004_names_are_found")


def _function(where: str) -> str:
    array, quoted = _FOUND._array, _FOUND._quoted
    apart = quoted(f"[{_FOUND.SEPARATORS}]+")
    return f"""
CREATE OR REPLACE FUNCTION storybooks_name_words(name text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    WITH folded AS (
        SELECT storybooks_folded(storybooks_without_title(name), '') AS whole
    ), read AS (
        SELECT regexp_replace(whole, {quoted(_FOUND.PREFIX)}, '', 'g') AS words
        FROM folded
        UNION ALL
        SELECT regexp_replace(whole, {quoted(_FOUND.JOIN)}, '', 'g') FROM folded
        UNION ALL
        SELECT regexp_replace(whole, {apart}, '', 'g') FROM folded
    ), words AS (
        SELECT word, row_number() OVER (PARTITION BY words ORDER BY n) AS nth
        FROM read, regexp_split_to_table(words, {apart}) WITH ORDINALITY AS w (word, n)
        WHERE word <> ''
    )
    SELECT coalesce(array_agg(DISTINCT storybooks_lowered(word)), '{{}}')
    FROM words WHERE {where.format(little=array(_FOUND.LITTLE))}
$$;
"""


NOW = _function("NOT (word = ANY({little}) AND nth > 1)")
BEFORE = _function("NOT word = ANY({little})")


class Migration(migrations.Migration):
    dependencies = [("storybooks", "0006_names_asked_for_have_a_default")]
    operations = [migrations.RunSQL(NOW, BEFORE)]
