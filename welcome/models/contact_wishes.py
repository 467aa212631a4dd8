"""How it is safe to reach someone, and what may be said."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from ..values import phones, working_days
from ..values.ways_to_reach import about_phone
from .constraints import check
from .people import Person


class ContactWish(models.Model):
    """How it is safe to reach this person, and what may be said."""

    person = models.OneToOneField(Person, models.PROTECT, related_name="contact_wish")
    phone = models.CharField(max_length=30, blank=True)
    #: The figures alone, to find the same phone however it was written.
    phone_digits = models.CharField(max_length=15, blank=True, db_index=True)
    email = models.EmailField(blank=True)
    may_call = models.BooleanField(default=False)
    may_text = models.BooleanField(default=False)
    may_leave_message = models.BooleanField(default=False)
    may_say_who_we_are = models.BooleanField(default=False)
    may_email = models.BooleanField(default=False)
    may_post = models.BooleanField(default=False)
    #: Days of the week on which it is safe, Monday is 1; empty means any.
    days = models.CharField(max_length=7, blank=True)
    times = models.CharField(max_length=120, blank=True)
    may_say = models.CharField(
        max_length=300, blank=True, help_text="What a message may say"
    )
    words = models.TextField(blank=True, help_text="In the person's words")

    class Meta:
        indexes = [
            models.Index(
                Lower("email"), name="contact_by_email", condition=~Q(email="")
            )
        ]
        constraints = [
            check(
                "contact_wish_days_are_of_the_week", Q(days__regex=r"^1?2?3?4?5?6?7?$")
            )
        ]

    def __str__(self) -> str:
        return f"How to reach {self.person}"

    def is_safe_on(self, day: date) -> bool:
        return not self.days or str(day.isoweekday()) in self.days

    @property
    def number_for_texts(self) -> str:
        """Where a text reaches them safely, as +447700900123; or nothing.

        Only if they said so, at a site that has texts. No landline takes one.
        """
        if not (self.may_text and self.person.site.has_texts):
            return ""
        return phones.mobile(self.phone)

    @property
    def sentences(self) -> list[str]:
        """What the banner says under “How to reach me safely”."""
        ways = []
        if self.phone:
            ways.append(
                about_phone(self.phone, may_call=self.may_call, may_text=self.may_text)
            )
        if self.email:
            ways.append(f"E-mail {self.email}." if self.may_email else "No e-mails.")
        if self.phone and not self.may_leave_message:
            ways.append("No voice messages.")
        if self.phone and not self.may_say_who_we_are:
            ways.append("Don’t say who we are if someone else answers.")
        ways += self._when_and_what
        if self.words:
            ways.append(f"“{self.words}”")
        return ways or ["Not asked yet."]

    @property
    def _when_and_what(self) -> list[str]:
        when = ", ".join(
            filter(None, [working_days.days_in_words(self.days), self.times])
        )
        said = [f"Only {when}."] if when else []
        return (
            [*said, f"A message may say: “{self.may_say}”."] if self.may_say else said
        )
