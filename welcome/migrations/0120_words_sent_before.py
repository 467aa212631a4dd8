"""What a form of the front door said before it was sent again with other words.

Safe to run live: a column with a constant default, which PostgreSQL adds without
writing to any row.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("welcome", "0111_new_passwords_asked_for")]
    operations = [
        migrations.AddField(
            model_name="introduction",
            name="said_before",
            field=models.JSONField(default=list, editable=False),
        ),
    ]
