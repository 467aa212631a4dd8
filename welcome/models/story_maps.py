"""A person's story map: needs, and the words that tie them. A version is never edited.

Needs and ties are kept with their version, so that one question reads a whole map:

    needs: [{"id": 1, "words": "Sleep", "more": "four hours, maybe", "kind": "body"}]
    ties:  [{"one": 2, "other": 1, "words": "I lie there and add up"}]

What a map may be (lengths, at most 12 and 20, every tie between two needs that are
there) is checked by the database: see the function in migration `story_maps`.
"""

from typing import TypedDict

from django.db import models
from django.db.models import F, Func
from django.utils import timezone

from .columns import to_user
from .constraints import check, one_of, only_one
from .people import Person
from .users import User
from .uuid_key import UuidModel

MOST_NEEDS, MOST_TIES, LONGEST = 12, 20, 60


class MapVersionQuerySet(models.QuerySet["MapVersion"]):
    def visible_to(self, user: User) -> "MapVersionQuerySet":
        return self.filter(person__in=Person.objects.visible_to(user))

    def newest_first(self) -> "MapVersionQuerySet":
        return self.select_related("made_by").order_by("-number")


class NeedOnMap(TypedDict):
    """A box on the map: its number, its words, and of what kind it is."""

    id: int
    words: str
    more: str
    kind: str


class TieOnMap(TypedDict):
    """A line between two needs, by their numbers, and what it says."""

    one: int
    other: int
    words: str


#: A tie in words. `from` cannot be a name in Python.
Sentence = TypedDict(
    "Sentence", {"one": int, "other": int, "words": str, "from": str, "to": str}
)


class MapVersion(UuidModel):
    class Change(models.TextChoices):
        NEED_ADDED = "need_added", "A need was added"
        NEED_CHANGED = "need_changed", "The words of a need were changed"
        NEED_REMOVED = "need_removed", "A need was removed"
        TIED = "tied", "Two needs were linked"
        UNTIED = "untied", "A link was removed"
        PUT_BACK = "put_back", "An earlier map was put back"

    class Hand(models.TextChoices):
        """Whose words they are, and how they came onto the map."""

        SELF = "self", "Drawn by the person"
        TOGETHER = "together", "Drawn together"
        FROM_STORY = "from_story", "From what they said before"

    person = models.ForeignKey(Person, models.PROTECT, related_name="maps")
    number = models.PositiveSmallIntegerField()
    needs = models.JSONField(default=list)
    ties = models.JSONField(default=list)
    change = models.CharField(max_length=12, choices=Change)
    hand = models.CharField(max_length=10, choices=Hand, default=Hand.TOGETHER)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = to_user()

    objects = MapVersionQuerySet.as_manager()

    class Meta:
        constraints = [
            only_one("map_one_of_each_number", ["person", "number"]),
            one_of(
                "map_change_is_known",
                "change",
                [
                    "need_added",
                    "need_changed",
                    "need_removed",
                    "tied",
                    "untied",
                    "put_back",
                ],
            ),
            one_of("map_hand_is_known", "hand", ["self", "together", "from_story"]),
            check(
                "map_hangs_together",
                Func(
                    F("needs"),
                    F("ties"),
                    function="welcome_map_hangs_together",
                    output_field=models.BooleanField(),
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"Map {self.number}"

    @property
    def is_empty(self) -> bool:
        return not self.needs

    @property
    def needs_in_words(self) -> str:
        """The needs, one after the other, with commas between them."""
        return ", ".join(need["words"] for need in self.needs)

    @property
    def sentences(self) -> list[Sentence]:
        """Every tie in words, in the order of the drawing: from what, to what."""
        named = {need["id"]: need["words"] for need in self.needs}
        return [
            {
                "one": tie["one"],
                "other": tie["other"],
                "words": tie["words"],
                "from": named[tie["one"]],
                "to": named[tie["other"]],
            }
            for tie in self.ties
        ]

    @property
    def alone(self) -> list[NeedOnMap]:
        """The needs that nothing is tied to."""
        tied = {end for tie in self.ties for end in (tie["one"], tie["other"])}
        return [need for need in self.needs if need["id"] not in tied]
