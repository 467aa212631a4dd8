"""What editors are asked: the fields of each form are the words of one action."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from welcome.forms.once import OnceField
from welcome.models import Organisation, Site, User

from ..access.desk import organisations_edited_by
from ..models import Contributor, Narrative, Storybook, Theme


class ContributorForm(forms.Form):
    """Somebody who tells."""

    organisation = forms.ModelChoiceField(
        label="Who looks after them?",
        queryset=Organisation.objects.none(),
        empty_label=None,
    )
    name = forms.CharField(
        label="Their name",
        help_text="Only the editors see it. No page shows it unless they ask for that.",
        max_length=120,
        error_messages={"required": "Write their name"},
    )
    email = forms.EmailField(
        label="Their e-mail address",
        help_text="Their private link goes there. It never says what it is about.",
        required=False,
    )
    named = forms.ChoiceField(
        label="How would they like to be named?",
        help_text="They are asked again when they read the finished text.",
        choices=Contributor.Named,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how they would like to be named"},
    )
    shown_as = forms.CharField(
        label="So the page will say",
        help_text="For example: Jean. For no name at all: Somebody.",
        max_length=80,
        error_messages={"required": "Write what the page will say"},
    )

    def __init__(self, *args: Any, editor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine = organisations_edited_by(editor)
        field: Any = self.fields["organisation"]
        field.queryset = mine
        if len(keys := list(mine.values_list("pk", flat=True))) == 1:
            field.widget = forms.HiddenInput()
            field.initial = keys[0]


class WordsForm(forms.Form):
    """The words of a narrative and where they belong."""

    storybook = forms.ModelChoiceField(
        label="Which storybook?",
        queryset=Storybook.objects.all(),
        empty_label="Choose a storybook",
        error_messages={"required": "Choose a storybook"},
    )
    title = forms.CharField(
        label="Title", max_length=120, error_messages={"required": "Give it a title"}
    )
    place = forms.CharField(
        label="Place, as the page shows it",
        help_text="A town or a county, never a street. Leave it empty for no place.",
        required=False,
        max_length=80,
    )
    site = forms.ModelChoiceField(
        label="Where was it told?",
        help_text="Decides which help lines stand on the page.",
        queryset=Site.objects.all(),
        required=False,
        empty_label="The whole programme",
    )
    themes = forms.MultipleChoiceField(
        label="What is it about?",
        help_text="So that it can stand beside the number it speaks to.",
        choices=Theme,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    content_note = forms.CharField(
        label="Before you read",
        help_text="What a reader should know first, in a sentence or two, calmly.",
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write what a reader should know first"},
    )
    text = forms.CharField(
        label="The story",
        help_text=(
            "In their words. An empty line begins a new paragraph; a line with "
            "* * * marks the turn."
        ),
        max_length=40_000,
        widget=forms.Textarea(attrs={"rows": 16, "data-voice": "person"}),
        error_messages={"required": "Write or paste the story"},
    )
    pull_quote = forms.CharField(
        label="The sentence to set large",
        help_text="Copied from the story exactly as it stands there.",
        required=False,
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 2, "data-voice": "person"}),
    )

    def clean_pull_quote(self) -> str:
        quote: str = " ".join(self.cleaned_data["pull_quote"].split())
        story = " ".join(self.cleaned_data.get("text", "").split())
        if quote not in story:
            raise ValidationError(
                "Copy the sentence exactly as it stands in the story: only their own "
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


class ReplaceForm(forms.Form):
    """Other words in place of these, everywhere."""

    was = forms.CharField(
        label="These words",
        max_length=200,
        error_messages={"required": "Write the words to replace"},
    )
    became = forms.CharField(
        label="become",
        help_text="Another name, or a wider word: a market town, an old friend.",
        max_length=200,
        error_messages={"required": "Write what stands there instead"},
    )
    why = forms.CharField(
        label="Why",
        help_text="For the log, which only editors see.",
        required=False,
        max_length=120,
    )


class ClearedForm(forms.Form):
    """Nobody can be recognised. `seen` is the fingerprint of what was looked at."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=32)
    looked_at_each = forms.BooleanField(
        label="I have looked at each marked word, and nobody can be recognised",
        required=False,
    )


class SendForm(forms.Form):
    """The second fact: agreed aloud between editor and contributor."""

    question = forms.CharField(
        label="What did you agree to ask?",
        help_text=(
            "Only editors see it, so that you can say it again on the phone. The page "
            "itself asks for “the word you agreed on”."
        ),
        max_length=120,
        error_messages={"required": "Write what you agreed to ask"},
    )
    fact = forms.CharField(
        label="The word they will answer",
        help_text="Four letters or more. Capitals and blanks make no difference.",
        min_length=4,
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={
            "required": "Write the word you agreed on",
            "min_length": "Agree on a word of four letters or more",
        },
    )


class CopiesForm(forms.Form):
    """Where printed copies went."""

    printed_at = forms.CharField(
        label="Where did printed copies go?",
        help_text="A line for each place, so that they can be asked for again.",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
