"""Naming a hope, saying how near it is, and laying it down."""

from typing import Any

from django import forms

from ..models import Hope, Person, Rating, Voice
from .once import OnceField
from .plain_fields import checkbox, radios, text_box

#: As long as one hope may be.
_LONGEST = 500
_ENDS = {Rating.LEAST: "not at all", Rating.MOST: "fully reached"}


class ScaleField(forms.TypedChoiceField):
    """One number of a row of numbers. `says` what some of them mean."""

    def __init__(
        self, least: int, most: int, *, says: dict[int, str], **kwargs: Any
    ) -> None:
        choices = [(n, says.get(n, "")) for n in range(least, most + 1)]
        super().__init__(
            choices=choices, coerce=int, empty_value=None, widget=forms.RadioSelect,
            **kwargs,
        )  # fmt: skip
        self.ends = [f"{n}: {says[n]}" for n in (least, most)]


class HopeForm(forms.Form):
    """A new hope, in the words of the person who hopes."""

    once = OnceField()
    words = text_box(
        "What do they hope for?",
        "Write what they hope for, in their words",
        hint="In their own words, and small enough to see progress. Three at a time "
        "is plenty.",
        most=_LONGEST,
        rows=2,
        is_spoken=True,
    )


class MyHopeForm(HopeForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words: Any = self.fields["words"]
        words.label = "What do you hope for?"
        words.help_text = (
            "In your own words, and small enough to see progress. Three at a time "
            "is plenty."
        )
        words.error_messages["required"] = "Write what you hope for"


class MyRatingForm(forms.Form):
    """How near it is today."""

    once = OnceField()
    score = ScaleField(
        Rating.LEAST,
        Rating.MOST,
        says=_ENDS,
        label="How near is it today?",
        error_messages={
            "required": "Choose a number from 0 to 10",
            "invalid_choice": "Choose a number from 0 to 10",
        },
    )
    words = forms.CharField(
        label="Why, in a few words (optional)",
        required=False,
        max_length=_LONGEST,
        widget=forms.TextInput(attrs={"data-voice": "person", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, slip: int | None, **kwargs: Any) -> None:
        """`slip` is the latest number where it is of today: a wrong stone, perhaps."""
        super().__init__(*args, **kwargs)
        if slip is not None:
            self.fields["is_slip"] = checkbox(
                f"The {slip} was a mistake. Use this number instead"
            )


class RatingForm(MyRatingForm):
    """The same, asked by someone who listens."""

    voice = forms.ChoiceField(
        label="Whose number is it?", widget=forms.RadioSelect, initial=Voice.PERSON
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = "Why, in their words (optional)"
        voice: Any = self.fields["voice"]
        voice.choices = [
            (Voice.PERSON, f"{person.possessive} own"),
            (Voice.SUPPORTER, "A supporter’s view"),
            (Voice.TEAM, "The team’s view"),
        ]


class LayDownForm(forms.Form):
    why = radios("Why are you closing it?", Hope.Why, "Choose why you are closing it")
