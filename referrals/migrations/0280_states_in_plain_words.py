"""The states of a referral, in words that the team and the partner can both read.

Safe to run live: labels alone; no column changes.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("referrals", "0265_readings_of_directories_are_kept")]

    operations = [
        migrations.AlterField(
            model_name="referral",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "Being prepared"),
                    ("sent", "Waiting for an answer"),
                    ("accepted", "Accepted"),
                    ("helping", "Being helped"),
                    ("paused", "Paused for now"),
                    ("ended", "Farewell said"),
                    ("returned", "Back with the Welcome Team"),
                    ("withdrawn", "Withdrawn"),
                ],
                default="draft",
                editable=False,
                max_length=10,
            ),
        )
    ]
