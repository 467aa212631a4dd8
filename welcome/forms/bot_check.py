"""Slowing robots without a puzzle, and never turning a person away."""

import time
from typing import cast

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import QueryDict

#: No one reads and answers three questions faster than this, in seconds.
_FASTEST = 3


def _now_signed() -> str:
    return signing.dumps(int(time.time()), salt="front door")


class SlowedForm(forms.Form):
    """A form that a robot fills too fast, or too fully. People just press once more."""

    began = forms.CharField(widget=forms.HiddenInput, initial=_now_signed)
    website = forms.CharField(
        label="Leave this empty",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def clean_began(self) -> str:
        began: str = self.cleaned_data["began"]
        try:
            seconds = time.time() - signing.loads(
                began, salt="front door", max_age=86_400
            )
        except signing.BadSignature:
            seconds = 0
        if seconds < _FASTEST:
            self._begin_again()
            raise ValidationError(
                "That was very quick. Please check it’s right, then press Send again."
            )
        return began

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise ValidationError(
                "Please leave this box empty: it is there to catch robots."
            )
        return ""

    def _begin_again(self) -> None:
        """Give the form a fresh time, so that the next press can be in time."""
        data = cast(QueryDict, self.data).copy()
        data[self.add_prefix("began")] = _now_signed()
        self.data = data
