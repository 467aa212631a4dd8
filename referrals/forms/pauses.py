"""Why help is paused, and until when."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from welcome.forms.dates import DatePartsField
from welcome.forms.plain_fields import radios, text_box

from ..models import PAUSED_AT_MOST, PauseReason


def _tomorrow() -> date:
    return timezone.localdate() + timedelta(days=1)


def _at_most() -> date:
    return timezone.localdate() + PAUSED_AT_MOST


class PauseForm(forms.Form):
    """Its fields are the words of `actions.pause`."""

    reason = radios("Why are you pausing?", PauseReason, "Choose a reason")
    words = text_box(
        "What should the Welcome Team know? (optional)",
        hint="We’ll add it to your notes.",
        rows=2,
        most=1000,
    )
    until = DatePartsField(
        what="the day",
        label="On which day will you resume?",
        help_text="Within the next six months. On that day it resumes by itself.",
        first=_tomorrow,
        last=_at_most,
    )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if said.get("reason") == PauseReason.OTHER and not said.get("words"):
            self.add_error("words", "Write a few words about the reason")
        return said
