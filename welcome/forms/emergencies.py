"""What is asked before a record is opened in an emergency, and when it is reviewed."""

from typing import Any

from django import forms

from ..models import Emergency
from .plain_fields import checkbox, radios, text_box, yes_or_no


class EmergencyForm(forms.Form):
    """Why, what is happening, and whether it is safe that the person learns of it."""

    why = radios(
        "Why must you read it now?", Emergency.Why, "Choose why you must read it now"
    )
    words = text_box(
        "What is happening?",
        "Write what is happening",
        hint="For the privacy lead and for their team, in a sentence or two.",
        most=1000,
    )
    is_told = yes_or_no(
        "They are told that you opened it. Is that safe?",
        "Yes, they may know",
        "No, it could harm them",
        "Choose whether it is safe that they are told",
        initial="yes",
    )
    why_not_told = text_box(
        "If not, how could it harm them?",
        hint="Somebody who reads their messages, for instance.",
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
        "What do you say to whoever opened it?",
        "Write a sentence to whoever opened it",
        most=1000,
    )
    tell_now = checkbox("It is safe by now that the person is told")

    def __init__(self, *args: Any, emergency: Emergency, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if emergency.is_told:
            del self.fields["tell_now"]
