"""What is asked before a story goes on: of whom, and what may be read."""

from datetime import timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from welcome.forms.dates import DatePartsField
from welcome.forms.once import OnceField
from welcome.models import MapVersion, Passage

from ..models import AfterHelp, Agreement, Need, Offer, Urgency, Wants
from .layout import Tentative, choose

#: An agreement is asked again at least this often.
_LONGEST = timedelta(days=366)


class RequestForm(Tentative):
    """What the person asks, and of whom."""

    only = "find"

    once = OnceField()
    words = forms.CharField(
        label="What do they ask?",
        help_text="In their words, as they would say it to whoever helps.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "data-voice": "person"}),
        error_messages={"required": "Write what they ask, in their words"},
    )
    need = forms.ChoiceField(
        label="What is it about?",
        choices=[("", "Choose what is nearest"), *Need.choices],
        error_messages={"required": "Choose what it is about"},
    )
    urgency = choose(
        "How soon do they need an answer?",
        Urgency,
        "Choose how soon an answer is needed",
        initial=Urgency.USUAL,
    )

    wants = forms.ChoiceField(
        label="If you ask several",
        choices=Wants,
        initial=Wants.ALL,
        required=False,
        widget=forms.RadioSelect,
    )
    despite = forms.CharField(
        label="Why ask all the same?",
        help_text="Only where something stands against an offer that you choose.",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean_wants(self) -> str:
        return self.cleaned_data["wants"] or Wants.ALL

    def __init__(self, *args: Any, offers: QuerySet[Offer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["offers"] = forms.ModelMultipleChoiceField(
            label="Who could help?",
            queryset=offers,
            error_messages={"required": "Choose at least one offer below"},
        )

    def clean_offers(self) -> list[Offer]:
        return list(self.cleaned_data["offers"])


class AgreeForm(Tentative):
    """What the person agreed to share, asked in words that can be read aloud."""

    only = "look"

    words = forms.CharField(
        label="What did they say?",
        help_text="Their yes, in their own words. Whoever helps reads it too.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2, "data-voice": "person"}),
        error_messages={"required": "Write down what they said when you asked"},
    )
    how = choose("How did you ask?", Agreement.How, "Choose how you asked")
    until_on = DatePartsField(
        what="the last day",
        label="Until when may it be read?",
        help_text="For example 30 6 2027. They can end it sooner, at any moment.",
        first=timezone.localdate,
        last=lambda: timezone.localdate() + _LONGEST,
    )
    after_help = forms.ChoiceField(
        label="When their help ends, can they still read it?",
        choices=AfterHelp,
        initial=AfterHelp.ENDS,
        required=False,
        widget=forms.RadioSelect,
    )
    may_go_on = forms.BooleanField(
        label="If they cannot help, the same parts may go to somebody else who fits",
        help_text="Ask this too. Then nobody has to ask again before the next try.",
        required=False,
    )

    shares_hopes = forms.BooleanField(
        label="What they hope for, and how near it is", required=False
    )

    shares_helpers = forms.BooleanField(label="Who else helps them", required=False)

    def __init__(
        self,
        *args: Any,
        passages: QuerySet[Passage],
        map: MapVersion | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passages"] = forms.ModelMultipleChoiceField(
            label="Which parts of the story?",
            queryset=passages,
            error_messages={"required": "Choose at least one part of the story"},
        )
        # The tick names the version that was on the page: what they agree to is what
        # they saw, also where somebody draws on the map meanwhile.
        self.fields["map"] = forms.ModelChoiceField(
            label="How it hangs together",
            required=False,
            queryset=MapVersion.objects.filter(pk__in=[map.pk] if map else []),
            error_messages={
                "invalid_choice": "Somebody drew on the map meanwhile. Look at it, and "
                "ask them again"
            },
        )

    def clean_after_help(self) -> str:
        return self.cleaned_data["after_help"] or AfterHelp.ENDS

    def clean_passages(self) -> list[Passage]:
        return list(self.cleaned_data["passages"])
