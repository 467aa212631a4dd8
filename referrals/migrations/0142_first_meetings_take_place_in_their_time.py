"""A first meeting with a partner took place, or did not, only once its time has come.

The check is added as NOT VALID: it holds for every row from now on, and leaves what is
stored wrongly already for its team: `manage.py list_meetings_settled_early`.

Safe while in use: no row is read.
"""

from django.db import migrations, models

NAME = "first_meeting_took_place_or_not_once_its_time_has_come"
ADD = f"""
ALTER TABLE referrals_firstmeeting ADD CONSTRAINT {NAME}
CHECK (state NOT IN ('kept', 'not_kept') OR settled_at >= at) NOT VALID
"""
DROP = f"ALTER TABLE referrals_firstmeeting DROP CONSTRAINT {NAME}"


class Migration(migrations.Migration):
    dependencies = [("referrals", "0141_closed_referrals_reopen_with_a_reason")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(ADD, DROP)],
            state_operations=[
                migrations.AddConstraint(
                    model_name="firstmeeting",
                    constraint=models.CheckConstraint(
                        name=NAME,
                        condition=~models.Q(state__in=["kept", "not_kept"])
                        | models.Q(settled_at__gte=models.F("at")),
                    ),
                )
            ],
        ),
    ]
