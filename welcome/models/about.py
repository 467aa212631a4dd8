"""What helps everybody to be good to this person: reaching them, needs, numbers."""

import uuid

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from ..values import equality, working_days
from .people import Person
from .places import Nation, Site


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
            models.CheckConstraint(
                name="contact_wish_days_are_of_the_week",
                condition=Q(days__regex=r"^1?2?3?4?5?6?7?$"),
            )
        ]

    def __str__(self) -> str:
        return f"How to reach {self.person}"

    @property
    def sentences(self) -> list[str]:
        """What the banner says under “To reach me safely”."""
        ways = []
        if self.phone:
            ways.append(f"{self._phone_verb} {self.phone}.")
        if self.email:
            ways.append(f"E-mail {self.email}." if self.may_email else "No e-mails.")
        if self.phone and not self.may_leave_message:
            ways.append("No voice messages.")
        if self.phone and not self.may_say_who_we_are:
            ways.append("Don’t say who we are if somebody else answers.")
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

    @property
    def _phone_verb(self) -> str:
        match self.may_call, self.may_text:
            case True, True:
                return "Ring or text"
            case True, False:
                return "Ring"
            case False, True:
                return "Text"
            case _:
                return "Don’t ring yet: ask first about"


class Adjustment(models.TextChoices):
    """Reasonable adjustments, after the national pick-list.

    See docs/domain.md, “Access needs”.
    """

    LARGE_PRINT = "large_print", "Large print"
    EASY_READ = "easy_read", "Easy Read"
    BSL = "bsl", "British Sign Language"
    INTERPRETER = "interpreter", "An interpreter"
    SHORT_SENTENCES = "short_sentences", "Short sentences, more time"
    QUIET = "quiet", "A quiet, calm place"
    STEP_FREE = "step_free", "No steps"
    REMINDER = "reminder", "A reminder the day before"
    COMPANION = "companion", "Somebody with them"
    WOMAN = "woman", "To meet a woman"
    MAN = "man", "To meet a man"
    HOME = "home", "To be visited at home"


class AccessNeed(models.Model):
    """Something that has to be right before anything else can be."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="access_needs")
    code = models.CharField(max_length=20, choices=Adjustment, blank=True)
    words = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="access_need_says_something", condition=~Q(code="") | ~Q(words="")
            ),
            models.UniqueConstraint(
                name="access_need_once",
                fields=["person", "code"],
                condition=~Q(code=""),
            ),
        ]

    def __str__(self) -> str:
        return self.words or self.get_code_display()


class Identifier(models.Model):
    """A number from a national register. Never needed to be helped."""

    class System(models.TextChoices):
        NHS = "nhs", "NHS number"
        CHI = "chi", "CHI number"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="identifiers")
    site = models.ForeignKey(Site, models.PROTECT, related_name="+")
    system = models.CharField(max_length=5, choices=System)
    value = models.CharField(max_length=10)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="identifier_has_ten_figures", condition=Q(value__regex=r"^\d{10}$")
            ),
            models.UniqueConstraint(
                name="identifier_names_one_person_at_a_site",
                fields=["site", "system", "value"],
            ),
            models.UniqueConstraint(
                name="identifier_one_of_each_system",
                fields=["person", "system"],
                # two records that become one change theirs about in one transaction
                deferrable=models.Deferrable.IMMEDIATE,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_system_display()} {self.spaced}"

    @property
    def spaced(self) -> str:
        """3-3-4 with single spaces, as it is always shown."""
        return f"{self.value[:3]} {self.value[3:6]} {self.value[6:]}"


class Equality(models.Model):
    """Asked to see whether the system is fair. Empty means “not asked”."""

    PREFER_NOT = "prefer_not"

    person = models.OneToOneField(Person, models.PROTECT, related_name="equality")
    #: A code of the nation's own list: see docs/domain.md, “Ethnic groups”.
    ethnicity = models.CharField(max_length=10, blank=True)
    #: Whose list that is, where they have moved since; empty: the site's own nation.
    nation = models.CharField(max_length=10, choices=Nation, blank=True)
    gender = models.CharField(max_length=20, blank=True)
    same_as_at_birth = models.CharField(max_length=20, blank=True)
    disability = models.CharField(max_length=20, blank=True)
    faith = models.CharField(max_length=20, blank=True)
    orientation = models.CharField(max_length=20, blank=True)
    carer = models.CharField(max_length=20, blank=True)

    class Meta:
        verbose_name_plural = "equality"
        constraints = [
            models.CheckConstraint(
                name=f"equality_{column}_is_known",
                condition=Q(**{f"{column}__in": equality.codes_of(choices)}),
            )
            for column, choices in {
                "gender": equality.GENDERS,
                "same_as_at_birth": equality.YES_OR_NO,
                "disability": equality.YES_OR_NO,
                "faith": equality.FAITHS,
                "orientation": equality.ORIENTATIONS,
                "carer": equality.YES_OR_NO,
            }.items()
        ]

    def __str__(self) -> str:
        return "Equality characteristics"
