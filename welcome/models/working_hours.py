"""The days and hours in which someone works. Without a row they have not said."""

from django.db import models
from django.db.models import F, Q

from .constraints import check, empty, filled
from .users import User


class WorkingHours(models.Model):
    """Days of the week, Monday is 1, and the hours of each; hours need not be said."""

    user = models.OneToOneField(
        User, models.PROTECT, primary_key=True, related_name="working_hours"
    )
    days = models.CharField(max_length=7)
    starts_at = models.TimeField(null=True)
    ends_at = models.TimeField(null=True)

    class Meta:
        verbose_name_plural = "working hours"
        constraints = [
            check(
                "working_hours_are_on_some_days",
                Q(days__regex=r"^1?2?3?4?5?6?7?$") & ~Q(days=""),
            ),
            check(
                "working_hours_start_before_they_end",
                empty("starts_at", "ends_at")
                | filled("starts_at", "ends_at", starts_at__lt=F("ends_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"Works on {self.days}"
