"""Correcting a passage, and what the person says beside someone else's words."""

from typing import Any, TypedDict

from django import forms

from ..models import Passage
from .plain_fields import text_box, yes_or_no

#: As much as one answer may hold anywhere.
LONGEST = 20_000


class Correction(TypedDict):
    """The arguments of `actions.correct`."""

    words: str
    read_back: bool
    shared: bool


class CorrectForm(forms.Form):
    """New words in place of old ones. Starts from the present words."""

    words = text_box(
        "What it should say",
        "Write what it should say instead",
        hint="We keep the old words in the history.",
        most=LONGEST,
        rows=7,
    )

    def __init__(
        self, *args: Any, passage: Passage, readers: list[str], **kwargs: Any
    ) -> None:
        kwargs["initial"] = {"words": passage.words}
        super().__init__(*args, **kwargs)
        if not passage.is_opinion:
            self.fields["words"].widget.attrs["data-voice"] = "person"
        self.now = passage.words
        self._ask(passage, readers)

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"].replace("\r\n", "\n")
        if words == self.now:
            raise forms.ValidationError("Change the words. They are the same as before")
        return words

    def _ask(self, passage: Passage, readers: list[str]) -> None:
        """What has to be asked for this passage, beside the words."""
        if passage.is_persons_words:
            self.fields["read_back"] = yes_or_no(
                f"Have you read it back to {passage.person}?",
                "Yes, read back and agreed",
                "Not yet",
                "Choose whether you have read it back",
            )
        if readers:
            self.fields["shared"] = yes_or_no(
                f"{_listed(readers)} can read this part now. Can they read the new "
                "words?",
                f"Yes, {passage.person} agrees. Show them the new words instead",
                "No. They keep the old words, marked as changed since",
                f"Ask {passage.person}, then choose",
            )

    def correction(self) -> Correction:
        """The arguments of `actions.correct`. Call on a valid form."""
        said = self.cleaned_data
        return {
            "words": said["words"],
            "read_back": said.get("read_back", False),
            "shared": said.get("shared", False),
        }


class MyCorrectionForm(CorrectForm):
    """The same at the person's own door, in words to them."""

    def _ask(self, passage: Passage, readers: list[str]) -> None:
        self.fields["words"].help_text = "We keep the old words too."
        if readers:
            self.fields["shared"] = yes_or_no(
                f"{_listed(readers)} can read this part now. Can they read your new "
                "words?",
                "Yes. Show them the new words instead",
                "No. They keep the old words, and see that you’ve changed them",
                "Choose whether they can read your new words",
            )

    def correction(self) -> Correction:
        return {**super().correction(), "read_back": True}


class StatementForm(forms.Form):
    """The person's own words, shown next to what someone else wrote."""

    words = text_box(
        "How they see it, in their words",
        "Write how they see it",
        hint="Everyone who reads the words above will see these next to them.",
        most=LONGEST,
        rows=5,
        is_spoken=True,
    )


class TeamWordsForm(forms.Form):
    """What the team sees or thinks, kept apart from what the person said."""

    words = text_box(
        "What the team sees or thinks",
        "Write what the team sees or thinks",
        hint="They can read this on their own page, with your name. They can add "
        "their own view next to it.",
        most=LONGEST,
        rows=6,
    )


class MyStatementForm(StatementForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words: Any = self.fields["words"]
        words.label = "How I see it"
        words.error_messages["required"] = "Write how you see it"


def _listed(names: list[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
