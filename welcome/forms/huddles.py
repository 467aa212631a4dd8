"""What is typed in the huddle: a decision, and who does it by when."""

from datetime import date
from typing import Any, TypedDict

from django import forms
from django.utils import timezone

from ..models import Team, User
from ..values.working_days import working_days_after
from .dates import DatePartsField, farthest
from .plain_fields import drop_down, text_line


def members(team: Team) -> list[User]:
    """Everyone who works in this team now."""
    now = User.objects.filter(memberships__team=team, memberships__ended_at=None)
    return list(now.filter(is_active=True).distinct().order_by("name"))


class Decided(TypedDict):
    """The arguments of `actions.decide`."""

    words: str
    whose: User | None
    due_on: date | None
    instead_of: str


class DecisionForm(forms.Form):
    """One decision, typed once. With a name in it, it is a task."""

    words = text_line("What will we do?", "Write what you decided", most=1000)
    whose = drop_down("Who will do it?", ())
    due_on = DatePartsField(
        what="the day",
        label="By when?",
        required=False,
        first=timezone.localdate,
        last=farthest,
    )
    instead_of = forms.UUIDField(required=False)

    def __init__(self, *args: Any, team: Team, among: list[User], **kwargs: Any):
        tomorrow = working_days_after(timezone.localdate(), 1, team.site.nation)
        kwargs.setdefault("initial", {"due_on": tomorrow})
        super().__init__(*args, **kwargs)
        self.by_pk = {str(user.pk): user for user in among}
        self.fields["whose"].choices = [  # type: ignore[attr-defined]
            ("", "No one needs to do anything"),
            *((pk, user.name) for pk, user in self.by_pk.items()),
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("whose") and not said.get("due_on") and "due_on" not in self.errors:
            self.add_error("due_on", "Write the day it has to be done by")
        return said

    def decided(self) -> Decided:
        """The arguments of `actions.decide`. Call on a valid form."""
        said = self.cleaned_data
        return {
            "words": said["words"],
            "whose": self.by_pk.get(said["whose"]),
            "due_on": said["due_on"],
            "instead_of": str(said["instead_of"] or ""),
        }


class MarkForm(forms.Form):
    """Why the team should talk about someone."""

    why = text_line(
        "Why should the team talk about this?",
        "Write a few words, so that the team knows why",
        most=300,
    )


def with_oneself(among: list[User], user: User) -> list[tuple[User, bool]]:
    """Each, and whether it is this user: their own box is ticked as the page opens."""
    return [(member, member == user) for member in among]
