"""What is asked before a record is opened in an emergency, and when it is reviewed."""

from typing import Any

from django import forms

from ..models import Emergency
from .plain_fields import checkbox, radios, text_box, yes_or_no


class EmergencyForm(forms.Form):
    """Why, what is happening, and whether it is safe that the person learns of it."""

    why = radios(
        "Why do you need to read it now?",
        Emergency.Why,
        "Choose why you need to read it now",
    )
    words = text_box(
        "What is happening?",
        "Write what is happening",
        hint="A sentence or two for the privacy lead and for their team.",
        most=1000,
    )
    is_told = yes_or_no(
        "We’ll tell them that you opened it. Is that safe?",
        "Yes, they can know",
        "No, it could harm them",
        "Choose whether it is safe to tell them",
        initial="yes",
    )
    why_not_told = text_box(
        "If not, how could it harm them?",
        hint="For example, someone reads their messages.",
        most=500,
        rows=2,
    )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if said.get("is_told") is False and not said.get("why_not_told"):
            self.add_error("why_not_told", "Write how it could harm them to be told")
        return said


class ReviewForm(forms.Form):
    """Was it right? Said once."""

    verdict = radios(
        "Was it right to open it?", Emergency.Verdict, "Choose whether it was right"
    )
    words = text_box(
        "What would you like to say to the person who opened it?",
        "Write a sentence to the person who opened it",
        most=1000,
    )
    tell_now = checkbox("It is now safe to tell the person")

    def __init__(self, *args: Any, emergency: Emergency, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if emergency.is_told:
            del self.fields["tell_now"]
