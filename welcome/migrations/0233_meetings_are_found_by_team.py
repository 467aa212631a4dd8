"""Every meeting has a team; and is found by it, and by the person.

Safe to run live: few meetings are planned at a time.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("welcome", "0232_meetings_follow_the_team")]
    operations = [
        migrations.AlterField(
            model_name="meeting",
            name="team",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="welcome.team",
            ),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(
                fields=["team", "at"],
                name="meeting_planned_in",
                condition=Q(state="planned"),
            ),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(
                fields=["person", "at", "id"],
                name="meeting_of_a_person",
                condition=Q(person__isnull=False),
            ),
        ),
    ]
