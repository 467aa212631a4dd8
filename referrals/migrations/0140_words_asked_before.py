"""What a request said before the same form was sent again with other words.

Safe to run live: a column with a constant default, which PostgreSQL adds without
writing to any row.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("referrals", "0136_reading_ends_with_the_help")]
    operations = [
        migrations.AddField(
            model_name="request",
            name="said_before",
            field=models.JSONField(default=list, editable=False),
        ),
    ]
