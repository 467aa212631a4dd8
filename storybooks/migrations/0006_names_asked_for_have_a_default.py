"""Let the version before this one go on writing rows while an upgrade is under way.

It does not know the columns, so the database fills them. Safe to run live: only
the default is set, and no row is written.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("storybooks", "0005_no_name_left_out_is_shown")]
    operations = [
        migrations.AlterField(
            model_name="narrative",
            name="asked_named",
            field=models.CharField(
                blank=True,
                choices=[
                    ("full", "My own full name"),
                    ("first", "My first name"),
                    ("chosen", "A name I choose"),
                    ("nobody", "No name at all"),
                ],
                db_default="",
                default="",
                editable=False,
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="narrative",
            name="asked_shown_as",
            field=models.CharField(
                blank=True, db_default="", default="", editable=False, max_length=80
            ),
        ),
    ]
