"""A version of a map is added, never changed: the database refuses to redraw it.

Whose it is and its number may change, for two records found to be one person.
"""

from django.db import migrations

KEEP = """
CREATE TRIGGER welcome_map_keeps_what_was_drawn
BEFORE UPDATE OF needs, ties, change, hand, made_at, made_by_id ON welcome_mapversion
FOR EACH ROW EXECUTE FUNCTION welcome_keep_the_past();
"""

LET_GO = "DROP TRIGGER welcome_map_keeps_what_was_drawn ON welcome_mapversion;"


class Migration(migrations.Migration):
    dependencies = [("welcome", "0061_story_maps")]
    operations = [migrations.RunSQL(KEEP, LET_GO)]
