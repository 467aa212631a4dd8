"""Two records can be linked as one person, and every column of it undone."""

import uuid

import django.db.models.constraints
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("welcome", "0032_two_are_two"),
    ]

    operations = [
        migrations.CreateModel(
            name="LinkAsked",
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
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("answered_at", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name_plural": "link asked",
            },
        ),
        migrations.CreateModel(
            name="Linking",
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
                ("why", models.TextField()),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("rules", models.JSONField(default=dict)),
                ("stood", models.JSONField(default=dict)),
                ("undone_at", models.DateTimeField(null=True)),
                (
                    "since",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("kept", "stays with the record that stayed"),
                            ("other", "goes to the record that is given back"),
                        ],
                        max_length=5,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Repointed",
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
                ("model", models.CharField(help_text="app.Model", max_length=60)),
                ("row", models.CharField(max_length=40)),
                ("column", models.CharField(blank=True, max_length=40)),
                ("was", models.JSONField(null=True)),
                ("became", models.JSONField(null=True)),
            ],
            options={
                "verbose_name_plural": "repointed",
            },
        ),
        migrations.RemoveConstraint(
            model_name="identifier",
            name="identifier_one_of_each_system",
        ),
        migrations.AddField(
            model_name="person",
            name="linked_to",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="linked",
                to="welcome.person",
            ),
        ),
        migrations.AddConstraint(
            model_name="identifier",
            constraint=models.UniqueConstraint(
                deferrable=django.db.models.constraints.Deferrable["IMMEDIATE"],
                fields=("person", "system"),
                name="identifier_one_of_each_system",
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("linked_to", None),
                    models.Q(
                        models.Q(("linked_to", models.F("id")), _negated=True),
                        ("account", None),
                        ("is_open", False),
                    ),
                    _connector="OR",
                ),
                name="person_linked_is_another_and_closed",
            ),
        ),
        migrations.AddField(
            model_name="linkasked",
            name="asked_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="linkasked",
            name="ours",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="welcome.person",
            ),
        ),
        migrations.AddField(
            model_name="linkasked",
            name="theirs",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="welcome.person",
            ),
        ),
        migrations.AddField(
            model_name="linking",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="linking",
            name="kept",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="linkings",
                to="welcome.person",
            ),
        ),
        migrations.AddField(
            model_name="linking",
            name="other",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="linkings_away",
                to="welcome.person",
            ),
        ),
        migrations.AddField(
            model_name="linking",
            name="undone_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="repointed",
            name="linking",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="repointed",
                to="welcome.linking",
            ),
        ),
        migrations.AddConstraint(
            model_name="linkasked",
            constraint=models.CheckConstraint(
                condition=models.Q(("ours", models.F("theirs")), _negated=True),
                name="link_asked_of_two_records",
            ),
        ),
        migrations.AddConstraint(
            model_name="linkasked",
            constraint=models.UniqueConstraint(
                condition=models.Q(("answered_at", None)),
                fields=("ours", "theirs"),
                name="link_asked_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="linking",
            constraint=models.CheckConstraint(
                condition=models.Q(("kept", models.F("other")), _negated=True),
                name="linking_is_of_two_records",
            ),
        ),
        migrations.AddConstraint(
            model_name="linking",
            constraint=models.CheckConstraint(
                condition=models.Q(("why__regex", "^\\s*$"), _negated=True),
                name="linking_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="linking",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("since", ""), ("undone_at", None), ("undone_by", None)),
                    models.Q(
                        ("since__in", ["kept", "other"]),
                        ("undone_at__isnull", False),
                        ("undone_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="linking_undone_has_who_when_and_what_then",
            ),
        ),
        migrations.AddConstraint(
            model_name="linking",
            constraint=models.UniqueConstraint(
                condition=models.Q(("undone_at", None)),
                fields=("other",),
                name="linking_one_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="repointed",
            constraint=models.UniqueConstraint(
                fields=("linking", "model", "row", "column"),
                name="repointed_once_a_column",
            ),
        ),
    ]
