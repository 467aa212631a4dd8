"""What somebody hoped, and every number they gave, stays as it was given.

A rating, a DIALOG and a typed total are added, never changed; a hope keeps its words,
and is laid down once. The person they belong to may change, for two records found to be
one. Safe to run live: it adds triggers to new tables.
"""

from django.db import migrations

KEPT = {
    "welcome_hope": "words, named_at, named_by_id",
    "welcome_rating": "hope_id, score, words, voice, by_id, at, replaces_id",
    "welcome_dialog": (
        "filled_at, by_id, place, replaces_id, mental_health, physical_health, job, "
        "accommodation, leisure, family, friendships, safety, medication, "
        "practical_help, meetings"
    ),
    "welcome_typedtotal": "scale, total, filled_at, by_id, replaces_id",
}
KEEP = "".join(
    f"""
CREATE TRIGGER {table}_is_kept BEFORE UPDATE OF {columns} ON {table}
FOR EACH ROW EXECUTE FUNCTION welcome_keep_the_past();
CREATE TRIGGER {table}_stays BEFORE DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION welcome_keep_the_past();
"""
    for table, columns in KEPT.items()
)
LET_GO = "".join(
    f"""
DROP TRIGGER {table}_stays ON {table};
DROP TRIGGER {table}_is_kept ON {table};
"""
    for table in KEPT
)
ONCE = """
CREATE TRIGGER welcome_hope_is_laid_down_once
BEFORE UPDATE OF laid_down_at, laid_down_by_id, laid_down_why ON welcome_hope
FOR EACH ROW WHEN (OLD.laid_down_at IS NOT NULL)
EXECUTE FUNCTION welcome_keep_the_past();
"""
AGAIN = "DROP TRIGGER welcome_hope_is_laid_down_once ON welcome_hope;"


class Migration(migrations.Migration):
    dependencies = [("welcome", "0070_hopes_and_dialog")]
    operations = [migrations.RunSQL(KEEP + ONCE, AGAIN + LET_GO)]
