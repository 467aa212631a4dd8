"""What is asked where someone raises a safeguarding concern."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from ..models import SafeguardingConcern
from ..models.safeguarding import REVIEW_AFTER, REVIEW_WITHIN
from .dates import DatePartsField
from .once import OnceField
from .plain_fields import checkbox, radios, text_box, text_line


def first_review() -> date:
    return timezone.localdate() + REVIEW_AFTER


def _last_review() -> date:
    return timezone.localdate() + REVIEW_WITHIN


def review_day(**more: Any) -> DatePartsField:
    return DatePartsField(
        label="Review by",
        help_text="Within three months. We’ll remind the safeguarding lead if it is "
        "overdue. For example, 27 3 2027.",
        what="the review date",
        first=timezone.localdate,
        last=_last_review,
        **more,
    )


def council_reference_line() -> forms.CharField:
    return text_line("Council reference, if you have one", most=60, autocomplete="off")


class RaiseForm(forms.Form):
    """The arguments of `actions.raise_concern`."""

    once = OnceField()
    in_danger_now = checkbox("Someone is in danger right now")
    kind = radios(
        "Who may be at risk?",
        SafeguardingConcern.Kind,
        "Choose whether an adult or a child may be at risk",
    )
    seen_or_said = text_box(
        "What did you see, or what were you told?",
        "Write what you saw, or what you were told",
        hint="Use their own words where you can. Say when and where.",
        rows=5,
    )
    who_was_told = text_box(
        "Who have you told?",
        "Write who you have told. If no one yet, say so",
        hint="For example the council, the police, their GP or your manager.",
        most=1000,
        rows=2,
    )
    council_reference = council_reference_line()
    review_on = review_day(initial=first_review)
    #: Hidden stands first and is chosen: it is the safer one.
    is_shown = radios(
        "Can the person see this concern on their own page?",
        [("no", "No, keep it hidden from them"), ("yes", "Yes, show it to them")],
        "Choose whether the person can see it",
        initial="no",
        hint="Hide it if someone else may read their messages, or if knowing could put "
        "anyone at risk. It can be changed later.",
    )
    why_shown = text_box(
        "If yes, why is it safe to show it?",
        hint="For example: we talked about it together.",
        most=1000,
        rows=2,
    )

    def clean(self) -> dict[str, Any]:
        """`why_shown` is empty where it stays hidden, whatever was typed."""
        said = super().clean() or {}
        is_shown = said.pop("is_shown", "no") == "yes"
        if is_shown and not said.get("why_shown") and "why_shown" not in self.errors:
            self.add_error("why_shown", "Write why it is safe to show it to them")
        return said if is_shown else said | {"why_shown": ""}
