"""Let counts of failures run down, and private links have no counts of their own.

The table of failures is short. No link stays locked: their wrong words are counted with
all other failures from now on. Back again, every link begins with no wrong words.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("welcome", "0130_meetings_take_place_in_their_time")]
    operations = [
        migrations.RemoveConstraint("failedtry", "failed_try_is_counted"),
        migrations.AlterField("failedtry", "count", models.FloatField()),
        migrations.AddConstraint(
            "failedtry",
            models.CheckConstraint(
                condition=models.Q(("count__gte", 0)), name="failed_try_is_counted"
            ),
        ),
        migrations.RemoveField("privatelink", "wrong_answers"),
        migrations.RemoveField("privatelink", "locked_until"),
    ]
