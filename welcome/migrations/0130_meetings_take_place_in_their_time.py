"""A meeting took place, or did not, only once its time has come.

The check is added as NOT VALID: it holds for every row from now on, and leaves what is
stored wrongly already for its team to look at:

    SELECT id, introduction_id, at, settled_at FROM welcome_meeting
    WHERE state IN ('kept', 'not_kept') AND settled_at < at;

Safe while in use: no row is read.
"""

from django.db import migrations, models

NAME = "meeting_took_place_or_not_once_its_time_has_come"
ADD = f"""
ALTER TABLE welcome_meeting ADD CONSTRAINT {NAME}
CHECK (state NOT IN ('kept', 'not_kept') OR settled_at >= at) NOT VALID
"""
DROP = f"ALTER TABLE welcome_meeting DROP CONSTRAINT {NAME}"


class Migration(migrations.Migration):
    dependencies = [("welcome", "0121_keys_without_unseen_signs")]

    operations = [
        migrations.AlterField(
            model_name="meeting",
            name="state",
            field=models.CharField(
                choices=[
                    ("planned", "Planned"),
                    ("kept", "It took place"),
                    ("moved", "Moved"),
                    ("not_kept", "It did not take place"),
                    ("called_off", "Called off"),
                ],
                default="planned",
                max_length=10,
            ),
        ),
        migrations.RemoveConstraint(
            model_name="meeting", name="meeting_is_planned_or_settled_by_somebody"
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                name="meeting_is_planned_or_settled_by_somebody",
                condition=models.Q(state="planned", settled_at=None, settled_by=None)
                | models.Q(
                    state__in=["kept", "moved", "not_kept", "called_off"],
                    settled_at__isnull=False,
                    settled_by__isnull=False,
                ),
            ),
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(ADD, DROP)],
            state_operations=[
                migrations.AddConstraint(
                    model_name="meeting",
                    constraint=models.CheckConstraint(
                        name=NAME,
                        condition=~models.Q(state__in=["kept", "not_kept"])
                        | models.Q(settled_at__gte=models.F("at")),
                    ),
                )
            ],
        ),
    ]
