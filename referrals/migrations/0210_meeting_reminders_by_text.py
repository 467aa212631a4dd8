"""When a person was reminded of a first meeting by text.

Safe to run live: an empty column that the version before does not write.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("referrals", "0210_lists_are_filtered"),
    ]

    operations = [
        migrations.AddField(
            model_name="firstmeeting",
            name="person_texted_at",
            field=models.DateTimeField(null=True),
        ),
    ]
