"""Meetings by day, for the calendars of teams and of workers.

Safe to run live on a table of this size: a team plans a few hundred meetings a month.
"""

from django.db import migrations

_TABLE = "welcome_meeting"
_AMONG = "WHERE state NOT IN ('moved', 'called_off')"


class Migration(migrations.Migration):
    dependencies = [("welcome", "0210_shortcuts_can_be_turned_off")]
    operations = [
        migrations.RunSQL(
            f"CREATE INDEX meeting_by_day ON {_TABLE} (at) {_AMONG}",
            "DROP INDEX meeting_by_day",
        ),
        migrations.RunSQL(
            f"CREATE INDEX meeting_of_a_worker ON {_TABLE} (who_id, at) {_AMONG}",
            "DROP INDEX meeting_of_a_worker",
        ),
    ]
