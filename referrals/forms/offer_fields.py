"""The boxes of an offer: what a directory says, and what only welcome teams read."""

from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.dates import WEEKDAYS

from welcome.forms.fields import PostcodeField, PublicPhoneField, WholeNumberField
from welcome.forms.once import OnceField
from welcome.forms.plain_fields import (
    checkbox,
    checkboxes,
    email_address,
    radios,
    text_box,
    text_line,
)
from welcome.models import Adjustment

from ..models import Need, OnlyFor, Stands

#: Monday is 1.
DAYS = range(1, 8)
OLDEST = 150
#: What belongs together on the page.
GROUPS = [
    ("What it is", ["of", "name", "words", "needs", "stands"]),
    ("For whom", ["ages_from", "ages_to", "only_for", "districts", "languages"]),
    ("How to reach you", ["phone", "email", "website", "fees"]),
    ("Where", ["where", "address", "city", "postcode", "by_phone_or_video"]),
    ("What has to be right to be there", ["access", "meets", "cannot_meet"]),
]


class OfferBoxes(forms.Form):
    """Named as the columns of an `Offer`; `opens_1` and `closes_1` are Monday's."""

    once = OnceField()
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    name = text_line("What is it called?", "Write what it is called", most=120)
    words = text_box(
        "What is it?",
        "Write what it is",
        hint="As you would say it to a person.",
    )
    needs = checkboxes("What does it help with?", Need, "Tick what it helps with")
    stands = radios("Is it offered?", Stands, "Choose whether it is offered")
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
    only_for = radios("Is it only for some?", [("", "For everybody"), *OnlyFor.choices])
    districts = text_line(
        "For which postcode districts?",
        most=400,
        hint="EH6, EH7. Leave it empty if it is for everybody here.",
    )
    languages = text_line(
        "What is spoken, besides English?", most=400, hint="Polish, Urdu"
    )
    phone = PublicPhoneField(label="Phone", max_length=30, required=False)
    email = email_address()
    website = forms.URLField(
        label="Website",
        max_length=200,
        required=False,
        assume_scheme="https",
        error_messages={"invalid": "Write an address like https://example.org"},
    )
    fees = text_line("What does it cost?", most=200)
    where = text_line(
        "Where is it, in words?",
        most=160,
        hint="“Told when we know it is safe” is an answer.",
    )
    address = text_line(
        "Street and number",
        most=200,
        hint="Everybody can read it. Leave it empty where the place has to stay safe.",
    )
    city = text_line("Town", most=80)
    postcode = PostcodeField(label="Postcode", max_length=10, required=False)
    by_phone_or_video = checkbox("Also by phone or video")
    access = text_line("What is it like to get in?", most=200, hint="Lift; large print")
    meets = checkboxes("What do you have?", Adjustment)
    cannot_meet = checkboxes(
        "What do you not have?",
        Adjustment,
        hint="It spares somebody a way for nothing.",
    )
    takes = text_box(
        "Whom can you take, and whom not?", hint="It never stands in the directory."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for day in DAYS:
            name = str(WEEKDAYS[day - 1])
            self.fields[f"opens_{day}"] = text_line(f"{name}, opens", most=40)
            self.fields[f"closes_{day}"] = text_line(f"{name}, closes", most=40)

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
