"""A finished import can be undone: one more state, and its rows are emptied then.

Safe to run live: two checks on a small table are replaced by wider ones.
"""

from django.db import migrations, models
from django.db.models import Q

_STATES = [
    *("reading", "table", "unreadable", "columns", "looking"),
    *("ready", "running", "done", "put_aside", "undone"),
]


class Migration(migrations.Migration):
    dependencies = [("welcome", "0290_answers_about_possible_duplicates")]
    operations = [
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
                    ("undone", "Undone"),
                ],
                default="columns",
                max_length=10,
            ),
        ),
        migrations.RemoveConstraint("import", "import_state_is_known"),
        migrations.AddConstraint(
            "import",
            models.CheckConstraint(
                name="import_state_is_known", condition=Q(state__in=_STATES)
            ),
        ),
        migrations.RemoveConstraint("import", "import_empty_is_over"),
        migrations.AddConstraint(
            "import",
            models.CheckConstraint(
                name="import_empty_is_over",
                condition=Q(emptied_at=None)
                | Q(state__in=["done", "put_aside", "unreadable", "undone"]),
            ),
        ),
    ]
