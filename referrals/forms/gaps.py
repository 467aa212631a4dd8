"""What is asked when nothing fits."""

from django import forms

from welcome.forms.plain_fields import drop_down, text_box

from ..models import Need


class GapForm(forms.Form):
    """Which need, and what was missing. Never why it would be the person's fault."""

    need = drop_down(
        "What were you looking for?",
        [("", "Choose the closest one"), *Need.choices],
        "Choose what you were looking for",
    )
    words = text_box(
        "What was missing?",
        "Write what was missing",
        hint="For example no room, too far, or no one who speaks their language.",
        rows=2,
    )
