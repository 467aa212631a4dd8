"""An agreement can never name another person's file.

Looked at as the row is written. Where two records are linked, both ends move with the
person; where a link is undone they may part, and then `Agreement.files` shows nothing.
Safe to run live: it adds a trigger to a table that is new.
"""

from django.db import migrations

REFUSE = """
CREATE FUNCTION referrals_file_is_their_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT person_id FROM referrals_agreement WHERE id = NEW.agreement_id)
    IS DISTINCT FROM
       (SELECT person_id FROM welcome_attachment WHERE id = NEW.attachment_id)
    THEN
        RAISE EXCEPTION 'shared_attachment_is_of_the_same_person'
        USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER shared_attachment_is_of_the_same_person
BEFORE INSERT OR UPDATE ON referrals_sharedattachment
FOR EACH ROW EXECUTE FUNCTION referrals_file_is_their_own();
"""
ALLOW = """
DROP TRIGGER shared_attachment_is_of_the_same_person ON referrals_sharedattachment;
DROP FUNCTION referrals_file_is_their_own();
"""


class Migration(migrations.Migration):
    dependencies = [("referrals", "0190_agreements_name_files")]
    operations = [migrations.RunSQL(REFUSE, ALLOW)]
