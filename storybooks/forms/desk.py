"""What editors are asked about contributors, and before a narrative leaves them."""

from typing import Any

from django import forms

from welcome.forms.plain_fields import radios, text_box, text_line
from welcome.models import Organisation, User

from ..access.desk import organisations_edited_by
from ..models import Contributor


class ContributorForm(forms.Form):
    """Somebody who tells."""

    organisation = forms.ModelChoiceField(
        label="Who looks after them?",
        queryset=Organisation.objects.none(),
        empty_label=None,
    )
    name = text_line(
        "Their name",
        "Write their name",
        hint="Only the editors see it. No page shows it unless they ask for that.",
        most=120,
    )
    email = forms.EmailField(
        label="Their e-mail address",
        help_text="Their private link goes there. It never says what it is about.",
        required=False,
    )
    named = radios(
        "How would they like to be named?",
        Contributor.Named,
        "Choose how they would like to be named",
        hint="They are asked again when they read the finished text.",
    )
    shown_as = text_line(
        "So the page will say",
        "Write what the page will say",
        hint="For example: Jean. For no name at all: Someone.",
        most=80,
    )

    def __init__(self, *args: Any, editor: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine = organisations_edited_by(editor)
        field: Any = self.fields["organisation"]
        field.queryset = mine
        if len(keys := list(mine.values_list("pk", flat=True))) == 1:
            field.widget = forms.HiddenInput()
            field.initial = keys[0]


class SendForm(forms.Form):
    """The second fact: agreed aloud between editor and contributor."""

    question = text_line(
        "What did you agree to ask?",
        "Write what you agreed to ask",
        hint="Only editors see it, so that you can say it again on the phone. The page "
        "itself asks for “the word you agreed on”.",
        most=120,
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

    printed_at = text_box(
        "Where did printed copies go?",
        hint="A line for each place, so that they can be asked for again.",
    )
