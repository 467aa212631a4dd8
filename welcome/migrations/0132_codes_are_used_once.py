"""Which codes of authenticator apps were used. A new table: safe while in use."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("welcome", "0131_failures_run_down")]
    operations = [
        migrations.CreateModel(
            name="UsedCode",
            fields=[
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("period", models.BigIntegerField()),
            ],
        ),
    ]
