"""Who shall hold the person from now on, why, and what the person says to it."""

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError

from ..models import Handover, Person, Team, User
from ..models.own_record import is_ones_own
from .plain_fields import checkbox, drop_down, radios, text_box


class HandOverForm(forms.Form):
    """Everyone who can be asked in one list: colleagues, teams here, elsewhere."""

    to = drop_down(
        "Who should hold them?",
        (),
        "Choose who should hold them",
        hint="Nothing changes until they accept.",
    )
    why = text_box(
        "Why?",
        "Write why, so that they can decide",
        hint="A few sentences for the people you’re asking. What has changed, and why "
        "would it be better with them?",
        most=500,
    )
    agreed_how = radios(
        "How did you ask them?",
        Handover.How,
        hint="You need this for another team. We never hand anyone over behind their "
        "back.",
    )
    agreed_words = text_box(
        "What did they say?", hint="In their words.", most=500, rows=2
    )
    may_read = checkbox(
        "They agree that the other team can read the story before answering"
    )

    def __init__(self, *args: Any, person: Person, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        chosen = self.fields["to"]
        assert isinstance(chosen, forms.ChoiceField)
        chosen.label = f"Who should hold {person}?"
        chosen.choices = [("", "Choose"), *_colleagues(person, by), *_teams(person)]
        self.fields["agreed_how"].label = f"How did you ask {person}?"
        self.fields["agreed_words"].label = f"What did {person} say?"

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not said.get("to"):
            return said
        kind, _, key = said.pop("to").partition(":")
        if kind == "colleague":
            colleague = User.objects.get(pk=UUID(key))
            return {"why": said.get("why", ""), "to_team": self.person.team} | {
                "to_worker": colleague
            }
        self._ask_for_agreement(said.get("agreed_how"), said.get("agreed_words"))
        return said | {"to_team": Team.objects.select_related("site").get(pk=key)}

    def _ask_for_agreement(self, how: str | None, words: str | None) -> None:
        if not how:
            self.add_error("agreed_how", ValidationError("Choose how you asked them"))
        if not words:
            self.add_error(
                "agreed_words", ValidationError("Write what they said about it")
            )


class DeclineForm(forms.Form):
    """No is an answer, if it says what then."""

    suggestion = text_box(
        "What would you suggest instead?",
        "Write what you suggest, so that they are not left stuck",
        hint="Who else could hold them, or what would need to change first?",
        most=500,
    )


def _colleagues(person: Person, by: User) -> list[tuple[str, list[tuple[str, str]]]]:
    """A colleague can only be asked for while the team itself holds them."""
    holding = person.holding
    if holding is None or holding.team_id != person.team_id:
        return []
    here = person.team.memberships.current().filter(user__is_active=True)
    here = here.exclude(user_id__in=[by.pk, holding.worker_id or by.pk])
    users = {m.user_id: m.user for m in here.select_related("user")}
    able = [user for user in users.values() if not is_ones_own(user, person)]
    named = sorted(able, key=lambda user: user.name)
    rows = [(f"colleague:{user.pk}", _called(user)) for user in named]
    return [("A colleague in your team", rows)] if rows else []


def _called(user: User) -> str:
    return f"{user.name}, {user.profession}" if user.profession else user.name


def _teams(person: Person) -> list[tuple[str, list[tuple[str, str]]]]:
    """This site's other teams first, then every other site's."""
    teams = Team.objects.exclude(pk=person.team_id).select_related("site")
    groups: dict[str, list[tuple[str, str]]] = {}
    for team in sorted(
        teams, key=lambda t: (t.site_id != person.site_id, t.site.name, t.name)
    ):
        here = team.site_id == person.site_id
        name = "Another team here" if here else f"They move: {team.site.title}"
        groups.setdefault(name, []).append((f"team:{team.pk}", team.name))
    return list(groups.items())
