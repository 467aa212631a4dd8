"""Let the database itself refuse to show a narrative without a live consent.

At the end of each transaction a public narrative must have a consent that is not
withdrawn, is to the web, to exactly this text, and lasts as long as it is shown.
Safe to run live: it adds two deferred triggers, rewrites no rows, locks for an instant.
"""

from django.db import migrations

DECIDE = """
CREATE FUNCTION storybooks_only_with_consent() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    it uuid;
BEGIN
    IF TG_TABLE_NAME = 'storybooks_narrative' THEN
        it := NEW.id;
    ELSIF TG_OP = 'DELETE' THEN
        it := OLD.narrative_id;
    ELSE
        it := NEW.narrative_id;
    END IF;
    IF EXISTS (
        SELECT FROM storybooks_narrative n
        WHERE n.id = it AND n.state IN ('published', 'expiring')
        AND NOT EXISTS (
            SELECT FROM storybooks_consent c
            WHERE c.narrative_id = n.id AND c.withdrawn_at IS NULL AND c.web
            AND c.fingerprint = n.fingerprint AND c.until_on >= n.agreed_until
        )
    ) THEN
        RAISE EXCEPTION 'A public narrative needs a live consent to exactly this text'
            USING ERRCODE = 'check_violation',
                  CONSTRAINT = 'narrative_only_with_consent';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER narrative_only_with_consent
AFTER INSERT OR UPDATE ON storybooks_narrative
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NEW.state IN ('published', 'expiring'))
EXECUTE FUNCTION storybooks_only_with_consent();

CREATE CONSTRAINT TRIGGER consent_keeps_its_narrative
AFTER UPDATE OR DELETE ON storybooks_consent
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION storybooks_only_with_consent();
"""

LET_GO = """
DROP TRIGGER consent_keeps_its_narrative ON storybooks_consent;
DROP TRIGGER narrative_only_with_consent ON storybooks_narrative;
DROP FUNCTION storybooks_only_with_consent();
"""


class Migration(migrations.Migration):
    dependencies = [("storybooks", "0001_initial")]
    operations = [migrations.RunSQL(DECIDE, LET_GO)]
