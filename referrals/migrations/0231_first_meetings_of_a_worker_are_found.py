"""Indexes by which the planned meetings of a worker are found: a clash, a calendar.

Safe to run live: few meetings are planned at a time.
"""

from django.db import migrations, models

PLANNED = models.Q(state__in=["proposed", "confirmed"])


class Migration(migrations.Migration):
    dependencies = [("referrals", "0230_first_meetings_say_why_at_that_time")]
    operations = [
        migrations.AddIndex(
            model_name="firstmeeting",
            index=models.Index(
                fields=["welcomer", "at"],
                name="first_meeting_of_a_welcomer",
                condition=PLANNED,
            ),
        ),
        migrations.AddIndex(
            model_name="firstmeeting",
            index=models.Index(
                fields=["worker", "at"],
                name="first_meeting_of_a_worker",
                condition=PLANNED,
            ),
        ),
    ]
