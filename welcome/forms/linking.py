"""Which record says it, part by part; and, undoing, where goes what came since."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.html import format_html

from ..linking.parts import BOTH, KEPT, OTHER, Compared
from ..models import Holding, Linking, Person
from .plain_fields import radios, text_box

WHY = "Write why you are sure, so that others can understand it later"


class LinkForm(forms.Form):
    """One question for each part in which the two differ, and why they are one."""

    def __init__(
        self, data: Any, *, rows: list[Compared], holders: Mapping[str, str]
    ) -> None:
        super().__init__(data)
        for row in rows:
            if row.is_asked:
                self.fields[row.key] = _question(row)
        if holders:
            self.fields["holder"] = radios(
                "Who should hold them from now on?",
                list(holders.items()),
                "Choose who should hold them from now on",
                hint="Someone holds each record now. One person can only have one "
                "holder.",
            )
        self.fields["why"] = text_box(
            "Why are you sure that they are the same person?",
            WHY,
            hint="For example: they told us, and both records name the same sister.",
            most=1000,
        )

    @property
    def rules(self) -> dict[str, str]:
        """Call on a valid form."""
        return {k: v for k, v in self.cleaned_data.items() if k != "why"}


def _question(row: Compared) -> forms.ChoiceField:
    choices = [(KEPT, _from("This record", row.kept))]
    choices.append((OTHER, _from("The other record", row.other)))
    if row.both:
        choices.append((BOTH, row.both))
    return radios(
        row.label,
        choices,
        f"Choose which “{row.label}” to keep",
        initial=row.default,
    )


def _from(whose: str, words: str) -> str:
    return format_html('<span class="whose">{}</span> {}', whose, words)


def holders_of(kept: Person, other: Person) -> dict[str, str]:
    """Asked only where both are held now, and not by the same hands."""
    ours, theirs = kept.holding, other.holding
    if ours is None or theirs is None:
        return {}
    if _hands(ours) == _hands(theirs):
        return {}
    return {
        KEPT: _from("This record", _say(ours)),
        OTHER: _from("The other record", _say(theirs)),
    }


def _hands(holding: Holding) -> tuple[object, ...]:
    return holding.team_id, holding.partner_id, holding.worker_id


def _say(holding: Holding) -> str:
    worker = f" ({holding.worker.name})" if holding.worker else ""
    return f"{holding}{worker}, since {holding.from_at:%-d %B %Y}"


class UndoForm(forms.Form):
    """Where that goes which was written while the two were one."""

    since = radios("What was added since", (), initial=Linking.Since.KEPT)

    def __init__(self, data: Any, *, linking: Linking) -> None:
        super().__init__(data)
        field = self.fields["since"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            (Linking.Since.KEPT, f"Stays with {_who(linking.kept)}"),
            (Linking.Since.OTHER, f"Goes to {_who(linking.other)}"),
        ]

    def clean_since(self) -> str:
        return self.cleaned_data["since"] or Linking.Since.KEPT


def _who(person: Person) -> str:
    return f"{person.formal_name or person.known_as}, {person.reference}"
