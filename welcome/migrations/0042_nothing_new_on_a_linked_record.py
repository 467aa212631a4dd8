"""Whoever writes to a linked record writes to the one that stayed.

Somebody may have begun to write in the moment in which the two became one. The row
then waits for the linking to end (the same lock that its foreign key takes anyway),
and goes where the record has gone. Safe to run live: it adds
triggers and rewrites no rows.
"""

from django.db import migrations

TABLES = [
    "welcome_passage",
    "welcome_conversation",
    "welcome_introduction",
    "welcome_accessneed",
    "welcome_supporter",
    "welcome_hope",
    "welcome_dialog",
    "welcome_mapversion",
    "welcome_handover",
    "welcome_mark",
]
FOLLOW = """
CREATE FUNCTION welcome_follow_the_link() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    stayed uuid;
BEGIN
    IF NEW.person_id IS NULL THEN RETURN NEW; END IF;
    SELECT linked_to_id INTO stayed FROM welcome_person
    WHERE id = NEW.person_id FOR KEY SHARE;
    IF stayed IS NOT NULL THEN NEW.person_id := stayed; END IF;
    RETURN NEW;
END $$;
""" + "".join(
    f"""
CREATE TRIGGER {table}_follows_the_link BEFORE INSERT ON {table}
FOR EACH ROW EXECUTE FUNCTION welcome_follow_the_link();
"""
    for table in TABLES
)
STAY = (
    "".join(f"DROP TRIGGER {table}_follows_the_link ON {table};\n" for table in TABLES)
    + "DROP FUNCTION welcome_follow_the_link();"
)


class Migration(migrations.Migration):
    dependencies = [("welcome", "0041_linked_is_held_by_nobody")]
    operations = [migrations.RunSQL(FOLLOW, STAY)]
