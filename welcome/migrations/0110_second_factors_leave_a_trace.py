"""Let the database write down each second factor that is added or removed.

By whatever way it comes or goes: its owner's own page, an administrator, a shell. It is
put down to the owner, unless the transaction says who acts (`welcome.acting`). Safe to
run live: it adds a trigger and rewrites no rows.
"""

from django.db import migrations

TRACE = """
CREATE FUNCTION welcome_trace_second_factor() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    factor mfa_authenticator;
BEGIN
    factor := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    IF TG_OP = 'UPDATE' AND NEW.user_id = OLD.user_id AND NEW.type = OLD.type THEN
        RETURN NULL;  -- a save that names every column
    END IF;
    INSERT INTO welcome_event (what, at, by_id, about, detail) VALUES (
        'second_factor.' || CASE TG_OP
            WHEN 'INSERT' THEN 'added' WHEN 'DELETE' THEN 'removed' ELSE 'changed' END,
        clock_timestamp(),
        COALESCE(NULLIF(current_setting('welcome.acting', true), '')::uuid,
                 factor.user_id),
        'welcome.User:' || factor.user_id,
        jsonb_build_object('kind', factor.type)
    );
    RETURN NULL;
END $$;

CREATE TRIGGER welcome_second_factor_is_traced
AFTER INSERT OR DELETE OR UPDATE OF user_id, type ON mfa_authenticator
FOR EACH ROW EXECUTE FUNCTION welcome_trace_second_factor();
"""

FORGET = """
DROP TRIGGER welcome_second_factor_is_traced ON mfa_authenticator;
DROP FUNCTION welcome_trace_second_factor();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("welcome", "0100_failed_tries"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]
    operations = [migrations.RunSQL(TRACE, FORGET)]
