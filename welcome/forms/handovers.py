"""Whom to ask to hold somebody, and the answer."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from ..models import Person, Team, User


class HandoverForm(forms.Form):
    """A colleague, or another team. Only a team of elsewhere needs the person's yes."""

    to_team = forms.ModelChoiceField(
        label="Which team?",
        queryset=Team.objects.none(),
        error_messages={"required": "Choose the team"},
    )
    to_worker = forms.ModelChoiceField(
        label="Who shall be the one to ask for?",
        help_text="Needed within your own team. Elsewhere they may choose.",
        queryset=User.objects.none(),
        required=False,
        empty_label="Whoever says yes",
    )
    why = forms.CharField(
        label="Why?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Write why, in a sentence"},
    )
    agreed = forms.CharField(
        label="What did they say when you asked?",
        help_text="Needed where another team will read the story. In their words.",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2, "data-voice": "person"}),
    )

    def __init__(
        self,
        *args: Any,
        person: Person,
        teams: QuerySet[Team],
        workers: QuerySet[User],
        **given: Any,
    ) -> None:
        super().__init__(*args, **given)
        self.person = person
        self._choose_from("to_team", teams)
        self._choose_from("to_worker", workers)

    def _choose_from(self, name: str, rows: QuerySet[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = rows

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        stays = said.get("to_team") == self.person.team
        if said.get("to_team") and stays and not said.get("to_worker"):
            self.add_error("to_worker", "Choose the colleague whom you ask.")
        if said.get("to_team") and not stays and not said.get("agreed", "").strip():
            self.add_error("agreed", "Ask them first, and write what they said.")
        return said


class CannotForm(forms.Form):
    answer = forms.CharField(
        label="Why not, and what then?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Write a sentence: why not, and what then"},
    )
