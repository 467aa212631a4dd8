"""What is asked about a change that was tried."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from welcome.forms.dates import DatePartsField
from welcome.forms.plain_fields import drop_down, text_box, text_line
from welcome.models import Site

from .measures import MEASURES

_QUESTIONS = [(measure.slug, measure.question) for measure in MEASURES.values()]


class ChangeForm(forms.Form):
    """Its fields are the words of `changes.note`."""

    name = text_line(
        "What did you try?",
        "Write in two or three words what you tried",
        hint="In two or three words, as the chart will show them. For example: "
        "drop-in mornings. Do not use anyone’s name.",
        most=60,
    )
    hypothesis = text_box(
        "What did you hope would happen, and why?",
        "Write what you hoped would happen",
        hint="One or two sentences. We show them next to the chart.",
        most=1000,
        rows=4,
    )
    began_on = DatePartsField(
        what="the day it began",
        label="When did it begin?",
        help_text="For example 2 2 2026.",
        first=date(2000, 1, 1),
        last=timezone.localdate,
    )
    measure = drop_down(
        "Which question is it about?", [("", "All of them"), *_QUESTIONS]
    )
    site = forms.ModelChoiceField(
        label="Where?",
        queryset=Site.objects.none(),
        empty_label="Choose a site",
        error_messages={
            "required": "Choose where it was tried",
            "invalid_choice": "Choose where it was tried",
        },
    )

    def __init__(self, *args: Any, sites: list[Site], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        where = self.fields["site"]
        assert isinstance(where, forms.ModelChoiceField)
        where.queryset = Site.objects.filter(pk__in=[site.pk for site in sites])


class LimitsForm(forms.Form):
    """The one word of `changes.set_new_limits`."""

    why = text_box(
        "Why do you think the change will last?",
        "Write why you think it will last",
        hint="Everyone who sees the chart can read this.",
        most=500,
        rows=4,
    )
