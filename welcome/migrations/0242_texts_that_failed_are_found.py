"""Texts that did not arrive are found by an index, for Today.

Safe to run live: it reads the outbox once, seconds for a million messages, and sending
waits for so long.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("welcome", "0241_leads_are_asked_about_duplicates")]

    operations = [
        migrations.AddIndex(
            model_name="message",
            index=models.Index(
                fields=["failed_at", "id"],
                name="message_that_failed",
                condition=models.Q(failed_at__isnull=False),
            ),
        )
    ]
