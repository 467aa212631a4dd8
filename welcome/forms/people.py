"""Finding or beginning: what is asked before a record is made."""

from datetime import date
from typing import Any, TypedDict, cast

from django import forms

from ..finding.candidates import Newcomer
from ..models import Farewell, Need, Site
from .caseload import QUIET
from .fields import BirthdayField, NumberField, PhoneField, PostcodeField
from .filters import FilterBar, one_of, sorted_by
from .person_fields import NameFields
from .plain_fields import radios, text_box, text_line


class NewPerson(TypedDict):
    """The arguments of `actions.welcome`."""

    known_as: str
    formal_name: str
    pronouns: str
    born_on: date | None
    born_year: int | None
    phone: str
    postcode: str
    identifier: str


class StartForm(NameFields):
    """Who is this? Enough to see whether we have met before."""

    formal_name = text_line(
        "Full name",
        hint="As it appears on their letters. Leave it empty if they’d rather not say.",
        most=120,
    )
    born = BirthdayField(
        label="Birthday",
        help_text="3 May 1992, or only the year. Leave it empty if you don’t know.",
        required=False,
        max_length=30,
    )
    phone = PhoneField(label="Phone", required=False, max_length=30)
    postcode = PostcodeField(label="Postcode", required=False, max_length=10)

    def __init__(self, *args: Any, site: Site, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.site = site
        self.fields["identifier"] = NumberField(
            nation=site.nation,
            required=False,
            max_length=20,
            help_text="Only if they have it to hand. No one needs it to get help.",
        )

    def newcomer(self) -> Newcomer:
        """What may make them look like someone we know. Call on a checked form."""
        said = self.cleaned_data
        born_on, born_year = said.get("born") or (None, None)
        known_as = said.get("known_as", "")
        formal = said.get("formal_name", "")
        return Newcomer(
            site=self.site,
            name=formal or known_as,
            known_as=known_as,
            born_on=born_on,
            born_year=born_year,
            phone=said.get("phone", ""),
            postcode=said.get("postcode", ""),
            identifier=said.get("identifier", ""),
        )

    def facts(self) -> NewPerson:
        """The arguments of `actions.welcome`. Call on a valid form."""
        said = dict(self.cleaned_data)
        said["born_on"], said["born_year"] = said.pop("born")
        return cast(NewPerson, said)


class PeopleFilters(FilterBar):
    """Which of the team's people are listed. Without a choice, those who are open."""

    held = one_of(
        "Held by",
        [("me", "Me"), ("team", "My team")],
        everything="My team or a partner",
    )
    state = one_of(
        "State",
        [("closed", "Farewell said"), ("all", "All")],
        everything="Open",
    )
    quiet = one_of("Quiet for", QUIET, everything="Any time")
    need = one_of("Need", Need.choices, everything="All needs")
    sort = sorted_by(
        [("", "Name"), ("new", "Newest first"), ("quiet", "Quiet longest")]
    )


class FarewellForm(forms.Form):
    """Goodbye, with the door left open."""

    reason = radios("Why now?", Farewell.Reason, "Choose a reason")
    words = text_box(
        "How are we leaving it?",
        "Write a sentence about how you’re leaving it",
        hint="What you agreed, and how they can come back.",
        rows=4,
    )


class CloseForm(forms.Form):
    """Why no conversation will follow an introduction."""

    why = text_box(
        "Why will there be no conversation?",
        "Write why, so that no one has to guess",
        hint="For example: they found help elsewhere, they’d rather not, they asked "
        "twice.",
        most=300,
        rows=2,
    )
