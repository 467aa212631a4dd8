"""Single-key shortcuts are on, until a user turns them off.

Safe to run live: a column with a default in the database.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("welcome", "0200_caseloads")]
    operations = [
        migrations.AddField(
            model_name="user",
            name="uses_shortcuts",
            field=models.BooleanField(db_default=True, default=True),
        )
    ]
