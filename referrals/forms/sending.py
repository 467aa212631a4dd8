"""What is asked before a story goes on: of whom, and what may be read."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from welcome.forms.once import OnceField
from welcome.forms.plain_fields import drop_down, radios, text_box

from ..models import Need, Offer, Urgency, Wants
from .tentative_forms import Tentative

#: What a person asks for is a few sentences.
LONGEST_REQUEST = 2000


class RequestForm(Tentative):
    """What the person asks, and of whom."""

    once = OnceField()
    words = text_box(
        "What would they like?",
        "Write what they would like, in their words",
        hint="In their words, as they would say it to the person who helps.",
        most=LONGEST_REQUEST,
        is_spoken=True,
    )
    need = drop_down(
        "What is it about?",
        [("", "What the chosen offer is for"), *Need.choices],
    )
    urgency = radios(
        "How soon do they need an answer?",
        Urgency,
        "Choose how soon an answer is needed",
        initial=Urgency.USUAL,
    )

    wants = radios("If you ask more than one", Wants, initial=Wants.ALL)
    despite = text_box(
        "Why do you want to ask anyway?",
        hint="Only needed if an offer that you choose is marked “Check first”.",
        most=500,
        rows=2,
    )

    def clean_wants(self) -> str:
        return self.cleaned_data["wants"] or Wants.ALL

    def __init__(self, *args: Any, offers: QuerySet[Offer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["offers"] = forms.ModelMultipleChoiceField(
            label="Who could help?",
            queryset=offers,
            error_messages={"required": "Choose at least one offer below"},
        )

    def clean_offers(self) -> list[Offer]:
        return list(self.cleaned_data["offers"])

    def clean(self) -> dict[str, Any]:
        """Without a need of its own it is about what the first offer is for."""
        said: dict[str, Any] = super().clean() or {}
        offers = said.get("offers") or []
        if "need" in said and not said["need"] and offers and offers[0].needs:
            said["need"] = offers[0].needs[0]
        return said
