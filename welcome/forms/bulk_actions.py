"""What can be done for several people of a caseload in one go."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet

from ..models import Person, User
from .plain_fields import drop_down, radios, text_line

HUDDLE, ASK, PLAN = "huddle", "ask", "plan"


class BulkForm(forms.Form):
    """Whom, what, and why. Nothing here ends or closes anything."""

    what = radios("What do you want to do?", (), "Choose what you want to do with them")
    colleague = drop_down(
        "Which colleague?",
        (),
        hint="Nothing changes until they accept. They answer for each person.",
    )
    why = text_line("Why?", hint="Not needed to plan meetings.", most=300)

    def __init__(
        self,
        *args: Any,
        people: QuerySet[Person],
        colleagues: Iterable[User],
        huddle: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.by_pk = {str(user.pk): user for user in colleagues}
        self.fields["people"] = forms.ModelMultipleChoiceField(
            label="Who?",
            queryset=people,
            error_messages={
                "required": "Tick at least one person above",
                "invalid_choice": "The list has changed. Tick the people again",
            },
        )
        what = [(HUDDLE, f"Bring them to the {huddle.lower()}")]
        what.append((PLAN, "Plan a meeting with each of them"))
        if self.by_pk:
            what.append((ASK, "Ask a colleague to hold them"))
        self.fields["what"].choices = what  # type: ignore[attr-defined]
        named = [(pk, user.name) for pk, user in self.by_pk.items()]
        self.fields["colleague"].choices = [("", "Choose"), *named]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("what") == ASK and not said.get("colleague"):
            self.add_error("colleague", "Choose a colleague")
        if said.get("what") in (HUDDLE, ASK) and not said.get("why"):
            self.add_error("why", "Write a few words, so that they know why")
        return said

    @property
    def ticked(self) -> set[str]:
        """The keys of the people who are ticked now."""
        return {str(key) for key in self["people"].value() or []}

    @property
    def asked(self) -> User | None:
        """The colleague, where one is to be asked. Call on a valid form."""
        said = self.cleaned_data
        return self.by_pk[said["colleague"]] if said["what"] == ASK else None
