"""A quick note: one line of the contact log, written in a breath."""

from collections.abc import Mapping
from typing import Any

from django import forms

from ..models import ContactKind, ContactWish, Direction, FixedText, Outcome
from .once import OnceField
from .plain_fields import checkbox, drop_down, radios, text_box

#: What a person has to allow before we use each way to reach them.
ALLOWED_BY: dict[str, str] = {
    ContactKind.CALL: "may_call",
    ContactKind.TEXT: "may_text",
    ContactKind.EMAIL: "may_email",
    ContactKind.LETTER: "may_post",
}
#: “has not said that we may …”
IN_WORDS: dict[str, str] = {
    ContactKind.CALL: "call",
    ContactKind.TEXT: "text",
    ContactKind.EMAIL: "e-mail",
    ContactKind.LETTER: "write",
}


class ContactForm(forms.Form):
    """What it was, who began, how it ended, and two lines about it."""

    kind = drop_down("What was it?", ContactKind)
    direction = drop_down("Who began?", Direction, initial=Direction.OUT)
    outcome = drop_down(
        "How did it end?",
        [("", "Choose"), *Outcome.choices],
        "Choose how it ended",
    )
    minutes = forms.IntegerField(
        label="How many minutes?",
        help_text="Leave it empty for a text or a letter.",
        required=False,
        min_value=1,
        max_value=1440,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    words = text_box("Note", hint="Two lines are plenty.", most=1000, rows=2)
    theirs = checkbox(
        "These are their own words: add them to the story",
        hint="Leave it empty for a note to the team.",
    )
    once = OnceField()

    def __init__(
        self, *args: Any, wish: ContactWish | None = None, **kwargs: Any
    ) -> None:
        kwargs.setdefault("initial", {"kind": _first_allowed(wish)})
        super().__init__(*args, **kwargs)
        self.wish = wish

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        against = self._against(said)
        if against and not said.get("words"):
            self.add_error("words", f"{against} Write why you did.")
        if said.get("theirs") and not said.get("words"):
            self.add_error("words", "Write what they said, or untick the box below.")
        return said

    def _against(self, said: Mapping[str, object]) -> str:
        """What the person asked for that this contact went against, in a sentence."""
        if self.wish is None or said.get("direction") != Direction.OUT:
            return ""
        kind = str(said.get("kind", ""))
        needed = ALLOWED_BY.get(kind)
        if needed and not getattr(self.wish, needed):
            way = IN_WORDS[kind]
            return f"{self.wish.person} has not said that we may {way}."
        left = said.get("outcome") == Outcome.VOICEMAIL
        if left and not self.wish.may_leave_message:
            return f"{self.wish.person} has not said that we may leave a message."
        return ""


def _first_allowed(wish: ContactWish | None) -> str:
    """What stands first in the box: never a way that they have not allowed."""
    ways = (kind for kind, needed in ALLOWED_BY.items() if getattr(wish, needed, True))
    return next(ways, ContactKind.VISIT)


class TextForm(forms.Form):
    """Which of the fixed texts. None holds a name, or says what it is about."""

    text = radios("What should it say?", FixedText.choices, "Choose what it should say")
    once = OnceField()
