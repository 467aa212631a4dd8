"""What a contributor is asked, in plain words, on a phone."""

from datetime import date
from typing import Any, TypedDict

from django import forms
from django.utils import timezone
from django.utils.formats import date_format

from welcome.forms.plain_fields import checkboxes, radios, text_box, text_line

from ..deidentifying.name_forms import first_name
from ..models import Contributor, Narrative

_USES = [
    ("web", "On our web pages, where anyone can read it"),
    ("print_copies", "In printed books"),
    ("training", "In training, for people who do this work"),
    ("media", "In newspapers, on radio and television"),
]


class Lasting(TypedDict):
    """The arguments of `actions.agree_again`."""

    fingerprint: str
    until_on: date


class Approval(Lasting):
    """The arguments of `actions.approve`."""

    named: str
    shown_as: str
    uses: list[str]


class LastingForm(forms.Form):
    """For how long. `fingerprint` is of the words on the page they are reading."""

    fingerprint = forms.CharField(widget=forms.HiddenInput, max_length=32)
    months = forms.TypedChoiceField(
        label="For how long may people read it?",
        help_text="You can end it sooner, on any day, without saying why.",
        coerce=int,
        widget=forms.RadioSelect,
        initial=12,
        error_messages={"required": "Choose for how long"},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["months"]
        field.choices = [
            (n, f"{words}, until {date_format(in_months(n), 'j F Y')}")
            for n, words in [(6, "Six months"), (12, "A year"), (24, "Two years")]
        ]

    def lasting(self) -> Lasting:
        """These words, until which day. Call on a valid form."""
        said = self.cleaned_data
        return Lasting(
            fingerprint=said["fingerprint"], until_on=in_months(said["months"])
        )


class YesForm(LastingForm):
    """Yes to exactly these words: named how, where, until when."""

    named = radios(
        "What name should be above it?", (), "Choose the name to put above it"
    )
    chosen_name = text_line(
        "The name I choose",
        hint="Only if you chose “A name I choose”.",
        most=80,
        autocomplete="off",
    )
    uses = checkboxes(
        "Where may people read it?",
        _USES,
        "Tick at least one place, or ask for a change",
        hint="Tick what is right for you. Each is its own yes.",
    )
    field_order = ["fingerprint", "named", "chosen_name", "uses", "months"]

    def __init__(self, *args: Any, contributor: Contributor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.contributor = contributor
        field: Any = self.fields["named"]
        named = Contributor.Named
        field.choices = [
            (named.CHOSEN, "A name I choose"),
            (named.FIRST, f"My first name: {self._first}"),
            (named.FULL, f"My own full name: {contributor.name}"),
            (named.NOBODY, "No name at all: it will say “Someone”"),
        ]
        self.initial.setdefault("named", contributor.named)
        if contributor.named == named.CHOSEN:
            self.initial.setdefault("chosen_name", contributor.shown_as)

    @classmethod
    def of(cls, narrative: Narrative) -> "YesForm":
        """To begin with: as they last asked to be named in this story."""
        asked: dict[str, object] = {"fingerprint": narrative.fingerprint}
        if narrative.asked_named:
            asked["named"] = narrative.asked_named
        if narrative.asked_named == Contributor.Named.CHOSEN:
            asked["chosen_name"] = narrative.asked_shown_as
        return cls(contributor=narrative.contributor, initial=asked)

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        chosen = said.get("named") == Contributor.Named.CHOSEN
        if chosen and not said.get("chosen_name", "").strip():
            self.add_error("chosen_name", "Write the name that you choose")
        return said

    def consent(self) -> Approval:
        """The arguments of `actions.approve`. Call on a valid form."""
        said = self.cleaned_data
        return {
            **self.lasting(),
            "named": said["named"],
            "shown_as": self._shown_as(said["named"], said["chosen_name"]),
            "uses": said["uses"],
        }

    @property
    def _first(self) -> str:
        return first_name(self.contributor.name)

    def _shown_as(self, way: str, chosen: str) -> str:
        named = Contributor.Named
        shown: dict[str, str] = {
            named.FULL: self.contributor.name,
            named.FIRST: self._first,
            named.CHOSEN: chosen.strip(),
            named.NOBODY: "Someone",
        }
        return shown[way]


class ChangeForm(forms.Form):
    """Please change this."""

    words = text_box(
        "What would you like changed?",
        "Write what you would like changed",
        hint="A word, a name, a whole part. You don’t have to say why.",
        most=8000,
        rows=5,
        is_spoken=True,
    )


def in_months(months: int) -> date:
    """This day, so many months on; the last of February where there is no such day."""
    today = timezone.localdate()
    month = today.month - 1 + months
    year, month = today.year + month // 12, month % 12 + 1
    day = today.day
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1
