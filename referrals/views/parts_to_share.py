"""The parts of a story that can be shared, and what a partner would see of them."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from django.http import HttpRequest, QueryDict
from django.utils import timezone

from welcome.access import attachments
from welcome.models import (
    ABOUT_ME,
    Attachment,
    MapVersion,
    Organisation,
    Passage,
    Person,
    User,
)
from welcome.models.attachments import AttachmentQuerySet
from welcome.models.stories import PassageQuerySet
from welcome.reading.banner import Banner, banner_for
from welcome.reading.safeguarding import AtTheTop
from welcome.reading.versions import with_statements

from ..forms import PartsForm
from ..forms.attachments import ticked_files

Form = TypeVar("Form", bound=PartsForm)


@dataclass
class Shareable:
    """Everything of one person's story that an agreement can name."""

    person: Person
    passages: PassageQuerySet
    newest: MapVersion | None
    has_hopes: bool
    files: AttachmentQuerySet

    def ask(self, form: type[Form], data: QueryDict | None, **more: Any) -> Form:
        """A form that asks which of it may be read."""
        return form(
            data, passages=self.passages, map=self.newest, files=self.files, **more
        )


def shareable(user: User, person: Person) -> Shareable:
    """What can be shared of this person's story now, and the files."""
    passages = person.passages.current().exclude(prompt__in=ABOUT_ME).in_order()
    newest = person.maps.newest_first().first()
    return Shareable(
        person,
        passages.to_read(),
        newest if newest and newest.needs else None,
        person.hopes.exists(),
        attachments.shareable(user, person),
    )


def place_of(request: HttpRequest, *forms: PartsForm, otherwise: str = "") -> str:
    """The part of the page that a button which only looks leads to."""
    for form in forms:
        if "attachments" not in form.fields:
            continue
        field = form["attachments"].auto_id
        if request.POST.get("more_files") == field:
            return f"div_{field}"
    return "preview" if "look" in request.POST else otherwise


@dataclass
class Preview:
    """The page as one partner, or each of them, will see it. `partner`: whose."""

    whole: Shareable
    form: PartsForm
    by: User
    asked: str
    partner: Organisation | None = None

    @cached_property
    def chosen(self) -> list[Passage]:
        """The passages that are ticked, with what the person says beside them."""
        ticked = self.form.ticked
        return with_statements(p for p in self.whole.passages if str(p.pk) in ticked)

    @property
    def held_back(self) -> bool:
        return len(self.chosen) < len(self.whole.passages)

    @property
    def map(self) -> MapVersion | None:
        newest = self.whole.newest
        return newest if newest and self.form.ticked_map == str(newest.pk) else None

    @cached_property
    def shared_files(self) -> list[Attachment]:
        return ticked_files(self.form)

    @property
    def shares_hopes(self) -> bool:
        return bool(self.form["shares_hopes"].value())

    @property
    def shares_helpers(self) -> bool:
        return bool(self.form["shares_helpers"].value())

    @property
    def banner(self) -> Banner:
        """The top of the page as the partner will read it."""
        person, today = self.whole.person, timezone.localdate()
        sent = f"sent by {self.by}, {person.team}, {today.day} {today:%B}"
        who = [fact for fact in (person.pronouns, person.age_in_words, sent) if fact]
        no_concern = AtTheTop()  # a partner sees one only where it was chosen
        return banner_for(person, who=who, read=self.chosen, safeguarding=no_concern)
