"""Let the database itself refuse to rewrite what is recorded about a person.

No code, shell or admin page, however well meant, can change or remove an event or a
look, nor the words of a passage. Safe to run live: it adds triggers, rewrites no rows,
and locks for an instant. TRUNCATE stays possible for the owner's tests; the role of
web and worker is not granted it.
"""

from django.db import migrations

KEEP = """
CREATE FUNCTION welcome_keep_the_past() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Rows of % are added, never changed', TG_TABLE_NAME;
END $$;

CREATE TRIGGER welcome_event_is_append_only
BEFORE UPDATE OR DELETE ON welcome_event
FOR EACH ROW EXECUTE FUNCTION welcome_keep_the_past();

CREATE TRIGGER welcome_look_is_append_only
BEFORE UPDATE OR DELETE ON welcome_look
FOR EACH ROW EXECUTE FUNCTION welcome_keep_the_past();

CREATE TRIGGER welcome_passage_keeps_its_words
BEFORE UPDATE OF words, prompt, voice, heard_by_id, said_at, replaces_id
ON welcome_passage
FOR EACH ROW EXECUTE FUNCTION welcome_keep_the_past();
"""

LET_GO = """
DROP TRIGGER welcome_passage_keeps_its_words ON welcome_passage;
DROP TRIGGER welcome_look_is_append_only ON welcome_look;
DROP TRIGGER welcome_event_is_append_only ON welcome_event;
DROP FUNCTION welcome_keep_the_past();
"""


class Migration(migrations.Migration):
    dependencies = [("welcome", "0001_the_record")]
    operations = [migrations.RunSQL(KEEP, LET_GO)]
