"""A record that became one with another is held by nobody: the other one is.

Its own past ends where the two became one, with no farewell: the person was held on.
So the rules of `everybody_is_held` are asked of records that stand for themselves, and
asked again when one stands for itself again. Safe to run live: it replaces three
functions and one trigger, and rewrites no rows.
"""

from django.db import migrations

LINKED = """
CREATE FUNCTION welcome_check_linked(who uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    linked boolean;
BEGIN
    SELECT linked_to_id IS NOT NULL INTO linked FROM welcome_person WHERE id = who;
    IF NOT FOUND THEN RETURN; END IF;
    IF NOT linked THEN
        PERFORM welcome_check_held(who);
    ELSIF EXISTS (
        SELECT 1 FROM welcome_holding WHERE person_id = who AND until_at IS NULL
    ) THEN
        RAISE EXCEPTION 'A record that is one with another is held by nobody'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'person_linked_is_not_held';
    END IF;
END $$;

CREATE OR REPLACE FUNCTION welcome_person_is_held()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM welcome_check_linked(NEW.id);
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION welcome_holding_holds()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM welcome_check_linked(COALESCE(NEW.person_id, OLD.person_id));
    IF TG_OP = 'UPDATE' AND NEW.person_id <> OLD.person_id THEN
        PERFORM welcome_check_linked(OLD.person_id);
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION welcome_closed_with_farewell()
RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    ended timestamptz;
BEGIN
    IF EXISTS (
        SELECT 1 FROM welcome_person
        WHERE id = NEW.id AND (is_open OR linked_to_id IS NOT NULL)
    ) THEN
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

DROP TRIGGER welcome_open_person_is_held ON welcome_person;
CREATE CONSTRAINT TRIGGER welcome_open_person_is_held
AFTER INSERT OR UPDATE OF is_open, linked_to_id ON welcome_person
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION welcome_person_is_held();
"""

APART = """
DROP TRIGGER welcome_open_person_is_held ON welcome_person;
CREATE CONSTRAINT TRIGGER welcome_open_person_is_held
AFTER INSERT OR UPDATE OF is_open ON welcome_person
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION welcome_person_is_held();

CREATE OR REPLACE FUNCTION welcome_person_is_held()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM welcome_check_held(NEW.id);
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION welcome_holding_holds()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM welcome_check_held(COALESCE(NEW.person_id, OLD.person_id));
    IF TG_OP = 'UPDATE' AND NEW.person_id <> OLD.person_id THEN
        PERFORM welcome_check_held(OLD.person_id);
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION welcome_closed_with_farewell()
RETURNS trigger LANGUAGE plpgsql AS $$
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

DROP FUNCTION welcome_check_linked(uuid);
"""


class Migration(migrations.Migration):
    dependencies = [("welcome", "0040_two_records_are_one")]
    operations = [migrations.RunSQL(LINKED, APART)]
