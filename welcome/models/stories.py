"""One person's one story, in passages. A passage is added, never edited."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format

from .columns import to_user
from .constraints import check, empty, filled, index, not_blank, one_of
from .conversations import Conversation
from .people import Person
from .users import User
from .uuid_key import UuidModel


class Prompt(models.TextChoices):
    """What each passage answers, in the person's voice."""

    BROUGHT = "brought", "What brought me here"
    GOING_WELL = "going_well", "What is going well, my strengths"
    HARD = "hard", "What is hard at the moment"
    WOULD_LIKE = "would_like", "What I would like"
    MATTERS = "matters", "Who and what matters to me"
    PLEASE_DO = "please_do", "Please do"
    PLEASE_DONT = "please_dont", "Please don’t"
    KEEPS_SAFE = "keeps_safe", "What keeps me safe"
    ADDED = "added", "Added since"
    ASKED = "asked", "Asked and answered"
    LEARNED = "learned", "What we learned"


#: Shown above everything else about the person, for everybody who helps.
ABOUT_ME = [Prompt.PLEASE_DO, Prompt.PLEASE_DONT]


class Voice(models.TextChoices):
    PERSON = "person", "The person"
    SUPPORTER = "supporter", "Someone who supports them"
    TEAM = "team", "The welcome team"
    PARTNER = "partner", "A partner"


#: What somebody else says of the person. They cannot rewrite it; theirs stands beside.
OPINIONS = [Voice.SUPPORTER, Voice.TEAM, Voice.PARTNER]


#: As a story reads. `with_place` knows the first of them.
STORY_ORDER = ("place_in_story", "said_at", "pk")


class PassageQuerySet(models.QuerySet["Passage"]):
    def visible_to(self, user: User) -> "PassageQuerySet":
        return self.filter(person__in=Person.objects.visible_to(user))

    def to_read(self) -> "PassageQuerySet":
        """The story itself, with what by-lines need. See `versions.with_statements`."""
        theirs = Passage.objects.filter(person=models.OuterRef("person"))
        has = models.Exists(theirs.exclude(beside=None))
        return self.filter(beside=None).with_bylines().annotate(has_statements=has)

    def with_bylines(self) -> "PassageQuerySet":
        """With who is named in a by-line, in one question."""
        return self.select_related("heard_by", "corrected_by", "person")

    def current(self) -> "PassageQuerySet":
        """The newest version of each; older ones stay readable behind it."""
        return self.filter(replaced_by=None)

    def in_order(self) -> "PassageQuerySet":
        """As a story reads: by prompt, then by when it was said."""
        return self.with_place().order_by(*STORY_ORDER)

    def with_place(self) -> "PassageQuerySet":
        """Each with the place of its prompt in a story: see `STORY_ORDER`."""
        place = models.Case(
            *(models.When(prompt=p, then=i) for i, p in enumerate(Prompt.values)),
            output_field=models.SmallIntegerField(),
        )
        return self.annotate(place_in_story=place)


class Passage(UuidModel):
    person = models.ForeignKey(Person, models.PROTECT, related_name="passages")
    prompt = models.CharField(max_length=12, choices=Prompt)
    words = models.TextField()
    voice = models.CharField(max_length=10, choices=Voice, default=Voice.PERSON)
    heard_by = to_user()
    said_at = models.DateTimeField(default=timezone.now)
    place = models.CharField(max_length=120, blank=True)
    conversation = models.ForeignKey(
        Conversation, models.PROTECT, related_name="passages", null=True
    )
    read_back_at = models.DateTimeField(null=True)
    replaces = models.OneToOneField(
        "self", models.PROTECT, related_name="replaced_by", null=True
    )
    corrected_at = models.DateTimeField(null=True)
    corrected_by = to_user(null=True)
    #: The person's own words about what somebody else wrote of them. They stand
    #: beside every version of it, wherever it is read.
    beside = models.ForeignKey(
        "self", models.PROTECT, related_name="statements", null=True
    )

    objects = PassageQuerySet.as_manager()

    class Meta:
        indexes = [index("passage_of_a_person", ["person", "prompt"])]
        constraints = [
            not_blank("passage_has_words", "words"),
            one_of("passage_prompt_is_known", "prompt", Prompt.values),
            one_of("passage_voice_is_known", "voice", Voice.values),
            check(
                "passage_correction_has_who_when_and_of_what",
                empty("corrected_at", "corrected_by")
                | filled("corrected_at", "corrected_by", "replaces"),
            ),
            check(
                "passage_beside_another_is_the_persons",
                Q(beside=None) | Q(voice="person"),
            ),
        ]

    def __str__(self) -> str:
        return self.get_prompt_display()

    @property
    def is_persons_words(self) -> bool:
        return self.voice == Voice.PERSON

    @property
    def whose(self) -> str:
        """The bold beginning of the by-line. Needs `person`."""
        match self.voice:
            case Voice.PERSON:
                return f"{self.person.possessive} words"
            case Voice.SUPPORTER:
                return f"From someone who supports {self.person}"
            case Voice.PARTNER:
                return "Written by a partner"
            case _:
                return "Written by the team"

    @property
    def is_opinion(self) -> bool:
        return self.voice in OPINIONS

    @property
    def byline(self) -> str:
        """Who heard it, when, read back or not, who corrected it.

        Needs `person`, `heard_by` and `corrected_by`: see `to_read`.
        """
        said = f"{self._by_whom}, {_day(self.said_at)}."
        if self.read_back_at and not self.heard_by.is_the_person:
            said += " Read back and agreed."
        elif self.is_persons_words and not self.read_back_at:
            said += " Not read back yet."
        if self.corrected_by and self.corrected_at:
            who = self._name(self.corrected_by)
            said += f" Corrected by {who} on {_day(self.corrected_at)}."
        return said

    @property
    def _by_whom(self) -> str:
        if self.heard_by.is_the_person:
            return f"written by {self.person} on their own page"
        if self.heard_by.is_a_hand and self.place:  # no one heard it: it was a form
            said = "said" if self.is_persons_words else "written"
            return f"{said} {self.place[0].lower()}{self.place[1:]}"
        heard = ", ".join(filter(None, [self.heard_by.name, self.heard_by.profession]))
        where = f" ({self.place})" if self.place else ""
        return f"{'heard by' if self.is_persons_words else 'by'} {heard}{where}"

    def _name(self, user: User) -> str:
        return self.person.known_as if user.is_the_person else user.name


def _day(moment: datetime) -> str:
    return date_format(timezone.localdate(moment), "j F Y")
