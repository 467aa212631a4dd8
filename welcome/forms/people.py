"""Finding or beginning: what is asked before a record is made."""

from datetime import date
from typing import Any, TypedDict, cast

from django import forms

from ..finding.possible_duplicates import Newcomer
from ..models import Farewell, Site
from .fields import BirthdayField, NumberField, PhoneField, PostcodeField


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


class StartForm(forms.Form):
    """Who is this? Enough to see whether we have met before."""

    known_as = forms.CharField(
        label="What do they like to be called?",
        max_length=80,
        error_messages={"required": "Write the name they like to be called by"},
    )
    formal_name = forms.CharField(
        label="Full name",
        help_text="As it stands on their letters. Leave it empty if they would rather.",
        required=False,
        max_length=120,
    )
    pronouns = forms.CharField(
        label="Pronouns",
        help_text="As they say them: she, her; he, him; they, them.",
        required=False,
        max_length=30,
    )
    born = BirthdayField(
        label="Birthday",
        help_text="3 May 1992, or only the year. Leave it empty if it is not known.",
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
            help_text="Only if they have it to hand. Nobody needs it to be helped.",
        )

    def newcomer(self) -> Newcomer:
        """What may make them look like somebody we know. Call on a checked form."""
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


class FarewellForm(forms.Form):
    """Goodbye, with the door left open."""

    reason = forms.ChoiceField(
        label="Why now?",
        choices=Farewell.Reason,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a reason"},
    )
    words = forms.CharField(
        label="How we leave it",
        help_text="What was agreed, and how they can come back.",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write a sentence about how we leave it"},
    )


class CloseForm(forms.Form):
    """Why no conversation will follow an introduction."""

    why = forms.CharField(
        label="Why will there be no conversation?",
        help_text="They found help elsewhere, they would rather not, it came twice …",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Write why, so that nobody has to guess"},
    )
