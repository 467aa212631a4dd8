"""Whoever was held and is open no more was said farewell to; decisions and calls stay.

The first is checked as a transaction commits, beside the rules of `everybody_is_held`:
a record may close only with a farewell at or after the end of the last holding. The
second refuses to rewrite what the team decided and who was rung. Safe to run live: it
adds triggers, rewrites no rows, and locks for an instant.
"""

from django.db import migrations

KEEP = """
CREATE FUNCTION welcome_closed_with_farewell() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    ended timestamptz;
BEGIN
    IF EXISTS (SELECT 1 FROM welcome_person WHERE id = NEW.id AND is_open) THEN
        RETURN NULL;
    END IF;
    SELECT max(until_at) INTO ended FROM welcome_holding WHERE person_id = NEW.id;
    IF ended IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM welcome_farewell WHERE person_id = NEW.id AND said_at >= ended
    ) THEN
        RAISE EXCEPTION 'Nobody is let go without a farewell'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'person_closed_with_farewell';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER welcome_person_closed_with_farewell
AFTER UPDATE OF is_open ON welcome_person
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NOT NEW.is_open)
EXECUTE FUNCTION welcome_closed_with_farewell();

CREATE TRIGGER welcome_decision_keeps_its_words
BEFORE UPDATE OR DELETE ON welcome_decision
FOR EACH ROW EXECUTE FUNCTION welcome_keep_the_past();

CREATE TRIGGER welcome_call_is_append_only
BEFORE UPDATE OR DELETE ON welcome_call
FOR EACH ROW EXECUTE FUNCTION welcome_keep_the_past();
"""

LET_GO = """
DROP TRIGGER welcome_call_is_append_only ON welcome_call;
DROP TRIGGER welcome_decision_keeps_its_words ON welcome_decision;
DROP TRIGGER welcome_person_closed_with_farewell ON welcome_person;
DROP FUNCTION welcome_closed_with_farewell();
"""


class Migration(migrations.Migration):
    dependencies = [("welcome", "0080_the_team_talks")]
    operations = [migrations.RunSQL(KEEP, LET_GO)]
