"""What is said when someone is given back, handed on, or a mistake is put right."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from welcome.forms.fields import WholeNumberField
from welcome.forms.plain_fields import radios, text_box

from ..models import Capacity, GiveBack, Offer

_WEEKS = "again_in_weeks"


class GiveBackForm(forms.Form):
    """What a partner must say to hand a referral back. Both answers are needed."""

    reason = radios("Why can’t you help at the moment?", GiveBack, "Choose a reason")
    suggestion = text_box(
        "Who or what might help instead?",
        "Suggest who or what might help instead",
        hint="The Welcome Team will read this with the person.",
    )
    again_in_weeks = WholeNumberField(
        label="If you have no room, in about how many weeks can they ask again?",
        required=False,
        min_value=1,
        max_value=104,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        full = said.get("reason") == GiveBack.FULL
        if full and not said.get("again_in_weeks") and not self.has_error(_WEEKS):
            self.add_error(_WEEKS, "Write about how many weeks until there is room.")
        return said


class HandOnForm(forms.Form):
    """Who would help better, and why. Asked of the person before anything moves."""

    words = text_box(
        "Why would it help them more?",
        "Write why it would help them more",
        hint="The Welcome Team will read this with the person.",
    )

    def __init__(self, *args: Any, offers: QuerySet[Offer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["offer"] = forms.ModelChoiceField(
            label="Which service could help more?",
            queryset=offers,
            error_messages={
                "required": "Choose which service could help more",
                "invalid_choice": "Choose one of the services below",
            },
        )
        self.order_fields(["offer", "words"])

    def clean_offer(self) -> Offer:
        offer: Offer = self.cleaned_data["offer"]
        if offer.now == Capacity.PAUSED:
            raise forms.ValidationError(f"“{offer}” is paused. Choose another service")
        return offer


class DeclineForm(forms.Form):
    answer = text_box("Why not?", "Write a sentence about why not", rows=2)


class PutRightForm(forms.Form):
    why = text_box("What was the mistake?", "Write what the mistake was", rows=2)
