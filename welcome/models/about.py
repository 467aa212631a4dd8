"""What helps everyone to be good to this person: access needs, numbers, equality."""

from django.db import models
from django.db.models import Q

from ..values import equality
from .constraints import check, only_one
from .people import Person
from .places import Nation, Site
from .uuid_key import UuidModel


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
    COMPANION = "companion", "Someone with them"
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
            check("access_need_says_something", ~Q(code="") | ~Q(words="")),
            only_one("access_need_once", ["person", "code"], among=~Q(code="")),
        ]

    def __str__(self) -> str:
        return self.words or self.get_code_display()


class Identifier(UuidModel):
    """A number from a national register. Never needed to be helped."""

    class System(models.TextChoices):
        NHS = "nhs", "NHS number"
        CHI = "chi", "CHI number"

    person = models.ForeignKey(Person, models.PROTECT, related_name="identifiers")
    site = models.ForeignKey(Site, models.PROTECT, related_name="+")
    system = models.CharField(max_length=5, choices=System)
    value = models.CharField(max_length=10)

    class Meta:
        constraints = [
            check("identifier_has_ten_figures", Q(value__regex=r"^\d{10}$")),
            only_one(
                "identifier_names_one_person_at_a_site", ["site", "system", "value"]
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
            check(
                f"equality_{column}_is_known",
                Q(**{f"{column}__in": equality.codes_of(choices)}),
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
