"""Why a first meeting is confirmed although something spoke against who comes.

Safe to run live: a column with a default in the database.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("referrals", "0240_lists_are_sorted")]
    operations = [
        migrations.AddField(
            model_name="firstmeeting",
            name="confirmed_anyway",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=300
            ),
        )
    ]
