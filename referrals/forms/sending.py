"""What is asked before a story goes on: of whom, and what may be read."""

from datetime import timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from welcome.forms.dates import DatePartsField
from welcome.forms.once import OnceField
from welcome.forms.plain_fields import checkbox, drop_down, radios, text_box
from welcome.models import Attachment, MapVersion, Passage

from ..models import AfterHelp, Agreement, Need, Offer, Urgency, Wants
from .attachments import files_to_share
from .tentative_forms import Tentative

#: An agreement is asked again at least this often.
_LONGEST = timedelta(days=366)


class RequestForm(Tentative):
    """What the person asks, and of whom."""

    only = "find"

    once = OnceField()
    words = text_box(
        "What do they ask?",
        "Write what they ask, in their words",
        hint="In their words, as they would say it to whoever helps.",
        most=2000,
        is_spoken=True,
    )
    need = drop_down(
        "What is it about?",
        [("", "Choose what is nearest"), *Need.choices],
        "Choose what it is about",
    )
    urgency = radios(
        "How soon do they need an answer?",
        Urgency,
        "Choose how soon an answer is needed",
        initial=Urgency.USUAL,
    )

    wants = radios("If you ask several", Wants, initial=Wants.ALL)
    despite = text_box(
        "Why ask all the same?",
        hint="Only where something stands against an offer that you choose.",
        most=500,
        rows=2,
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

    words = text_box(
        "What did they say?",
        "Write down what they said when you asked",
        hint="Their yes, in their own words. Whoever helps reads it too.",
        most=2000,
        rows=2,
        is_spoken=True,
    )
    how = radios("How did you ask?", Agreement.How, "Choose how you asked")
    until_on = DatePartsField(
        what="the last day",
        label="Until when may it be read?",
        help_text="For example 30 6 2027. They can end it sooner, at any moment.",
        first=timezone.localdate,
        last=lambda: timezone.localdate() + _LONGEST,
    )
    after_help = radios(
        "When their help ends, can they still read it?",
        AfterHelp,
        initial=AfterHelp.ENDS,
    )
    may_go_on = checkbox(
        "If they cannot help, the same parts may go to somebody else who fits",
        hint="Ask this too. Then nobody has to ask again before the next try.",
    )

    shares_hopes = checkbox("What they hope for, and how near it is")

    shares_helpers = checkbox("Who else helps them")

    def __init__(
        self,
        *args: Any,
        passages: QuerySet[Passage],
        map: MapVersion | None = None,
        files: list[Attachment] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passages"] = forms.ModelMultipleChoiceField(
            label="Which parts of the story?",
            queryset=passages,
            error_messages={"required": "Choose at least one part of the story"},
        )
        if files:
            self.fields["attachments"] = files_to_share(files)
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

    def clean_attachments(self) -> list[Attachment]:
        return list(self.cleaned_data["attachments"])

    def clean_passages(self) -> list[Passage]:
        return list(self.cleaned_data["passages"])
