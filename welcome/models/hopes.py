"""What someone hopes for, in their words, and how near it is, from time to time."""

from django.contrib.postgres.aggregates import ArrayAgg
from django.db import models
from django.db.models import Q
from django.utils import timezone

from .columns import to_user
from .constraints import check, empty, filled, index, not_blank, one_of
from .people import Person
from .stories import Voice
from .users import User
from .uuid_key import UuidModel


class HopeQuerySet(models.QuerySet["Hope"]):
    def visible_to(self, user: User) -> "HopeQuerySet":
        return self.filter(person__in=Person.objects.visible_to(user))

    def open(self) -> "HopeQuerySet":
        return self.filter(laid_down_at=None)

    def with_ratings(self) -> "HopeQuerySet":
        """Each with all its ratings, from the first to the latest, in one query."""
        columns = {"scores": "score", "days": "at", "said": "words", "hands": "voice"}
        columns |= {"names": "by__name", "hands_of": "by_id"}
        lists = {
            name: ArrayAgg(
                f"ratings__{column}",
                filter=Q(ratings__isnull=False, ratings__replaced_by=None),
                order_by=["ratings__at", "ratings__id"],
                default=[],
            )
            for name, column in columns.items()
        }
        return self.annotate(**lists).order_by("named_at", "pk")


class Hope(UuidModel):
    """A goal in the person's own words. Its words stay; it is laid down, not deleted.

    Goal Based Outcomes: Duncan Law, CC BY-NC-SA 4.0.
    """

    class Why(models.TextChoices):
        COME_TRUE = "come_true", "It came true"
        CHANGED = "changed", "Something else matters more now"
        NOT_NOW = "not_now", "Not for now"

    person = models.ForeignKey(Person, models.PROTECT, related_name="hopes")
    words = models.TextField()
    named_at = models.DateTimeField(default=timezone.now)
    named_by = to_user()
    laid_down_at = models.DateTimeField(null=True)
    laid_down_by = to_user(null=True)
    laid_down_why = models.CharField(max_length=10, choices=Why, blank=True)

    objects = HopeQuerySet.as_manager()

    class Meta:
        indexes = [index("hope_of_a_person", ["person", "named_at"])]
        constraints = [
            not_blank("hope_has_words", "words"),
            check(
                "hope_laid_down_says_who_when_and_why",
                empty("laid_down_at", "laid_down_by", laid_down_why="")
                | filled(
                    "laid_down_at",
                    "laid_down_by",
                    laid_down_at__gte=models.F("named_at"),
                    laid_down_why__in=["come_true", "changed", "not_now"],
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"A hope of {self.person}"

    @property
    def is_open(self) -> bool:
        return self.laid_down_at is None


class RatingQuerySet(models.QuerySet["Rating"]):
    def current(self) -> "RatingQuerySet":
        """From the first to the latest, without slips that were put right."""
        return self.filter(replaced_by=None).order_by("at", "pk")


class Rating(UuidModel):
    """How near a hope was on that day: 0 not at all, 10 it is so. Never changed."""

    LEAST, MOST = 0, 10

    hope = models.ForeignKey(Hope, models.PROTECT, related_name="ratings")
    score = models.SmallIntegerField()
    words = models.TextField(blank=True)
    #: Who said the number.
    voice = models.CharField(max_length=10, choices=Voice, default=Voice.PERSON)
    by = to_user()
    at = models.DateTimeField(default=timezone.now)
    #: A slip that counts no more, and stays.
    replaces = models.OneToOneField(
        "self", models.PROTECT, related_name="replaced_by", null=True
    )

    objects = RatingQuerySet.as_manager()

    class Meta:
        indexes = [index("rating_of_a_hope", ["hope", "at"])]
        constraints = [
            check("rating_is_from_0_to_10", Q(score__gte=0, score__lte=10)),
            one_of("rating_voice_is_known", "voice", Voice.values),
        ]

    def __str__(self) -> str:
        return f"{self.score} of {self.MOST}"
