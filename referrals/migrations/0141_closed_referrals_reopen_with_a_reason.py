"""Let the database refuse to reopen a closed referral without a reason.

A referral that was withdrawn, ended or given back changes its state only together with
a row in `put_right` that says why. Checked as a transaction commits. Safe to run live:
it adds a trigger, rewrites no rows, and asks only about rows that change from now on.
"""

from django.db import migrations

KEEP = """
CREATE FUNCTION referrals_reopens_with_a_reason() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM referrals_putright p
        WHERE p.referral_id = OLD.id AND p.what = 'reopened' AND p.was = OLD.state
        AND p.at >= OLD.moved_at
    ) THEN
        RAISE EXCEPTION 'A closed referral reopens only with a reason'
        USING ERRCODE = 'check_violation',
        CONSTRAINT = 'referral_reopens_with_a_reason';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER referrals_closed_reopens
AFTER UPDATE OF state ON referrals_referral
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW
WHEN (OLD.state IN ('ended', 'returned', 'withdrawn') AND OLD.state <> NEW.state)
EXECUTE FUNCTION referrals_reopens_with_a_reason();
"""

LET_GO = """
DROP TRIGGER referrals_closed_reopens ON referrals_referral;
DROP FUNCTION referrals_reopens_with_a_reason();
"""


class Migration(migrations.Migration):
    dependencies = [("referrals", "0140_words_asked_before")]
    operations = [migrations.RunSQL(KEEP, LET_GO)]
