"""One person's one story, in passages. A passage is added, never edited."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format

from .conversations import Conversation
from .people import Person


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


#: Shown above everything else about the person, for everybody who helps.
ABOUT_ME = [Prompt.PLEASE_DO, Prompt.PLEASE_DONT]


class Voice(models.TextChoices):
    PERSON = "person", "The person"
    SUPPORTER = "supporter", "Somebody who supports them"
    TEAM = "team", "The welcome team"
    PARTNER = "partner", "A partner"


class PassageQuerySet(models.QuerySet["Passage"]):
    def current(self) -> "PassageQuerySet":
        """The newest version of each; older ones stay readable behind it."""
        return self.filter(replaced_by=None)

    def in_order(self) -> "PassageQuerySet":
        """As a story reads: by prompt, then by when it was said."""
        place = models.Case(
            *(models.When(prompt=p, then=i) for i, p in enumerate(Prompt.values)),
            output_field=models.SmallIntegerField(),
        )
        return self.order_by(place, "said_at", "pk")


class Passage(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="passages"
    )
    prompt = models.CharField(max_length=12, choices=Prompt)
    words = models.TextField()
    voice = models.CharField(max_length=10, choices=Voice, default=Voice.PERSON)
    heard_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    said_at = models.DateTimeField(default=timezone.now)
    place = models.CharField(max_length=120, blank=True)
    conversation = models.ForeignKey(
        Conversation, on_delete=models.PROTECT, related_name="passages", null=True
    )
    read_back_at = models.DateTimeField(null=True)
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, related_name="replaced_by", null=True
    )

    objects = PassageQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["person", "prompt"], name="passage_of_a_person")
        ]
        constraints = [
            models.CheckConstraint(
                name="passage_has_words", condition=~Q(words__regex=r"^\s*$")
            ),
            models.CheckConstraint(
                name="passage_prompt_is_known", condition=Q(prompt__in=Prompt.values)
            ),
            models.CheckConstraint(
                name="passage_voice_is_known", condition=Q(voice__in=Voice.values)
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
                return f"From somebody who supports {self.person}"
            case Voice.PARTNER:
                return "Written by a partner"
            case _:
                return "Written by the team"

    @property
    def byline(self) -> str:
        """Who heard it, when, and whether it was read back. Needs `heard_by`."""
        day = date_format(timezone.localdate(self.said_at), "j F Y")
        heard = ", ".join(filter(None, [self.heard_by.name, self.heard_by.profession]))
        verb = "heard by" if self.is_persons_words else "by"
        agreed = " Read back and agreed." if self.read_back_at else ""
        not_yet = " Not read back yet." if self.is_persons_words and not agreed else ""
        return f"{verb} {heard}, {day}.{agreed}{not_yet}"
