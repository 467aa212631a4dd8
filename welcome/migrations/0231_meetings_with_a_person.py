"""A meeting is with somebody who was introduced, or with a person who has a record.

Safe to run live: new columns are empty, and few meetings are planned at a time.

It goes back only while no meeting is with a person who has been heard.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("welcome", "0230_teams_have_opening_hours")]
    operations = [
        migrations.AlterField(
            model_name="meeting",
            name="introduction",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="meetings",
                to="welcome.introduction",
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="person",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="meetings",
                to="welcome.person",
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="team",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="welcome.team",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                name="meeting_is_with_one",
                condition=Q(introduction__isnull=False, person=None)
                | Q(introduction=None, person__isnull=False),
            ),
        ),
    ]
