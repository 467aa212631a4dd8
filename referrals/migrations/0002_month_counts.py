"""The months' counts that dashboards read, and the changes that sites tried.

New tables only: safe to run live. `manage.py count_up --all` fills the counts.
"""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("referrals", "0001_initial"),
        ("welcome", "0004_hands_of_the_house"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Change",
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
                (
                    "name",
                    models.CharField(
                        help_text="Short: drop-in mornings", max_length=60
                    ),
                ),
                (
                    "hypothesis",
                    models.TextField(help_text="What we hoped would happen, and why"),
                ),
                ("began_on", models.DateField()),
                (
                    "measure",
                    models.CharField(
                        blank=True,
                        help_text="Empty when it is about all the questions",
                        max_length=30,
                    ),
                ),
                ("noted_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("rebase_from", models.BooleanField(default=False, editable=False)),
                ("rebased_at", models.DateTimeField(editable=False, null=True)),
                ("rebase_why", models.TextField(blank=True, editable=False)),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "rebased_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="welcome.site",
                    ),
                ),
            ],
            options={
                "ordering": ["began_on", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("site", "measure", "name", "began_on"),
                        name="change_noted_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name__regex", "^\\s*$"), _negated=True),
                            models.Q(("hypothesis__regex", "^\\s*$"), _negated=True),
                        ),
                        name="change_has_a_name_and_a_hope",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("rebase_from", False),
                                ("rebase_why", ""),
                                ("rebased_at", None),
                                ("rebased_by", None),
                            ),
                            models.Q(
                                ("rebase_from", True),
                                ("rebased_at__isnull", False),
                                ("rebased_by__isnull", False),
                                models.Q(
                                    ("rebase_why__regex", "^\\s*$"), _negated=True
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="change_new_limits_have_who_when_and_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MonthCount",
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
                ("month", models.DateField(help_text="Its first day")),
                ("measure", models.CharField(max_length=30)),
                ("breakdown", models.CharField(blank=True, max_length=12)),
                ("group", models.CharField(blank=True, max_length=20)),
                ("numerator", models.PositiveIntegerField(default=0)),
                ("denominator", models.PositiveIntegerField(default=0)),
                (
                    "total",
                    models.PositiveBigIntegerField(
                        default=0, help_text="The sum of which an average is made"
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="welcome.site",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("measure", "site", "breakdown", "group", "month"),
                        name="month_count_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("month__day", 1)),
                        name="month_count_is_of_a_whole_month",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("breakdown", ""), ("group", "")),
                            models.Q(
                                models.Q(("breakdown", ""), _negated=True),
                                models.Q(("group", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="month_count_group_belongs_to_a_breakdown",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("numerator__lte", models.F("denominator"))),
                        name="month_count_part_is_no_more_than_the_whole",
                    ),
                ],
            },
        ),
    ]
