"""Keys that twins are found by, for everybody; and the database keeps them honest.

Whoever changes a name, a birthday, a postcode or a site without new keys (a query by
hand, a restored copy) leaves the person without keys, and the clock fills them in.
Safe to run live: adds a column without rewriting the table, then fills it in parts.
"""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models

KEEP = """
CREATE FUNCTION welcome_find_keys_in_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.find_keys IS NOT DISTINCT FROM OLD.find_keys
    AND (NEW.known_as, NEW.formal_name, NEW.born_on, NEW.born_year, NEW.postcode,
         NEW.site_id)
        IS DISTINCT FROM
        (OLD.known_as, OLD.formal_name, OLD.born_on, OLD.born_year, OLD.postcode,
         OLD.site_id)
    THEN
        NEW.find_keys := NULL;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER welcome_person_find_keys
BEFORE UPDATE OF known_as, formal_name, born_on, born_year, postcode, site_id
ON welcome_person
FOR EACH ROW EXECUTE FUNCTION welcome_find_keys_in_step();
"""

LET_GO = """
DROP TRIGGER welcome_person_find_keys ON welcome_person;
DROP FUNCTION welcome_find_keys_in_step();
"""


class Migration(migrations.Migration):
    dependencies = [("welcome", "0081_nobody_is_let_go_in_silence")]
    operations = [
        migrations.AddField(
            model_name="person",
            name="find_keys",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.IntegerField(), editable=False, null=True, size=None
            ),
        ),
        migrations.AddIndex(
            model_name="person",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["find_keys"], name="person_by_find_keys"
            ),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                condition=models.Q(("find_keys", None)),
                fields=["id"],
                name="person_without_find_keys",
            ),
        ),
        migrations.RunSQL(KEEP, LET_GO),
    ]
