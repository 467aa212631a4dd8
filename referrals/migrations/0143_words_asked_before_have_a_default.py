"""Let the version before this one go on writing rows while an upgrade is under way.

It does not know the column, so the database fills it. Safe to run live: only
the default is set, and no row is written.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("referrals", "0142_first_meetings_take_place_in_their_time")]
    operations = [
        migrations.AlterField(
            model_name="request",
            name="said_before",
            field=models.JSONField(
                default=list,
                db_default=models.Value([], models.JSONField()),
                editable=False,
            ),
        ),
    ]
