"""How the file of a list is read, and rows that are no person."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("welcome", "0242_texts_that_failed_are_found"),
    ]

    operations = [
        migrations.CreateModel(
            name="ImportFile",
            fields=[
                (
                    "of",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="file",
                        serialize=False,
                        to="welcome.import",
                    ),
                ),
                ("content", models.BinaryField()),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="import",
            name="import_state_is_known",
        ),
        migrations.RemoveConstraint(
            model_name="import",
            name="import_is_run_after_a_look",
        ),
        migrations.RemoveConstraint(
            model_name="import",
            name="import_empty_is_over",
        ),
        migrations.RemoveConstraint(
            model_name="importrow",
            name="import_row_verdict_is_known",
        ),
        migrations.RemoveConstraint(
            model_name="importrow",
            name="import_row_is_bad_for_a_reason",
        ),
        migrations.AddField(
            model_name="import",
            name="choices",
            field=models.JSONField(
                db_default=models.Value({}, models.JSONField()), default=dict
            ),
        ),
        migrations.AddField(
            model_name="import",
            name="offered",
            field=models.JSONField(
                db_default=models.Value({}, models.JSONField()), default=dict
            ),
        ),
        migrations.AddField(
            model_name="import",
            name="problem",
            field=models.CharField(blank=True, db_default="", max_length=300),
        ),
        migrations.AddField(
            model_name="importrow",
            name="corrected_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AlterField(
            model_name="import",
            name="last_row",
            field=models.PositiveIntegerField(
                default=0, help_text="The row number in the spreadsheet"
            ),
        ),
        migrations.AlterField(
            model_name="import",
            name="size",
            field=models.PositiveIntegerField(
                default=0, help_text="How many rows it has"
            ),
        ),
        migrations.AlterField(
            model_name="import",
            name="state",
            field=models.CharField(
                choices=[
                    ("reading", "Reading the file"),
                    ("table", "Table to choose"),
                    ("unreadable", "Can’t be read"),
                    ("columns", "Columns to match"),
                    ("looking", "Checking each row"),
                    ("ready", "Checked, waiting for you"),
                    ("running", "Importing"),
                    ("done", "Imported"),
                    ("put_aside", "Cancelled"),
                ],
                default="columns",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="importrow",
            name="verdict",
            field=models.CharField(
                blank=True,
                choices=[
                    ("new", "Someone new"),
                    ("here", "Already here, nothing to do"),
                    ("choose", "Possible duplicate"),
                    ("bad", "Cannot be imported"),
                    ("aside", "Not a person"),
                ],
                max_length=6,
            ),
        ),
        migrations.AddConstraint(
            model_name="import",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "reading",
                            "table",
                            "unreadable",
                            "columns",
                            "looking",
                            "ready",
                            "running",
                            "done",
                            "put_aside",
                        ],
                    )
                ),
                name="import_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="import",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("looked_from__isnull", False),
                    (
                        "state__in",
                        ["reading", "table", "unreadable", "columns", "put_aside"],
                    ),
                    _connector="OR",
                ),
                name="import_is_run_after_a_look",
            ),
        ),
        migrations.AddConstraint(
            model_name="import",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("emptied_at", None),
                    ("state__in", ["done", "put_aside", "unreadable"]),
                    _connector="OR",
                ),
                name="import_empty_is_over",
            ),
        ),
        migrations.AddConstraint(
            model_name="import",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "unreadable"), _negated=True),
                    models.Q(("problem", ""), _negated=True),
                    _connector="OR",
                ),
                name="import_unreadable_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="importrow",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("verdict__in", ["", "new", "here", "choose", "bad", "aside"])
                ),
                name="import_row_verdict_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="importrow",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("verdict__in", ["bad", "aside"]), _negated=True),
                    models.Q(("why", ""), _negated=True),
                    _connector="OR",
                ),
                name="import_row_is_bad_for_a_reason",
            ),
        ),
    ]
