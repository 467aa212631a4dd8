"""What is asked when nothing fits."""

from django import forms

from welcome.forms.plain_fields import drop_down, text_box

from ..models import Need


class GapForm(forms.Form):
    """Which need, and what was missing. Never why it would be the person's fault."""

    need = drop_down(
        "What did you look for?",
        [("", "Choose what is nearest"), *Need.choices],
        "Choose what you looked for",
    )
    words = text_box(
        "What was missing?",
        "Write what was missing",
        hint="No room, too far, nobody who speaks their language …",
        rows=2,
    )
