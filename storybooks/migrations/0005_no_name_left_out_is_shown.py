"""Let the database itself refuse to show a name that was to be left out.

At the end of each transaction nothing that has just become public, and nothing public
whose words, address, book, consent or contributor's name have just changed, may hold a
known name of its contributor that the live consent does not show. What the error says
holds no name. Moving from published to expiring asks nothing: the clock must be able to
tell a contributor, and takes down what shows a name (`keep_consent`).

Safe to run live: it adds deferred triggers, rewrites no rows, locks for an instant.
What was published before is not refused here; the clock takes it down within minutes.
"""

from django.db import migrations

REFUSE = """
CREATE FUNCTION storybooks_no_name_left_out() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM storybooks_narrative n
        WHERE n.state IN ('published', 'expiring')
        AND CASE TG_TABLE_NAME
            WHEN 'storybooks_narrative' THEN n.id = (to_jsonb(NEW)->>'id')::uuid
            WHEN 'storybooks_consent' THEN n.id = (to_jsonb(NEW)->>'narrative_id')::uuid
            WHEN 'storybooks_storybook' THEN
                n.storybook_id = (to_jsonb(NEW)->>'id')::uuid
            ELSE n.contributor_id = (to_jsonb(NEW)->>'id')::uuid
        END
        AND storybooks_names_shown(n.id) <> '{}'
    ) THEN
        RAISE EXCEPTION 'A name that its contributor asked to leave out would be shown'
            USING ERRCODE = 'check_violation',
                  CONSTRAINT = 'no_name_left_out_is_shown';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER narrative_begins_without_a_name_left_out
AFTER INSERT ON storybooks_narrative DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NEW.state IN ('published', 'expiring'))
EXECUTE FUNCTION storybooks_no_name_left_out();

CREATE CONSTRAINT TRIGGER narrative_shows_no_name_left_out
AFTER UPDATE ON storybooks_narrative DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (
    NEW.state IN ('published', 'expiring') AND (
        OLD.state NOT IN ('published', 'expiring')
        OR (OLD.title, OLD.place, OLD.content_note, OLD.pull_quote, OLD.text, OLD.slug,
            OLD.storybook_id, OLD.contributor_id)
        IS DISTINCT FROM
           (NEW.title, NEW.place, NEW.content_note, NEW.pull_quote, NEW.text, NEW.slug,
            NEW.storybook_id, NEW.contributor_id)))
EXECUTE FUNCTION storybooks_no_name_left_out();

CREATE CONSTRAINT TRIGGER consent_shows_no_name_left_out
AFTER INSERT OR UPDATE OF named, shown_as, withdrawn_at, narrative_id
ON storybooks_consent DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION storybooks_no_name_left_out();

CREATE CONSTRAINT TRIGGER storybook_shows_no_name_left_out
AFTER UPDATE OF title, words, slug ON storybooks_storybook
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION storybooks_no_name_left_out();

CREATE CONSTRAINT TRIGGER contributor_shows_no_name_left_out
AFTER UPDATE OF name, named, shown_as ON storybooks_contributor
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION storybooks_no_name_left_out();
"""

LET_GO = """
DROP TRIGGER contributor_shows_no_name_left_out ON storybooks_contributor;
DROP TRIGGER storybook_shows_no_name_left_out ON storybooks_storybook;
DROP TRIGGER consent_shows_no_name_left_out ON storybooks_consent;
DROP TRIGGER narrative_shows_no_name_left_out ON storybooks_narrative;
DROP TRIGGER narrative_begins_without_a_name_left_out ON storybooks_narrative;
DROP FUNCTION storybooks_no_name_left_out();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("storybooks", "0004_names_are_found"),
        ("welcome", "0001_the_record"),
    ]
    operations = [migrations.RunSQL(REFUSE, LET_GO)]
