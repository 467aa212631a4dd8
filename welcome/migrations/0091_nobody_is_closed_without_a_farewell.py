"""Let the database keep the promise that nobody is closed without a farewell.

Whoever was held and is held no more has a farewell, said when the last holding ended or
after; and a farewell on which that rests can be neither removed nor moved. Checked as a
transaction commits. Safe to run live: it replaces a function, adds a trigger, rewrites
no rows, and asks only about rows that change from now on.
"""

from django.db import migrations

KEEP = """
CREATE OR REPLACE FUNCTION welcome_check_held(who uuid)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    opened boolean;
    held boolean;
BEGIN
    SELECT is_open INTO opened FROM welcome_person WHERE id = who;
    IF NOT FOUND THEN RETURN; END IF;
    SELECT EXISTS (
        SELECT 1 FROM welcome_holding WHERE person_id = who AND until_at IS NULL
    ) INTO held;
    IF opened AND NOT held THEN
        RAISE EXCEPTION 'An open person must be held by somebody'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'person_open_is_held';
    ELSIF held AND NOT opened THEN
        RAISE EXCEPTION 'A person who is held must be open'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'person_held_is_open';
    END IF;
    IF NOT opened AND EXISTS (
        SELECT 1 FROM (
            SELECT max(until_at) AS ended FROM welcome_holding WHERE person_id = who
        ) AS last
        WHERE ended IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM welcome_farewell f
            WHERE f.person_id = who AND f.said_at >= ended
        )
    ) THEN
        RAISE EXCEPTION 'Nobody is closed without a farewell'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'person_closed_by_a_farewell';
    END IF;
    IF EXISTS (
        SELECT 1 FROM (
            SELECT from_at, lag(until_at) OVER (ORDER BY from_at) AS ended
            FROM welcome_holding WHERE person_id = who
        ) AS h
        WHERE ended < from_at AND NOT EXISTS (
            SELECT 1 FROM welcome_farewell f
            WHERE f.person_id = who AND f.said_at >= ended AND f.said_at <= h.from_at
        )
    ) THEN
        RAISE EXCEPTION 'Between two holdings there is a gap without a farewell'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'holding_leaves_no_gap';
    END IF;
END $$;

CREATE FUNCTION welcome_farewell_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM welcome_check_held(OLD.person_id);
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER welcome_farewell_closes
AFTER UPDATE OR DELETE ON welcome_farewell
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION welcome_farewell_stays();
"""

LET_GO = """
DROP TRIGGER welcome_farewell_closes ON welcome_farewell;
DROP FUNCTION welcome_farewell_stays();
CREATE OR REPLACE FUNCTION welcome_check_held(who uuid)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    opened boolean;
    held boolean;
BEGIN
    SELECT is_open INTO opened FROM welcome_person WHERE id = who;
    IF NOT FOUND THEN RETURN; END IF;
    SELECT EXISTS (
        SELECT 1 FROM welcome_holding WHERE person_id = who AND until_at IS NULL
    ) INTO held;
    IF opened AND NOT held THEN
        RAISE EXCEPTION 'An open person must be held by somebody'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'person_open_is_held';
    ELSIF held AND NOT opened THEN
        RAISE EXCEPTION 'A person who is held must be open'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'person_held_is_open';
    END IF;
    IF EXISTS (
        SELECT 1 FROM (
            SELECT from_at, lag(until_at) OVER (ORDER BY from_at) AS ended
            FROM welcome_holding WHERE person_id = who
        ) AS h
        WHERE ended < from_at AND NOT EXISTS (
            SELECT 1 FROM welcome_farewell f
            WHERE f.person_id = who AND f.said_at >= ended AND f.said_at <= h.from_at
        )
    ) THEN
        RAISE EXCEPTION 'Between two holdings there is a gap without a farewell'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'holding_leaves_no_gap';
    END IF;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("welcome", "0090_asked_to_hold")]
    operations = [migrations.RunSQL(KEEP, LET_GO)]
