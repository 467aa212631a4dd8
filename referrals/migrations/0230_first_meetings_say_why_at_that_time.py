"""Why a first meeting is planned although something spoke against its time.

Safe to run live: a column with a default in the database.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("referrals", "0230_calendars_by_day")]
    operations = [
        migrations.AddField(
            model_name="firstmeeting",
            name="planned_anyway",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=300
            ),
        )
    ]
