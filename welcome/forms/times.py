"""A time of day in one box, as people write it."""

import re
from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from ..values.numbers_from_outside import whole_number

_WRITTEN = re.compile(
    r"(\d{1,2})(?:[.:h ]?(\d{2}))?\s*([ap])?\.?(?:m\.?)?", re.I | re.ASCII
)


class TimeOfDayField(forms.CharField):
    """Cleans to a `time`. Half a day is only guessed where it cannot be another."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=12, **kwargs)
        self.widget.attrs["class"] = "nhsuk-input--width-5"

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        try:
            return understand(text) if text else None
        except ValueError:
            raise ValidationError("Write the time like 14:30, or 2:30pm.") from None


def understand(text: str) -> time:
    """The time that someone means.

    Raises: ValueError where it is none, or where it could be morning or afternoon.

    >>> [str(understand(t))[:5] for t in ("14:30", "14.30", "0930", "2pm", "12 am")]
    ['14:30', '14:30', '09:30', '14:00', '00:00']
    >>> understand("2")
    Traceback (most recent call last):
    ValueError: 2
    """
    said = _WRITTEN.fullmatch(text.strip())
    if said is None or not (said[2] or said[3]):
        raise ValueError(text)
    hour, minute = whole_number(said[1]) or 0, whole_number(said[2]) or 0
    if said[3]:
        if not 1 <= hour <= 12:
            raise ValueError(text)
        hour = hour % 12 + (12 if said[3] in "pP" else 0)
    return time(hour, minute)
