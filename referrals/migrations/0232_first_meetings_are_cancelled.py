"""A first meeting that is called off is “cancelled” on screens. No row changes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("referrals", "0230_first_meetings_say_why_at_that_time")]
    operations = [
        migrations.AlterField(
            model_name="firstmeeting",
            name="state",
            field=models.CharField(
                choices=[
                    ("proposed", "Proposed"),
                    ("confirmed", "Confirmed"),
                    ("kept", "It took place"),
                    ("moved", "Moved"),
                    ("not_kept", "It did not take place"),
                    ("called_off", "Cancelled"),
                ],
                default="proposed",
                max_length=10,
            ),
        )
    ]
