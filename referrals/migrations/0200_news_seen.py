"""Who at the welcome team has read that a partner said yes, or farewell.

Safe to run live: a new table. The version before does not write it, so what was read
during an upgrade is shown once more.
"""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("referrals", "0191_files_are_the_persons_own"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="NewsSeen",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("accepted", "The partner said yes"),
                            ("ended", "The partner said farewell"),
                        ],
                        max_length=10,
                    ),
                ),
                ("seen_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "reader",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="news_seen",
                        to="referrals.referral",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "news seen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("what__in", ["accepted", "ended"])),
                        name="news_seen_what_is_known",
                    ),
                    models.UniqueConstraint(
                        fields=("referral", "what", "reader"),
                        name="news_seen_once_by_each",
                    ),
                ],
            },
        ),
    ]
