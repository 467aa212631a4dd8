"""Who told it, and what they consented to. Nothing to do with sharing for care."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from welcome.models import Organisation, Person, Role, User
from welcome.models.columns import to_user
from welcome.models.constraints import all_or_none, check, not_empty, only_one
from welcome.models.uuid_key import UuidModel


class ContributorQuerySet(models.QuerySet["Contributor"]):
    def visible_to(self, user: User) -> "ContributorQuerySet":
        """An editor knows the contributors of their own organisation."""
        return self.filter(organisation_id__in=user.organisation_ids(Role.EDITOR))


class Contributor(UuidModel):
    """Whose narrative it is. Known to editors only; the tie to a record can be cut."""

    class Named(models.TextChoices):
        FULL = "full", "My own full name"
        FIRST = "first", "My first name"
        CHOSEN = "chosen", "A name I choose"
        NOBODY = "nobody", "No name at all"

    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="contributors",
        help_text="Whose editors look after this contributor",
    )
    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    named = models.CharField(max_length=10, choices=Named)
    shown_as = models.CharField(max_length=80)
    person = models.ForeignKey(
        Person, models.SET_NULL, related_name="+", null=True, blank=True
    )

    objects = ContributorQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [not_empty("contributor_is_shown_somehow", "shown_as")]

    def __str__(self) -> str:
        return self.shown_as


class Consent(UuidModel):
    """UK GDPR consent to publish: by use, until a date, withdrawable at any moment."""

    class Ended(models.TextChoices):
        WITHDRAWN = "withdrawn", "Withdrawn by the contributor"
        TEXT_CHANGED = "text_changed", "The text changed, so it was void"
        TAKEN_DOWN = "taken_down", "Taken down by the editors"
        OVER = "over", "Its last day was over"
        REPLACED = "replaced", "Agreed again"

    narrative = models.ForeignKey(
        "storybooks.Narrative", models.PROTECT, related_name="consents"
    )
    fingerprint = models.CharField(max_length=32, help_text="Of the text they read")
    named = models.CharField(
        max_length=10, choices=Contributor.Named, default=Contributor.Named.CHOSEN
    )
    shown_as = models.CharField(max_length=80)
    web = models.BooleanField(default=False)
    print_copies = models.BooleanField(default=False)
    training = models.BooleanField(default=False)
    media = models.BooleanField(default=False)
    until_on = models.DateField()
    given_at = models.DateTimeField(default=timezone.now)
    #: When it ended, why, and whose hand it was: the contributor's, an editor's or
    #: the clock's. Nothing is deleted; a consent without these is the live one.
    withdrawn_at = models.DateTimeField(null=True)
    ended_why = models.CharField(max_length=12, choices=Ended, blank=True)
    withdrawn_by = to_user(null=True)

    class Meta:
        constraints = [
            check(
                "consent_is_to_something",
                Q(web=True) | Q(print_copies=True) | Q(training=True) | Q(media=True),
            ),
            all_or_none(
                "consent_withdrawn_has_who_and_when", "withdrawn_at", "withdrawn_by"
            ),
            check(
                "consent_ended_says_why",
                Q(withdrawn_at=None, ended_why="")
                | (Q(withdrawn_at__isnull=False) & ~Q(ended_why="")),
            ),
            not_empty("consent_shows_somebody", "shown_as"),
            only_one(
                "consent_one_live_for_a_narrative",
                ["narrative"],
                among=Q(withdrawn_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"Consent until {self.until_on}"

    @property
    def uses(self) -> list[str]:
        """What was agreed to, in words."""
        said = [
            (self.web, "on our web pages"),
            (self.print_copies, "in printed books"),
            (self.training, "in training"),
            (self.media, "in newspapers and broadcasts"),
        ]
        return [words for agreed, words in said if agreed]
