"""Let the version before this one go on writing rows while an upgrade is under way.

It does not know the column, so the database fills it. Safe to run live: only
the default is set, and no row is written.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("welcome", "0132_codes_are_used_once")]
    operations = [
        migrations.AlterField(
            model_name="introduction",
            name="said_before",
            field=models.JSONField(
                default=list,
                db_default=models.Value([], models.JSONField()),
                editable=False,
            ),
        ),
    ]
