"""One form for each action that needs an answer: its fields are the action's words."""

import uuid
from datetime import timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from welcome.forms.dates import DatePartsField
from welcome.models import MapVersion, Passage, User

from .models import (
    Agreement,
    Capacity,
    GiveBack,
    Need,
    Offer,
    Outcome,
    Retold,
    Urgency,
)

#: An agreement is asked again at least this often.
_LONGEST = timedelta(days=366)


def _box(label: str, required: str, rows: int = 3, hint: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": required},
    )


def _choose(label: str, choices: Any, required: str, **more: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"required": required},
        **more,
    )


class Tentative(forms.Form):
    """Its button `only` looks or searches: what is typed stays, nothing is done yet."""

    only = ""

    @property
    def is_tentative(self) -> bool:
        return self.only in self.data

    def full_clean(self) -> None:
        """Whoever only looks is not told what is missing."""
        super().full_clean()
        if self.is_tentative:
            self.errors.clear()

    def is_valid(self) -> bool:
        return super().is_valid() and not self.is_tentative


class RequestForm(Tentative):
    """What the person asks, and of whom."""

    only = "find"

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
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
    urgency = _choose(
        "How soon do they need an answer?",
        Urgency,
        "Choose how soon an answer is needed",
        initial=Urgency.USUAL,
    )

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
    how = _choose("How did you ask?", Agreement.How, "Choose how you asked")
    until_on = DatePartsField(
        what="the last day",
        label="Until when may it be read?",
        help_text="For example 30 6 2027. They can end it sooner, at any moment.",
        first=timezone.localdate,
        last=lambda: timezone.localdate() + _LONGEST,
    )

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

    def clean_passages(self) -> list[Passage]:
        return list(self.cleaned_data["passages"])


class GiveBackForm(forms.Form):
    """What a partner must say to hand a referral back. Both answers are needed."""

    reason = _choose("Why can you not help just now?", GiveBack, "Choose a reason")
    suggestion = _box(
        "Who or what might help instead?",
        "Suggest who or what might help instead",
        hint="The welcome team will read this with the person.",
    )


class AskForm(forms.Form):
    words = _box("Your question", "Write your question")


class AnswerForm(forms.Form):
    """The person's answer; with their yes it joins the story."""

    words = forms.CharField(
        label="Their answer, in their words",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3, "data-voice": "person"}),
        error_messages={"required": "Write their answer"},
    )
    joins_story = forms.TypedChoiceField(
        label="May it join their story, so that nobody asks again?",
        choices=[("yes", "Yes, they agree"), ("no", "No, only for this partner")],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": "Ask whether it may join their story"},
    )


class NoteForm(forms.Form):
    words = _box("How is it going?", "Write a sentence about how it is going", rows=2)


class FarewellForm(forms.Form):
    """How it went, and the question we are judged by."""

    how = _choose("How did it go?", Outcome.How, "Choose how it went")
    words = _box(
        "What should the welcome team know?",
        "Write a sentence for the welcome team",
        hint="What helped, what is still open, how you left it.",
    )
    told_again = _choose(
        "Did they have to tell their story again with you?",
        Retold,
        "Ask them, or choose “Not asked”",
    )


class ToldAgainForm(forms.Form):
    """The same question, asked on their own page."""

    answer = _choose(
        "Did you have to tell your story again there?",
        [(said, said.label) for said in Retold if said != Retold.NOT_ASKED],
        "Choose what it was like",
    )


class AcceptForm(forms.Form):
    """Yes stays one click: who it is defaults to whoever clicks."""

    def __init__(self, *args: Any, workers: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["worker"] = forms.ModelChoiceField(
            label="Who will it be?",
            queryset=workers,
            required=False,
            empty_label="Me",
        )
        self.fields["told_again"] = forms.ChoiceField(
            label="If you have met already: did they have to tell it again?",
            choices=Retold,
            initial=Retold.NOT_ASKED,
            required=False,
        )

    def clean_told_again(self) -> str:
        return self.cleaned_data["told_again"] or Retold.NOT_ASKED


class RoomForm(forms.Form):
    """Whether there is room."""

    capacity = _choose("Is there room?", Capacity, "Choose whether there is room")
    wait_weeks = forms.IntegerField(
        label="About how many weeks’ wait?", required=False, min_value=1, max_value=104
    )
    paused_until = DatePartsField(
        what="the day",
        label="If it is paused, until when?",
        required=False,
        first=timezone.localdate,
    )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if said.get("capacity") == Capacity.WAIT and not said.get("wait_weeks"):
            self.add_error("wait_weeks", "Write about how many weeks people wait.")
        return said
