"""First meetings by day, for the calendars of both sides.

Safe to run live on a table of this size: at most one for each referral that is open.
"""

from django.db import migrations, models
from django.db.models import Q

_AMONG = Q(("state__in", ["moved", "called_off"]), _negated=True)


class Migration(migrations.Migration):
    dependencies = [("referrals", "0221_pauses_are_kept_whole")]
    operations = [
        migrations.AddIndex(
            model_name="firstmeeting",
            index=models.Index(condition=_AMONG, fields=columns, name=name),
        )
        for name, columns in (
            ("first_meeting_by_day", ["at"]),
            ("first_meeting_of_a_welcomer", ["welcomer", "at"]),
            ("first_meeting_of_a_worker", ["worker", "at"]),
        )
    ]
