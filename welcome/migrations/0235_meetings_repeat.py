"""Meetings that were planned together carry the key of their series.

Safe to run live: a column that is empty in every row.
"""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("welcome", "0234_meetings_that_were_not_lead_on")]
    operations = [
        migrations.AddField(
            model_name="meeting", name="series", field=models.UUIDField(null=True)
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                name="meeting_repeats_with_a_person",
                condition=Q(series=None) | Q(person__isnull=False),
            ),
        ),
    ]
