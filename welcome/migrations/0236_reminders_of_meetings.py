"""Whether the worker and the person were reminded of a meeting: once each.

Safe to run live: columns that are empty in every row; few meetings are planned.
"""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("welcome", "0235_meetings_repeat")]
    operations = [
        *(
            migrations.AddField(
                model_name="meeting",
                name=name,
                field=models.DateTimeField(null=True),
            )
            for name in ("reminded_at", "person_reminded_at", "person_texted_at")
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(
                fields=["at", "id"],
                name="meeting_to_remind_of",
                condition=Q(state="planned"),
            ),
        ),
    ]
