"""What is added to a safeguarding concern, and what its lead decides."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from ..models import Organisation, SafeguardingConcern
from .once import OnceField
from .plain_fields import drop_down, radios, text_box
from .safeguarding import council_reference_line, first_review, review_day


class UpdateForm(forms.Form):
    """What is new. The review and the council's reference are asked with it."""

    once = OnceField()
    words = text_box("What is new?", "Write what is new", rows=5)
    council_reference = council_reference_line()
    review_on = review_day()

    def __init__(self, *args: Any, concern: SafeguardingConcern, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["council_reference"].initial = concern.council_reference
        self.fields["review_on"].initial = _next_review(concern)
        if not concern.is_open:
            del self.fields["review_on"]

    def clean(self) -> dict[str, Any]:
        return {"review_on": None} | (super().clean() or {})


class ShareForm(forms.Form):
    """With which partner, and why."""

    partner = drop_down("Which partner?", (), "Choose a partner")
    reason = text_box(
        "Why do they need to know?",
        "Write why they need to know",
        hint="They will read what was seen or said, who was told and the council "
        "reference. They won’t read the updates.",
        most=1000,
    )

    def __init__(
        self, *args: Any, partners: Iterable[Organisation], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.by_pk = {str(partner.pk): partner for partner in partners}
        self.fields["partner"].choices = [  # type: ignore[attr-defined]
            ("", "Choose a partner"),
            *((pk, partner.name) for pk, partner in self.by_pk.items()),
        ]

    def clean_partner(self) -> Organisation:
        return self.by_pk[self.cleaned_data["partner"]]


class ShowForm(forms.Form):
    """Why it is safe for the person to see it."""

    words = text_box(
        "Why is it safe for them to see it?",
        "Write why it is safe for them to see it",
        hint="For example: we talked about it together.",
        most=1000,
    )


class HideForm(forms.Form):
    """Why the person is not to see it any longer."""

    words = text_box(
        "Why should it be hidden again?",
        "Write why it should be hidden again",
        most=1000,
    )


class CloseForm(forms.Form):
    """What came of it."""

    outcome = radios(
        "What is the outcome?", SafeguardingConcern.Outcome, "Choose the outcome"
    )
    words = text_box(
        "What was done, and why can it be closed?",
        "Write what was done, and why it can be closed",
    )


class ReopenForm(forms.Form):
    """Why it is looked at again, and by when."""

    words = text_box("Why does it need to be reopened?", "Write why it is reopened")
    review_on = review_day(initial=first_review)


def _next_review(concern: SafeguardingConcern) -> date:
    """The day that was chosen, as long as it is ahead."""
    day, today = concern.review_on, timezone.localdate()
    return day if day and day > today else first_review()
