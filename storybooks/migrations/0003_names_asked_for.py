"""Keep how a contributor last asked to be named, also where it could not be done yet.

Safe to run live: three columns with a constant or no default and a check on few rows.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("storybooks", "0002_consent_decides")]

    operations = [
        migrations.AddField(
            model_name="narrative",
            name="asked_named",
            field=models.CharField(
                blank=True,
                choices=[
                    ("full", "My own full name"),
                    ("first", "My first name"),
                    ("chosen", "A name I choose"),
                    ("nobody", "No name at all"),
                ],
                editable=False,
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="narrative",
            name="asked_shown_as",
            field=models.CharField(blank=True, editable=False, max_length=80),
        ),
        migrations.AddField(
            model_name="narrative",
            name="name_found_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddConstraint(
            model_name="narrative",
            constraint=models.CheckConstraint(
                condition=models.Q(asked_named="", asked_shown_as="")
                | (
                    models.Q(asked_named__in=["full", "first", "chosen", "nobody"])
                    & ~models.Q(asked_shown_as="")
                ),
                name="narrative_asked_name_has_both_parts",
            ),
        ),
    ]
