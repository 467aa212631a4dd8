"""What a welcomer can tell the lead whom they ask about two records."""

from django import forms

from .plain_fields import text_box


class AskLeadForm(forms.Form):
    words = text_box(
        "Why do you think so? (optional)",
        hint="Your lead reads this beside both records.",
        most=500,
    )
