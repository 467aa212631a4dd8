"""The words of a narrative: written, edited, replaced."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from welcome.forms.once import OnceField
from welcome.forms.plain_fields import checkboxes, text_box, text_line
from welcome.models import Site

from ..models import Contributor, Narrative, Storybook, Theme


class WordsForm(forms.Form):
    """The words of a narrative and where they belong."""

    storybook = forms.ModelChoiceField(
        label="Which storybook?",
        queryset=Storybook.objects.all(),
        empty_label="Choose a storybook",
        error_messages={"required": "Choose a storybook"},
    )
    title = text_line("Title", "Give it a title", most=120)
    place = text_line(
        "Place, as the page shows it",
        hint="A town or a county, never a street. Leave it empty for no place.",
        most=80,
    )
    site = forms.ModelChoiceField(
        label="Where was it told?",
        help_text="This decides which help lines are on the page.",
        queryset=Site.objects.all(),
        required=False,
        empty_label="The whole programme",
    )
    themes = checkboxes(
        "What is it about?",
        Theme,
        hint="So that it can be shown next to the number it belongs to.",
    )
    content_note = text_box(
        "Before you read",
        "Write what a reader should know first",
        hint="What a reader should know first, in a sentence or two, calmly.",
        most=600,
    )
    text = text_box(
        "The story",
        "Write or paste the story",
        hint="In their words. An empty line begins a new paragraph; a line with "
        "* * * marks the turn.",
        most=40_000,
        rows=16,
        is_spoken=True,
    )
    pull_quote = text_box(
        "The sentence to set large",
        hint="Copy it exactly as it is in the story.",
        most=200,
        rows=2,
        is_spoken=True,
    )

    def clean_pull_quote(self) -> str:
        quote: str = " ".join(self.cleaned_data["pull_quote"].split())
        story = " ".join(self.cleaned_data.get("text", "").split())
        if quote not in story:
            raise ValidationError(
                "Copy the sentence exactly as it is in the story: only their own "
                "words are set large."
            )
        return quote


class WriteForm(WordsForm):
    """Begin a narrative. `once` makes a second press of the button harmless."""

    once = OnceField()
    contributor = forms.ModelChoiceField(
        label="Who tells it?",
        queryset=Contributor.objects.none(),
        empty_label="Choose a contributor",
        error_messages={"required": "Choose who tells it"},
    )
    field_order = ["once", "contributor"]

    def __init__(
        self, *args: Any, contributors: QuerySet[Contributor], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["contributor"]
        field.queryset = contributors


class EditForm(WordsForm):
    """Change a narrative. `seen` is the fingerprint of the text it began from."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=32)

    @classmethod
    def of(cls, narrative: Narrative, data: Any) -> "EditForm":
        words = {name: getattr(narrative, name) for name in WordsForm.base_fields}
        return cls(data, initial=words | {"seen": narrative.fingerprint})
