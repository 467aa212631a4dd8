"""What is asked before a record is opened in an emergency, and when it is reviewed."""

from typing import Any

from django import forms

from ..models import Emergency


class EmergencyForm(forms.Form):
    """Why, what is happening, and whether it is safe that the person learns of it."""

    why = forms.ChoiceField(
        label="Why must you read it now?",
        choices=Emergency.Why,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose why you must read it now"},
    )
    words = forms.CharField(
        label="What is happening?",
        help_text="For the privacy lead and for their team, in a sentence or two.",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write what is happening"},
    )
    is_told = forms.TypedChoiceField(
        label="They are told that you opened it. Is that safe?",
        choices=[("yes", "Yes, they may know"), ("no", "No, it could harm them")],
        coerce=lambda said: said == "yes",
        initial="yes",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether it is safe that they are told"},
    )
    why_not_told = forms.CharField(
        label="If not, how could it harm them?",
        help_text="Somebody who reads their messages, for instance.",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if said.get("is_told") is False and not said.get("why_not_told"):
            self.add_error("why_not_told", "Write how it could harm them to be told")
        return said


class ReviewForm(forms.Form):
    """Was it right? Said once."""

    verdict = forms.ChoiceField(
        label="Was it right to open it?",
        choices=Emergency.Verdict,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether it was right"},
    )
    words = forms.CharField(
        label="What do you say to whoever opened it?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write a sentence to whoever opened it"},
    )
    tell_now = forms.BooleanField(
        label="It is safe by now that the person is told", required=False
    )

    def __init__(self, *args: Any, emergency: Emergency, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if emergency.is_told:
            del self.fields["tell_now"]
