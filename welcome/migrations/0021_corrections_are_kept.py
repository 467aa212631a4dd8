"""Who corrected a passage and when, and what it stands beside, are kept too.

Safe to run live: it adds a trigger, rewrites no rows, and locks for an instant.
"""

from django.db import migrations

KEEP = """
CREATE TRIGGER welcome_passage_keeps_its_corrections
BEFORE UPDATE OF corrected_at, corrected_by_id, beside_id ON welcome_passage
FOR EACH ROW EXECUTE FUNCTION welcome_keep_the_past();
"""

LET_GO = "DROP TRIGGER welcome_passage_keeps_its_corrections ON welcome_passage;"


class Migration(migrations.Migration):
    dependencies = [("welcome", "0020_words_are_corrected")]
    operations = [migrations.RunSQL(KEEP, LET_GO)]
