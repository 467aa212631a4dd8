"""When an offer is open, in an ordinary week."""

from django.db import models
from django.db.models import F, Q
from django.utils.dates import WEEKDAYS

from welcome.models.constraints import check, only_one

from .offers import Offer


class OfferTime(models.Model):
    """It is open on this day of the week, from and until; perhaps after midnight."""

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="times")
    #: Monday is 1.
    day = models.PositiveSmallIntegerField()
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        ordering = ["day", "opens"]
        constraints = [
            check("offer_time_is_on_a_day", Q(day__gte=1, day__lte=7)),
            check("offer_time_closes_at_another_time", ~Q(closes=F("opens"))),
            only_one("offer_time_once", ["offer", "day", "opens"]),
        ]

    def __str__(self) -> str:
        night = " the next day" if self.closes < self.opens else ""
        hours = f"{self.opens:%H:%M} to {self.closes:%H:%M}"
        return f"{WEEKDAYS[self.day - 1]}, {hours}{night}"
