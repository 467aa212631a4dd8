"""Let the database keep the promise that every open person is held, without a gap.

Checked as a transaction commits, so that one transaction may end a holding and begin
the next. The first rule: a person is open exactly when somebody holds them now. The
second: a holding begins in the instant in which the one before it ended, unless a
farewell stands between the two. Safe to run live on an empty or a correct table.
"""

from django.db import migrations

HOLD = """
CREATE FUNCTION welcome_check_held(who uuid) RETURNS void LANGUAGE plpgsql AS $$
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

CREATE FUNCTION welcome_person_is_held() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM welcome_check_held(NEW.id);
    RETURN NULL;
END $$;

CREATE FUNCTION welcome_holding_holds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM welcome_check_held(COALESCE(NEW.person_id, OLD.person_id));
    IF TG_OP = 'UPDATE' AND NEW.person_id <> OLD.person_id THEN
        PERFORM welcome_check_held(OLD.person_id);
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER welcome_open_person_is_held
AFTER INSERT OR UPDATE OF is_open ON welcome_person
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION welcome_person_is_held();

CREATE CONSTRAINT TRIGGER welcome_holding_leaves_no_gap
AFTER INSERT OR UPDATE OR DELETE ON welcome_holding
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION welcome_holding_holds();
"""

LET_GO = """
DROP TRIGGER welcome_holding_leaves_no_gap ON welcome_holding;
DROP TRIGGER welcome_open_person_is_held ON welcome_person;
DROP FUNCTION welcome_holding_holds();
DROP FUNCTION welcome_person_is_held();
DROP FUNCTION welcome_check_held(uuid);
"""


class Migration(migrations.Migration):
    dependencies = [("welcome", "0002_the_past_is_kept")]
    operations = [migrations.RunSQL(HOLD, LET_GO)]
