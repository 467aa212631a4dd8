"""How a meeting went, and what happens next where it did not take place."""

from datetime import date
from typing import Any, TypedDict

from django import forms
from django.utils import timezone

from ..models import Meeting
from .dates import DatePartsField, farthest
from .plain_fields import radios, text_line, yes_or_no

_STATE, _NEXT = Meeting.State, Meeting.NextStep


class Settled(TypedDict):
    """The arguments of `actions.settle_meeting`."""

    state: str
    next_step: str
    reach_on: date | None
    nothing_why: str
    and_later: bool


class OutcomeForm(forms.Form):
    """It took place; or it did not, and then what.

    `is_due`: its time has come. `cancelled`: who else can have cancelled, in words.
    """

    state = radios("What happened?", (), "Say what happened")
    next_step = radios("If you did not meet, what happens next?", ())
    reach_on = DatePartsField(
        what="the day",
        label="Try to reach them by",
        help_text="Only if you’ll try to reach them.",
        required=False,
        first=timezone.localdate,
        last=farthest,
    )
    nothing_why = text_line(
        "Why is nothing more needed?", hint="Only if nothing more happens.", most=300
    )

    and_later = yes_or_no(
        "This is one of a series. If it is cancelled, which ones?",
        "This one and all later ones",
        "Only this one",
        "",
        initial="no",
    )

    def __init__(
        self,
        *args: Any,
        is_due: bool,
        can_plan: bool,
        in_series: bool = False,
        cancelled: str = _STATE.CALLED_OFF.label,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        states = [_STATE.CALLED_OFF, _STATE.THEY_CANCELLED]
        words = dict(_STATE.choices) | {_STATE.CALLED_OFF: cancelled}
        if not is_due:
            self.fields["state"].label = "Who cancelled?"
            self.fields["state"].error_messages["required"] = "Say who cancelled"
            self.fields["next_step"].label = "What happens next?"
        else:
            states = [_STATE.KEPT, _STATE.NOT_KEPT, *states]
        # no one is on a list to be reached with whom no meeting can be planned
        steps = [step for step in _NEXT if can_plan or step == _NEXT.NOTHING]
        if not in_series:
            del self.fields["and_later"]
        self._choose("state", [(state.value, words[state]) for state in states])
        self._choose("next_step", [(step.value, step.label) for step in steps])

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        state, step = said.get("state"), said.get("next_step")
        if not state or state == _STATE.KEPT:
            return said
        if not step and not self.has_error("next_step"):
            self.add_error("next_step", "Choose what happens next")
        if step == _NEXT.REACH and not said.get("reach_on"):
            self._add_once("reach_on", "Write the day by which you’ll try")
        if step == _NEXT.NOTHING and not said.get("nothing_why"):
            self.add_error("nothing_why", "Say why nothing more is needed")
        return said

    def _add_once(self, name: str, words: str) -> None:
        if not self.has_error(name):
            self.add_error(name, words)

    def settled(self) -> Settled:
        """Only what belongs to the step that was chosen. Call on a valid form."""
        said = self.cleaned_data
        step = "" if said["state"] == _STATE.KEPT else said["next_step"]
        return {
            "state": said["state"],
            "and_later": said.get("and_later") is True,
            "next_step": step,
            "reach_on": said["reach_on"] if step == _NEXT.REACH else None,
            "nothing_why": said["nothing_why"] if step == _NEXT.NOTHING else "",
        }
