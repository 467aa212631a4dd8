"""When an offer is open, in an ordinary week."""

from django.db import models
from django.db.models import F, Q
from django.utils.dates import WEEKDAYS

from welcome.models.constraints import check, only_one

from .offers import Offer


class OfferTime(models.Model):
    """It is open on this day of the week, from and until."""

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="times")
    #: Monday is 1.
    day = models.PositiveSmallIntegerField()
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        ordering = ["day", "opens"]
        constraints = [
            check("offer_time_is_on_a_day", Q(day__gte=1, day__lte=7)),
            check("offer_time_closes_after_it_opens", Q(closes__gt=F("opens"))),
            only_one("offer_time_once", ["offer", "day", "opens"]),
        ]

    def __str__(self) -> str:
        return f"{WEEKDAYS[self.day - 1]}, {self.opens:%H:%M} to {self.closes:%H:%M}"
