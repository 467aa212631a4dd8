"""The days and hours in which someone works, as they say themselves.

Safe to run live: a new table.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    dependencies = [("welcome", "0260_teams_answer_about_duplicates")]
    operations = [
        migrations.CreateModel(
            name="WorkingHours",
            fields=[
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="working_hours",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("days", models.CharField(max_length=7)),
                ("starts_at", models.TimeField(null=True)),
                ("ends_at", models.TimeField(null=True)),
            ],
            options={
                "verbose_name_plural": "working hours",
                "constraints": [
                    models.CheckConstraint(
                        name="working_hours_are_on_some_days",
                        condition=Q(days__regex=r"^1?2?3?4?5?6?7?$") & ~Q(days=""),
                    ),
                    models.CheckConstraint(
                        name="working_hours_start_before_they_end",
                        condition=Q(starts_at=None, ends_at=None)
                        | Q(
                            starts_at__isnull=False,
                            ends_at__isnull=False,
                            starts_at__lt=F("ends_at"),
                        ),
                    ),
                ],
            },
        ),
    ]
