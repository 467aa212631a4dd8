"""Failures at a door, counted in the database. A new table: safe while in use."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("welcome", "0044_opened_in_an_emergency")]

    operations = [
        migrations.CreateModel(
            name="FailedTry",
            fields=[
                (
                    "key",
                    models.CharField(max_length=64, primary_key=True, serialize=False),
                ),
                ("count", models.PositiveIntegerField()),
                ("last_at", models.DateTimeField()),
                ("waits_until", models.DateTimeField()),
            ],
            options={
                "verbose_name_plural": "failed tries",
                "indexes": [
                    models.Index(fields=["last_at"], name="failed_try_to_forget")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("count__gte", 1)),
                        name="failed_try_is_counted",
                    )
                ],
            },
        ),
    ]
