"""A meeting that did not take place says who cancelled it, and what follows.

Safe to run live: columns with a default in the database, checks over few rows.

It goes back only while no meeting was cancelled by the person.
"""

from django.db import migrations, models
from django.db.models import Q

NOT_MET = ["not_kept", "called_off", "they_cancelled"]


def words(length: int, **more: object) -> models.CharField:
    return models.CharField(
        blank=True, db_default="", default="", max_length=length, **more
    )


class Migration(migrations.Migration):
    dependencies = [("welcome", "0233_meetings_are_found_by_team")]
    operations = [
        migrations.AlterField(
            model_name="meeting",
            name="state",
            field=models.CharField(
                choices=[
                    ("planned", "Planned"),
                    ("kept", "It took place"),
                    ("moved", "Moved"),
                    ("not_kept", "They did not come"),
                    ("called_off", "We cancelled"),
                    ("they_cancelled", "They cancelled"),
                ],
                default="planned",
                max_length=14,
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="next_step",
            field=words(
                7,
                choices=[
                    ("again", "Plan another time now"),
                    ("reach", "Try to reach them"),
                    ("nothing", "Nothing more"),
                ],
            ),
        ),
        migrations.AddField(
            model_name="meeting", name="reach_on", field=models.DateField(null=True)
        ),
        migrations.AddField(model_name="meeting", name="nothing_why", field=words(300)),
        migrations.RemoveConstraint(
            model_name="meeting", name="meeting_is_planned_or_settled_by_somebody"
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                name="meeting_is_planned_or_settled_by_somebody",
                condition=Q(state="planned", settled_at=None, settled_by=None)
                | Q(
                    state__in=["kept", "moved", *NOT_MET],
                    settled_at__isnull=False,
                    settled_by__isnull=False,
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                name="meeting_next_step_follows_one_that_was_not",
                condition=Q(next_step="")
                | Q(next_step__in=["again", "reach", "nothing"], state__in=NOT_MET),
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                name="meeting_is_followed_by_a_try_on_a_day",
                condition=Q(next_step="reach", reach_on__isnull=False)
                | (~Q(next_step="reach") & Q(reach_on=None)),
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                name="meeting_is_followed_by_nothing_for_a_reason",
                condition=(Q(next_step="nothing") & ~Q(nothing_why=""))
                | (~Q(next_step="nothing") & Q(nothing_why="")),
            ),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(
                fields=["team", "settled_at"],
                name="meeting_to_reach_after",
                condition=Q(next_step__in=["reach", "again"]),
            ),
        ),
    ]
