"""A welcomer asks a lead whether two records are one person.

Safe to run live: a new table.
"""

import uuid

import django.db.models.deletion
import django.db.models.functions.comparison
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("welcome", "0240_drafts_can_be_discarded"),
    ]

    operations = [
        migrations.CreateModel(
            name="DuplicateAsk",
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
                ("words", models.CharField(blank=True, max_length=500)),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("linked", "The same person: the records are linked now"),
                            ("not_the_same", "Not the same person"),
                        ],
                        max_length=12,
                    ),
                ),
                ("answered_at", models.DateTimeField(null=True)),
                ("read_at", models.DateTimeField(null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "ours",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="welcome.person",
                    ),
                ),
                (
                    "theirs",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="welcome.person",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("answered_at", None)),
                        fields=["asked_at"],
                        name="duplicateask_open",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("answered_at__isnull", False), ("read_at", None)
                        ),
                        fields=["asked_by", "answered_at"],
                        name="duplicateask_to_read",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ours", models.F("theirs")), _negated=True),
                        name="duplicateask_of_two_records",
                    ),
                    models.UniqueConstraint(
                        django.db.models.functions.comparison.Least("ours", "theirs"),
                        django.db.models.functions.comparison.Greatest(
                            "ours", "theirs"
                        ),
                        condition=models.Q(("answered_at", None)),
                        name="duplicateask_one_open_of_a_pair",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answer", ""),
                                ("answered_at", None),
                                ("answered_by", None),
                            ),
                            models.Q(
                                ("answer__in", ["linked", "not_the_same"]),
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="duplicateask_answer_has_who_when_and_what",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("read_at", None),
                            ("answered_at__isnull", False),
                            _connector="OR",
                        ),
                        name="duplicateask_read_once_answered",
                    ),
                ],
            },
        ),
    ]
