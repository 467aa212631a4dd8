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
    ("Who it is for", ["ages_from", "ages_to", "only_for", "districts", "languages"]),
    ("How to reach you", ["phone", "email", "website", "fees"]),
    ("Where", ["where", "address", "city", "postcode", "by_phone_or_video"]),
    ("Access", ["access", "meets", "cannot_meet"]),
]


class OfferBoxes(forms.Form):
    """Named as the columns of an `Offer`; `opens_1` and `closes_1` are Monday's."""

    once = OnceField()
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    name = text_line("What is it called?", "Write what it is called", most=120)
    words = text_box(
        "What is it?",
        "Write what it is",
        hint="Write it as you would say it to someone.",
    )
    needs = checkboxes("What does it help with?", Need, "Tick what it helps with")
    stands = radios("Is it offered?", Stands, "Choose whether it is offered")
    ages_from = WholeNumberField(
        label="From what age?",
        min_value=0,
        max_value=OLDEST,
        error_messages={"required": "Write the lowest age, or 0 for everyone"},
    )
    ages_to = WholeNumberField(
        label="Up to what age?",
        help_text="Leave it empty if there is no upper age.",
        min_value=0,
        max_value=OLDEST,
        required=False,
    )
    only_for = radios(
        "Is it only for some people?", [("", "For everyone"), *OnlyFor.choices]
    )
    districts = text_line(
        "Which postcode districts do you cover?",
        most=400,
        hint="For example EH6, EH7. Leave it empty if you cover the whole area.",
    )
    languages = text_line(
        "Which languages do you speak, besides English?",
        most=400,
        hint="For example Polish, Urdu",
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
        hint="You can write “We’ll tell you when we know it is safe”.",
    )
    address = text_line(
        "Street and number",
        most=200,
        hint="Anyone can read this. Leave it empty if the address has to stay private.",
    )
    city = text_line("Town", most=80)
    postcode = PostcodeField(label="Postcode", max_length=10, required=False)
    by_phone_or_video = checkbox("Also by phone or video")
    access = text_line(
        "What is access like?", most=200, hint="For example a lift, large print"
    )
    meets = checkboxes("Which access needs can you meet?", Adjustment)
    cannot_meet = checkboxes(
        "Which access needs can you not meet?",
        Adjustment,
        hint="This can save someone a wasted journey.",
    )
    takes = text_box(
        "Who can you take, and who can you not take?",
        hint="We never show this in the directory.",
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
