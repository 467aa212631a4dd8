"""When each user opened a page last, and two indexes of what Today asks for.

Safe to run live: a new table, and two small partial indexes on tables that stay small
(emergencies not told, meetings still planned). They are built in an instant.
"""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("welcome", "0141_safeguarding_is_kept"),
    ]

    operations = [
        migrations.CreateModel(
            name="PageOpened",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "page",
                    models.CharField(
                        help_text="its URL name: welcome:today", max_length=40
                    ),
                ),
                ("opened_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name_plural": "pages opened",
            },
        ),
        migrations.AddIndex(
            model_name="emergency",
            index=models.Index(
                condition=models.Q(("told_at", None)),
                fields=["person"],
                name="emergency_not_told",
            ),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(
                condition=models.Q(("state", "planned")),
                fields=["who", "at"],
                name="meeting_planned_for",
            ),
        ),
        migrations.AddField(
            model_name="pageopened",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="pageopened",
            constraint=models.UniqueConstraint(
                fields=("user", "page"), name="page_opened_once_by_each"
            ),
        ),
    ]
