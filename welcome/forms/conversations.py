"""One calm page: the boxes of a conversation, and the version of each."""

from typing import Any

from django import forms

from ..facts import Facts
from ..models import Adjustment, Conversation, Draft, Prompt, Voice
from ..reading.conversation_boxes import BOXES, PASSAGES
from ..reading.said_before import SaidBefore, ToHear
from ..values.numbers_from_outside import whole_number
from ..values.text_cleaning import clean
from .conversation_prompts import ASKED
from .person_fields import ContactFields
from .plain_fields import checkboxes, radios, text_box, text_line


class ConversationForm(ContactFields):
    """Every box may stay empty while it is a draft; `finishing` asks for the rest."""

    place = text_line(
        "Where are you talking?",
        hint="A café, the library, their kitchen, on the phone.",
        most=120,
    )
    access = checkboxes("What do they need in order to come?", Adjustment)
    access_words = text_line("Anything else they need?", most=300)
    interpreter = text_line(
        "Language and interpreter",
        hint="For example: Urdu, a woman. Leave it empty if not needed.",
        most=80,
    )
    read_back = radios(
        "Have you read it back?",
        [
            ("yes", "Read back and agreed."),
            ("not_yet", "Not yet. I’ll read it back next time we talk."),
        ],
    )
    field_order = ["place"]

    def __init__(
        self,
        *args: Any,
        conversation: Conversation,
        before: ToHear | None = None,
        finishing: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.conversation, self.finishing = conversation, finishing
        self.to_hear, self.before = before, before.by_box if before else {}
        self.boxes = [*self.before, *BOXES]
        for box, said in self.before.items():
            self.fields[box] = _said_already(said)
        for box in PASSAGES:
            self.fields[box] = self._passage(box)
        for box in self.boxes:
            self.fields[box].widget.attrs["data-box"] = box
            # read by `_version`: nobody can put a hidden number right, so none is wrong
            self.fields[f"v_{box}"] = forms.Field(
                required=False, widget=forms.HiddenInput
            )

    def _passage(self, box: str) -> forms.CharField:
        question, hint = ASKED[Prompt(box)]
        return text_box(
            question,
            hint=hint.format(name=self.conversation.person.known_as),
            most=20_000,
            is_spoken=True,
        )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if self.finishing:
            if not any(said.get(box, "").strip() for box in (*PASSAGES, *self.before)):
                name = self.conversation.person.known_as
                self.add_error(
                    PASSAGES[0],
                    f"Write a sentence about what brought {name} here, or leave the "
                    "page as it is: it stays a draft.",
                )
            if not said.get("read_back"):
                self.add_error("read_back", "Choose whether you have read it back.")
        return said

    def typed(self) -> dict[str, tuple[str, int]]:
        """What stands in each box, as typed, and the version that the page has read."""
        return {box: (self._words(box), self._version(box)) for box in self.boxes}

    def _words(self, box: str) -> str:
        if isinstance(self.fields[box], forms.MultipleChoiceField):
            ticked = self.data.getlist(box)  # type: ignore[attr-defined]
            return " ".join(sorted(ticked)).replace("\x00", "")
        words = str(self.data.get(box, ""))
        return clean(words.replace("\r\n", "\n"))

    def _version(self, box: str) -> int:
        return whole_number(self.data.get(f"v_{box}", "")) or 0


def _said_already(said: SaidBefore) -> forms.CharField:
    """What they said before, filled in; emptied, it is left out of the story."""
    return text_box(
        said.label,
        most=20_000,
        is_spoken=said.voice == Voice.PERSON,
        initial=said.words,
    )


def from_drafts(
    conversation: Conversation, drafts: dict[str, Draft], known: Facts
) -> dict[str, object]:
    """What the page begins with: the drafts, or else what is known already."""
    initial: dict[str, object] = dict(known)
    for box, draft in drafts.items():
        many = box in ("may", "access")
        initial[box] = draft.words.split() if many else draft.words
        initial[f"v_{box}"] = draft.version
    return initial
