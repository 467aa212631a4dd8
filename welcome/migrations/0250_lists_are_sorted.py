"""Indexes for the people of a team, newest first, and its waiting list by name.

Safe to run live: two indexes, whose making holds up writes for a second or two.
"""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("welcome", "0243_files_are_read_as_someone_chose")]

    operations = [
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                fields=["team", "-made_at", "-id"], name="person_team_by_day"
            ),
        ),
        migrations.AddIndex(
            model_name="introduction",
            index=models.Index(
                condition=Q(answered_at=None, closed_at=None),
                fields=["team", "known_as", "id"],
                name="introduction_waiting_by_name",
            ),
        ),
    ]
