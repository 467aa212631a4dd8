"""A first meeting that was not says who cancelled it, and what follows.

Safe to run live: columns with a default in the database, checks over few rows.

It goes back only while no first meeting was cancelled by the person.
"""

from django.db import migrations, models
from django.db.models import Q

NOT_MET = ["not_kept", "called_off", "they_cancelled"]


def words(length: int, **more: object) -> models.CharField:
    return models.CharField(
        blank=True, db_default="", default="", max_length=length, **more
    )


def check(name: str, condition: Q) -> migrations.AddConstraint:
    constraint = models.CheckConstraint(name=name, condition=condition)
    return migrations.AddConstraint("firstmeeting", constraint)


class Migration(migrations.Migration):
    dependencies = [("referrals", "0250_first_meetings_confirmed_say_why")]
    operations = [
        migrations.AlterField(
            model_name="firstmeeting",
            name="state",
            field=models.CharField(
                choices=[
                    ("proposed", "Proposed"),
                    ("confirmed", "Confirmed"),
                    ("kept", "It took place"),
                    ("moved", "Moved"),
                    ("not_kept", "They did not come"),
                    ("called_off", "Cancelled"),
                    ("they_cancelled", "They cancelled"),
                ],
                default="proposed",
                max_length=14,
            ),
        ),
        migrations.AddField(
            model_name="firstmeeting",
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
            model_name="firstmeeting",
            name="reach_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="firstmeeting", name="nothing_why", field=words(300)
        ),
        migrations.RemoveConstraint(
            model_name="firstmeeting",
            name="first_meeting_is_planned_or_settled_by_somebody",
        ),
        check(
            "first_meeting_is_planned_or_settled_by_somebody",
            Q(state="proposed", confirmed_at=None, settled_at=None, settled_by=None)
            | Q(
                state="confirmed",
                confirmed_at__isnull=False,
                settled_at=None,
                settled_by=None,
            )
            | Q(
                state__in=["kept", "moved", *NOT_MET],
                settled_at__isnull=False,
                settled_by__isnull=False,
            ),
        ),
        check(
            "first_meeting_next_step_follows_one_that_was_not",
            Q(next_step="")
            | Q(next_step__in=["again", "reach", "nothing"], state__in=NOT_MET),
        ),
        check(
            "first_meeting_is_followed_by_a_try_on_a_day",
            Q(next_step="reach", reach_on__isnull=False)
            | (~Q(next_step="reach") & Q(reach_on=None)),
        ),
        check(
            "first_meeting_is_followed_by_nothing_for_a_reason",
            (Q(next_step="nothing") & ~Q(nothing_why=""))
            | (~Q(next_step="nothing") & Q(nothing_why="")),
        ),
        migrations.AddIndex(
            model_name="firstmeeting",
            index=models.Index(
                fields=["settled_at"],
                name="first_meeting_to_reach_after",
                condition=Q(next_step__in=["reach", "again"]),
            ),
        ),
    ]
