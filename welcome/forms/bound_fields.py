"""Cleans what is typed into any form, in the one place through which all of it comes.

`FORM_RENDERER` in the settings names `Renderer`, so every box of every form is a
`CleanedField`: ours, those of sign-in, and those of the admin pages. A new form cannot
forget it; tests/house/test_forms_are_cleaned.py says so.
"""

from collections.abc import Callable
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import DjangoTemplates

from ..values.text_cleaning import clean, clean_code

#: Boxes in which someone types; of these, the ones that hold no words.
_TYPED = (forms.TextInput, forms.Textarea)
_NOT_WORDS = (forms.PasswordInput, forms.NumberInput)


class CleanedField(BoundField):
    """A box whose text is cleaned before anything else sees it. Never a password."""

    @property
    def data(self) -> Any:
        said = super().data
        if isinstance(self.field.widget, forms.PasswordInput):
            return said
        is_code = isinstance(self.field, forms.EmailField)
        return _cleaned(said, clean_code if is_code else clean)

    def build_widget_attrs(
        self, attrs: dict[str, Any], widget: forms.Widget | None = None
    ) -> dict[str, Any]:
        """With what every text box says: no one's words are offered to the next one.

        A box about the person who types, such as the name on the public form, names
        what it is for itself. Words stand in their own direction.
        """
        attrs = super().build_widget_attrs(attrs, widget)
        widget = widget or self.field.widget
        if isinstance(widget, _TYPED) and not isinstance(widget, _NOT_WORDS):
            for name, value in {"autocomplete": "off", "dir": "auto"}.items():
                if name not in widget.attrs:
                    attrs.setdefault(name, value)
        return attrs


class Renderer(DjangoTemplates):
    bound_field_class = CleanedField


def _cleaned(said: Any, how: Callable[[str], str]) -> Any:
    """A text, or each text of several boxes of one name; a file as it is."""
    if isinstance(said, str):
        return how(said)
    if isinstance(said, list | tuple):
        return type(said)(_cleaned(one, how) for one in said)
    return said
