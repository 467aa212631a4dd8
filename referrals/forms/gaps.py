"""What is asked when nothing fits."""

from django import forms

from ..models import Need
from .layout import box


class GapForm(forms.Form):
    """Which need, and what was missing. Never why it would be the person's fault."""

    need = forms.ChoiceField(
        label="What did you look for?",
        choices=[("", "Choose what is nearest"), *Need.choices],
        error_messages={"required": "Choose what you looked for"},
    )
    words = box(
        "What was missing?",
        "Write what was missing",
        hint="No room, too far, nobody who speaks their language …",
        rows=2,
    )
