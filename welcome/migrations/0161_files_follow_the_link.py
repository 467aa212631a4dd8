"""A file or letter added to a linked record goes to the one that stayed: see 0042.

Safe to run live: it adds triggers and rewrites no rows.
"""

from django.db import migrations

TABLES = ["welcome_attachment", "welcome_letter"]
FOLLOW = "".join(
    f"""
CREATE TRIGGER {table}_follows_the_link BEFORE INSERT ON {table}
FOR EACH ROW EXECUTE FUNCTION welcome_follow_the_link();
"""
    for table in TABLES
)
STAY = "".join(f"DROP TRIGGER {t}_follows_the_link ON {t};\n" for t in TABLES)


class Migration(migrations.Migration):
    dependencies = [("welcome", "0160_files_and_letters")]
    operations = [migrations.RunSQL(FOLLOW, STAY)]
