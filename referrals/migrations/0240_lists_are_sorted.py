"""Indexes for sent referrals, newest first and waiting longest.

Safe to run live: three indexes, whose making holds up writes for a second or two.
"""

from django.db import migrations, models
from django.db.models import Case, F, Q, SmallIntegerField, Value, When


def by_wait(of: str, name: str) -> models.Index:
    answered = Case(
        When(state="sent", then=Value(0)),
        default=Value(1),
        output_field=SmallIntegerField(),
    )
    return models.Index(
        F(of), answered, F("sent_at"), F("id"),
        name=name,
        condition=Q(sent_at__isnull=False),
    )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("referrals", "0233_requests_are_discarded")]

    operations = [
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(
                fields=["team", "-sent_at", "-id"], name="referral_of_a_team_by_day"
            ),
        ),
        migrations.AddIndex(
            model_name="referral",
            index=by_wait("team", "referral_of_a_team_by_wait"),
        ),
        migrations.AddIndex(
            model_name="referral",
            index=by_wait("partner", "referral_of_a_partner_by_wait"),
        ),
    ]
