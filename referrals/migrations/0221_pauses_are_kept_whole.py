"""Paused and only paused has a reason and a last day. Found by the clock, by an index.

The table is short of a million rows: the check reads it once.
"""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("referrals", "0220_pauses_say_why_and_until_when")]
    operations = [
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(
                condition=Q(("state", "paused")),
                fields=["paused_until"],
                name="referral_pause_is_over",
            ),
        ),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        (
                            "pause_reason__in",
                            ["away", "unwell", "break", "first", "worker", "other"],
                        ),
                        ("paused_until__isnull", False),
                        ("state", "paused"),
                    ),
                    models.Q(
                        models.Q(("state", "paused"), _negated=True),
                        ("pause_reason", ""),
                        ("paused_until__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="referral_paused_says_why_and_until_when",
            ),
        ),
    ]
