"""The days and hours in which a team sees people; why a meeting is at another time.

Safe to run live: columns with a default in the database. The checks read the few teams
that there are.
"""

from datetime import time

from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    dependencies = [("welcome", "0221_calendar_links")]
    operations = [
        migrations.AddField(
            model_name="team",
            name="open_days",
            field=models.CharField(
                db_default="12345",
                default="12345",
                help_text=(
                    "Days of the week on which people are seen, Monday is 1: 12345"
                ),
                max_length=7,
            ),
        ),
        migrations.AddField(
            model_name="team",
            name="opens_at",
            field=models.TimeField(db_default=time(9), default=time(9)),
        ),
        migrations.AddField(
            model_name="team",
            name="closes_at",
            field=models.TimeField(db_default=time(17), default=time(17)),
        ),
        migrations.AddConstraint(
            model_name="team",
            constraint=models.CheckConstraint(
                name="team_is_open_on_some_days",
                condition=Q(open_days__regex=r"^1?2?3?4?5?6?7?$") & ~Q(open_days=""),
            ),
        ),
        migrations.AddConstraint(
            model_name="team",
            constraint=models.CheckConstraint(
                name="team_opens_before_it_closes",
                condition=Q(opens_at__lt=F("closes_at")),
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="planned_anyway",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=300
            ),
        ),
    ]
