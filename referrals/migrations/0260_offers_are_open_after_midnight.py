"""A night line closes on the day after it opens. Safe: the new rule is a wider one."""

from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    dependencies = [("referrals", "0251_first_meetings_lead_on")]

    operations = [
        migrations.RemoveConstraint(
            model_name="offertime",
            name="offer_time_closes_after_it_opens",
        ),
        migrations.AddConstraint(
            model_name="offertime",
            constraint=models.CheckConstraint(
                condition=Q(("closes", F("opens")), _negated=True),
                name="offer_time_closes_at_another_time",
            ),
        ),
    ]
