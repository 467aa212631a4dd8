"""What a partner says: yes, ask, how it goes, farewell, whether there is room."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from welcome.forms.dates import DatePartsField, farthest
from welcome.forms.fields import WholeNumberField
from welcome.forms.plain_fields import checkbox, drop_down, radios, text_box, yes_or_no
from welcome.models import User

from ..models import Capacity, Outcome, Retold


class AskForm(forms.Form):
    words = text_box("Your question", "Write your question")


class AnswerForm(forms.Form):
    """The person's answer; with their yes it joins the story."""

    words = text_box(
        "Their answer, in their words", "Write their answer", is_spoken=True
    )
    joins_story = yes_or_no(
        "Can we add it to their story, so that no one has to ask again?",
        "Yes, they agree",
        "No, only for this partner",
        "Ask them whether you can add it to their story",
    )
    read_back = checkbox("I read it back to them, and they agreed that it’s right")


class NoteForm(forms.Form):
    words = text_box(
        "How is it going?", "Write a sentence about how it is going", rows=2
    )
    joins_story = checkbox(
        "They agree that this becomes part of their story",
        hint="Then no one has to ask again. Other partners only see it if they agree.",
    )


class FarewellForm(forms.Form):
    """How it went, and the question we are judged by."""

    how = radios("How did it go?", Outcome.How, "Choose how it went")
    words = text_box(
        "What should the Welcome Team know?",
        "Write a sentence for the Welcome Team",
        hint="For example what helped, what still needs doing, how you left it.",
    )
    told_again = radios(
        "Did they have to tell their story again with you?",
        Retold,
        "Ask them, or choose “Not asked”",
    )
    joins_story = checkbox(
        "They agree that what you wrote above becomes part of their story",
        hint="Other partners only see it if they agree.",
    )
    may_tell_introducer = checkbox(
        "They agree that we tell the person who introduced them that help has ended",
        hint="We don’t give their name. We only do this if someone introduced them.",
    )

    def __init__(self, *args: Any, called: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["letter"] = text_box(
            f"Farewell letter to {called} (optional)",
            rows=5,
            hint="What you saw them do, and what may help again. They can read and "
            "print it from their own page.",
        )
        self.order_fields(["how", "words", "joins_story", "told_again", "letter"])


class ToldAgainForm(forms.Form):
    """The same question, asked on their own page."""

    answer = radios(
        "Did you have to tell your story again there?",
        [(said, said.label) for said in Retold if said != Retold.NOT_ASKED],
        "Choose what it was like",
    )


class AcceptForm(forms.Form):
    """Yes stays one click: the worker defaults to the user who clicks."""

    def __init__(self, *args: Any, workers: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["worker"] = forms.ModelChoiceField(
            label="Who will help?",
            queryset=workers,
            required=False,
            empty_label="Me",
        )
        self.fields["told_again"] = drop_down(
            "If you have met, did they have to tell their story again?",
            Retold,
            initial=Retold.NOT_ASKED,
        )

    def clean_told_again(self) -> str:
        return self.cleaned_data["told_again"] or Retold.NOT_ASKED


class RoomForm(forms.Form):
    """Whether there is room."""

    capacity = radios("Is there room?", Capacity, "Choose whether there is room")
    wait_weeks = WholeNumberField(
        label="About how many weeks is the wait?",
        required=False,
        min_value=1,
        max_value=104,
    )
    paused_until = DatePartsField(
        what="the day",
        label="If it is paused, until when?",
        required=False,
        first=timezone.localdate,
        last=farthest,
    )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if said.get("capacity") == Capacity.WAIT and not said.get("wait_weeks"):
            self.add_error("wait_weeks", "Write about how many weeks people wait.")
        return said
