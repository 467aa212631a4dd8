"""Letters that a team writes: a site's own templates, and what was made of them."""

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone

from ..values.letter_words import unknown_in
from .attachments import Attachment
from .columns import to_user
from .constraints import (
    all_or_none,
    check,
    empty,
    index,
    not_blank,
    one_of,
    only_one,
)
from .discarding import Discardable, DiscardedRows, by_day_discarded
from .own_record import NeverOnesOwn
from .people import Person
from .places import Site
from .uuid_key import UuidModel

if TYPE_CHECKING:
    from .users import User


class To(models.TextChoices):
    GP = "gp", "The GP"
    PERSON = "person", "The person"


def known_placeholders(words: str) -> None:
    """Refuse a placeholder that nothing would fill in: it would be sent as it is."""
    unknown = unknown_in(words)
    if unknown:
        named = ", ".join(f"{{{name}}}" for name in unknown)
        raise ValidationError(f"We can’t fill in {named}. Check how it is written.")


class LetterTemplate(UuidModel):
    """What a letter begins as, in the words of its site."""

    site = models.ForeignKey(Site, models.PROTECT, related_name="letter_templates")
    to = models.CharField(max_length=6, choices=To)
    name = models.CharField(max_length=80)
    words = models.TextField(
        validators=[known_placeholders],
        help_text="Plain text. Placeholders: {name}, {first_name}, {date_of_birth}, "
        "{address}, {date}, {came_on}, {told}, {would_like}, {writer}, {team}, "
        "{team_phone}",
    )
    is_offered = models.BooleanField("offered to the teams", default=True)

    class Meta:
        ordering = ["to", "name"]
        constraints = [
            one_of("lettertemplate_to_is_known", "to", ["gp", "person"]),
            not_blank("lettertemplate_has_words", "words"),
            only_one("lettertemplate_name_is_its_own_at_a_site", ["site", "name"]),
        ]

    def __str__(self) -> str:
        return self.name


class LetterQuerySet(NeverOnesOwn, DiscardedRows, models.QuerySet["Letter"]):
    def visible_to(self, user: "User") -> "LetterQuerySet":
        if not user.team_ids:
            return self.none()
        return self.filter(person__in=Person.objects.visible_to(user))

    def drafts(self) -> "LetterQuerySet":
        return self.kept().filter(attachment=None).order_by("-written_at", "-pk")


class Letter(Discardable, UuidModel):
    """A draft until its PDF is made. From then on the file is the letter."""

    class Agreed(models.TextChoices):
        YES = "yes", "Yes"
        NO = "no", "No"

    person = models.ForeignKey(Person, models.PROTECT, related_name="letters")
    to = models.CharField(max_length=6, choices=To)
    addressee = models.CharField(max_length=120)
    address = models.CharField(max_length=300, blank=True)
    #: Of a draft; empty once they are in the file.
    words = models.TextField(blank=True)
    #: Whether the person agreed that their GP is written to.
    agreed = models.CharField(max_length=3, choices=Agreed, blank=True)
    why_not_agreed = models.CharField(max_length=500, blank=True)
    written_by = to_user()
    written_at = models.DateTimeField(default=timezone.now)
    attachment = models.OneToOneField(
        Attachment, models.PROTECT, related_name="letter", null=True, editable=False
    )
    made_at = models.DateTimeField(null=True, editable=False)

    objects = LetterQuerySet.as_manager()

    class Meta:
        indexes = [
            index(
                "letter_drafts",
                ["person", "-written_at", "-id"],
                among=Q(attachment=None),
            ),
            by_day_discarded("letter_discarded"),
        ]
        constraints = [
            one_of("letter_to_is_known", "to", ["gp", "person"]),
            not_blank("letter_has_an_addressee", "addressee"),
            all_or_none("letter_made_has_file_and_time", "attachment", "made_at"),
            all_or_none(
                "letter_discarded_has_who_and_when", "discarded_at", "discarded_by"
            ),
            check(
                "letter_made_is_never_discarded",
                empty("attachment") | empty("discarded_at"),
            ),
            check(
                "letter_is_words_or_a_file",
                Q(attachment=None) & ~Q(words__regex=r"^\s*$")
                | Q(attachment__isnull=False, words=""),
            ),
            check(
                "letter_to_the_gp_is_agreed_or_says_why_not",
                Q(to="person", agreed="", why_not_agreed="")
                | Q(to="gp", agreed="yes", why_not_agreed="")
                | Q(to="gp", agreed="no") & ~Q(why_not_agreed__regex=r"^\s*$"),
            ),
        ]

    def __str__(self) -> str:
        return f"Letter to {self.addressee}"

    @property
    def is_draft(self) -> bool:
        return self.attachment_id is None and self.discarded_at is None
