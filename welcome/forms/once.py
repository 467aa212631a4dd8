"""The hidden key of a form that makes something: see `welcome.once`."""

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError


class OnceField(forms.UUIDField):
    """A fresh key on each page. One that cannot be read is replaced, never an error.

    No one can see it or put it right: an error here would stop them for good.
    """

    widget = forms.HiddenInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(initial=uuid4, required=False, **kwargs)

    def clean(self, value: Any) -> UUID:
        try:
            found: UUID | None = super().clean(value)
        except ValidationError:
            found = None
        return found or uuid4()
