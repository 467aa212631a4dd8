"""The boxes of an offer: what a directory says, and what only welcome teams read."""

from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.dates import WEEKDAYS

from welcome.forms.fields import PostcodeField, PublicPhoneField, WholeNumberField
from welcome.forms.once import OnceField
from welcome.models import Adjustment

from ..models import Need, OnlyFor, Stands
from .layout import box, choose

#: Monday is 1.
DAYS = range(1, 8)
OLDEST = 150
#: What belongs together on the page.
GROUPS = [
    ("What it is", ["of", "name", "words", "needs", "stands"]),
    ("For whom", ["ages_from", "ages_to", "only_for", "districts", "languages"]),
    ("How to reach you", ["phone", "email", "website", "fees"]),
    (
        "Where",
        ["where", "address", "city", "postcode", "by_phone_or_video"],
    ),
    ("What has to be right to be there", ["access", "meets", "cannot_meet"]),
]


def _line(label: str, most: int, hint: str = "") -> forms.CharField:
    return forms.CharField(label=label, help_text=hint, max_length=most, required=False)


def _ticks(label: str, choices: Any, hint: str = "", **more: Any) -> Any:
    return forms.MultipleChoiceField(
        label=label,
        help_text=hint,
        choices=choices,
        widget=forms.CheckboxSelectMultiple,
        **more,
    )


class OfferBoxes(forms.Form):
    """Named as the columns of an `Offer`; `opens_1` and `closes_1` are Monday's."""

    once = OnceField()
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(
        label="What is it called?",
        max_length=120,
        error_messages={"required": "Write what it is called"},
    )
    words = box(
        "What is it?",
        "Write what it is",
        hint="As you would say it to a person.",
    )
    needs = _ticks(
        "What does it help with?",
        Need,
        error_messages={"required": "Tick what it helps with"},
    )
    stands = choose("Is it offered?", Stands, "Choose whether it is offered")
    ages_from = WholeNumberField(
        label="From which age?",
        min_value=0,
        max_value=OLDEST,
        error_messages={"required": "Write from which age; 0 for everybody"},
    )
    ages_to = WholeNumberField(
        label="Up to which age?",
        help_text="Leave it empty if there is none.",
        min_value=0,
        max_value=OLDEST,
        required=False,
    )
    only_for = forms.ChoiceField(
        label="Is it only for some?",
        choices=[("", "For everybody"), *OnlyFor.choices],
        widget=forms.RadioSelect,
        required=False,
    )
    districts = _line(
        "For which postcode districts?",
        400,
        "EH6, EH7. Leave it empty if it is for everybody here.",
    )
    languages = _line("What is spoken, besides English?", 400, "Polish, Urdu")
    phone = PublicPhoneField(label="Phone", max_length=30, required=False)
    email = forms.EmailField(
        label="E-mail",
        required=False,
        error_messages={"invalid": "Write an e-mail address, like name@example.org"},
    )
    website = forms.URLField(
        label="Website",
        max_length=200,
        required=False,
        assume_scheme="https",
        error_messages={"invalid": "Write an address like https://example.org"},
    )
    fees = _line("What does it cost?", 200)
    where = _line(
        "Where is it, in words?", 160, "“Told when we know it is safe” is an answer."
    )
    address = _line(
        "Street and number",
        200,
        "Everybody can read it. Leave it empty where the place has to stay safe.",
    )
    city = _line("Town", 80)
    postcode = PostcodeField(label="Postcode", max_length=10, required=False)
    by_phone_or_video = forms.BooleanField(
        label="Also by phone or video", required=False
    )
    access = _line("What is it like to get in?", 200, "Lift; large print")
    meets = _ticks("What do you have?", Adjustment, required=False)
    cannot_meet = _ticks(
        "What do you not have?",
        Adjustment,
        "It spares somebody a way for nothing.",
        required=False,
    )
    takes = forms.CharField(
        label="Whom can you take, and whom not?",
        help_text="It never stands in the directory.",
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for day in DAYS:
            name = str(WEEKDAYS[day - 1])
            self.fields[f"opens_{day}"] = _line(f"{name}, opens", 40)
            self.fields[f"closes_{day}"] = _line(f"{name}, closes", 40)

    @property
    def groups(self) -> list[tuple[str, list[BoundField]]]:
        return [
            (legend, [self[name] for name in names if name in self.fields])
            for legend, names in GROUPS
        ]

    @property
    def week(self) -> list[tuple[BoundField, BoundField]]:
        return [(self[f"opens_{day}"], self[f"closes_{day}"]) for day in DAYS]


#: The columns of an `Offer` that its partner writes here.
FACTS = [name for name in OfferBoxes.base_fields if name not in ("once", "seen")]
