"""Which columns of a list have dates with the month first."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("welcome", "0291_imports_can_be_undone"),
    ]

    operations = [
        migrations.AddField(
            model_name="import",
            name="month_first",
            field=models.JSONField(
                db_default=models.Value([], models.JSONField()), default=list
            ),
        ),
    ]
