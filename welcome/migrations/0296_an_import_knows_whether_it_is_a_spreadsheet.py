"""Whether a list came as a spreadsheet: there a cell may go over several lines."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("welcome", "0292_dates_can_have_the_month_first"),
    ]

    operations = [
        migrations.AddField(
            model_name="import",
            name="is_spreadsheet",
            field=models.BooleanField(db_default=False, default=False),
        ),
    ]
