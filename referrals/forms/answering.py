"""What a partner says: yes, ask, how it goes, farewell, whether there is room."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from welcome.forms.dates import DatePartsField, farthest
from welcome.forms.fields import WholeNumberField
from welcome.models import User

from ..models import Capacity, Outcome, Retold
from .layout import box, choose


class AskForm(forms.Form):
    words = box("Your question", "Write your question")


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
    words = box("How is it going?", "Write a sentence about how it is going", rows=2)


class FarewellForm(forms.Form):
    """How it went, and the question we are judged by."""

    how = choose("How did it go?", Outcome.How, "Choose how it went")
    words = box(
        "What should the welcome team know?",
        "Write a sentence for the welcome team",
        hint="What helped, what is still open, how you left it.",
    )
    told_again = choose(
        "Did they have to tell their story again with you?",
        Retold,
        "Ask them, or choose “Not asked”",
    )
    may_tell_introducer = forms.BooleanField(
        label="They agree that whoever introduced them hears that help has ended",
        help_text="Without a name, and only if somebody else introduced them.",
        required=False,
    )

    def __init__(self, *args: Any, called: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["letter"] = box(
            f"A few words to {called} to take along, if you like",
            "",
            rows=5,
            hint="What you saw them do, what may help again. They can read it on "
            "their own page, and print it.",
        )
        self.fields["letter"].required = False
        self.order_fields(["how", "words", "told_again", "letter"])


class ToldAgainForm(forms.Form):
    """The same question, asked on their own page."""

    answer = choose(
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

    capacity = choose("Is there room?", Capacity, "Choose whether there is room")
    wait_weeks = WholeNumberField(
        label="About how many weeks’ wait?", required=False, min_value=1, max_value=104
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
