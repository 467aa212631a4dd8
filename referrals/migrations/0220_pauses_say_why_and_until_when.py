"""A pause says why and until when. What is paused now resumes in four weeks.

The database fills `pause_reason` for a version that does not know it. Until the upgrade
is over, that version cannot pause, and cannot resume what this one has paused.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("referrals", "0210_meeting_reminders_by_text")]
    operations = [
        migrations.AddField(
            model_name="referral",
            name="pause_reason",
            field=models.CharField(
                blank=True,
                choices=[
                    ("away", "They are away"),
                    ("unwell", "They are unwell or in hospital"),
                    ("break", "They would like a break"),
                    ("first", "Something else has to happen first"),
                    ("worker", "Our worker is away"),
                    ("other", "Another reason"),
                ],
                db_default="",
                editable=False,
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="paused_until",
            field=models.DateField(editable=False, null=True),
        ),
        migrations.RunSQL(
            "UPDATE referrals_referral SET pause_reason = 'other',"
            " paused_until = current_date + 28 WHERE state = 'paused'",
            migrations.RunSQL.noop,
        ),
    ]
