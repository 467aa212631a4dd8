"""Indexes for the filtered lists of a team and of a partner, newest move first.

Safe to run live: two indexes, whose making holds up writes for a second or two.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("referrals", "0200_news_seen")]

    operations = [
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(
                fields=["partner", "-moved_at", "-id"], name="referral_of_a_partner"
            ),
        ),
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(
                fields=["team", "state", "-moved_at", "-id"],
                name="referral_of_a_team_by_state",
            ),
        ),
    ]
