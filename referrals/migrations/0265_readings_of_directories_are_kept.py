"""Each reading of another directory is kept, with its changes. New tables alone."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("referrals", "0261_directories_are_read_at_night"),
        ("welcome", "0260_organisations_in_paragraphs"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="DirectoryRound",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("read_at", models.DateTimeField()),
                ("new", models.PositiveIntegerField(default=0)),
                ("changed", models.PositiveIntegerField(default=0)),
                ("same", models.PositiveIntegerField(default=0)),
                ("repaired", models.PositiveIntegerField(default=0)),
                ("refused", models.PositiveIntegerField(default=0)),
                ("gone", models.PositiveIntegerField(default=0)),
                ("problem", models.CharField(blank=True, max_length=300)),
                (
                    "missing",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                ("settled_at", models.DateTimeField(null=True)),
                (
                    "feed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rounds",
                        to="referrals.directoryfeed",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="welcome.site",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DirectoryChange",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("new", "New"),
                            ("changed", "Changed"),
                            ("gone", "No longer listed"),
                            ("refused", "Not imported"),
                        ],
                        max_length=8,
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                (
                    "fields",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        default=list,
                        size=None,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                (
                    "offer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="referrals.offer",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="welcome.site",
                    ),
                ),
                (
                    "of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changes",
                        to="referrals.directoryround",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="directoryround",
            index=models.Index(
                fields=["feed", "-read_at"], name="directory_round_of_a_feed"
            ),
        ),
        migrations.AddIndex(
            model_name="directoryround",
            index=models.Index(
                condition=models.Q(
                    ("settled_at", None), models.Q(("missing", []), _negated=True)
                ),
                fields=["site"],
                name="directory_round_to_settle",
            ),
        ),
        migrations.AddConstraint(
            model_name="directoryround",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("settled_at", None), ("settled_by", None)),
                    models.Q(
                        ("settled_at__isnull", False), ("settled_by__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="directory_round_settled_by_whom",
            ),
        ),
        migrations.AddConstraint(
            model_name="directoryround",
            constraint=models.CheckConstraint(
                condition=models.Q(("problem", ""), ("missing", []), _connector="OR"),
                name="directory_round_that_stopped_misses_none",
            ),
        ),
        migrations.AddIndex(
            model_name="directorychange",
            index=models.Index(
                fields=["site", "-id"], name="directory_change_at_a_site"
            ),
        ),
        migrations.AddConstraint(
            model_name="directorychange",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["new", "changed", "gone", "refused"])),
                name="directory_change_is_known",
            ),
        ),
    ]
