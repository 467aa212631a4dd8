"""A bar of filters above a list, sent with GET so that the address holds them.

Nothing can be typed into it: each field is one of a few codes. So no name and no word
of a story gets into an address, a log or the browser's history.
"""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ImproperlyConfigured, ValidationError

from ..models import User
from .plain_fields import drop_down

Choices = list[tuple[str, str]]


def one_of(label: str, choices: Any, *, everything: str = "All") -> forms.ChoiceField:
    """A drop-down whose first entry filters nothing."""
    return drop_down(label, [("", everything), *choices])


class SortField(forms.ChoiceField):
    """The order of a list: it leaves nothing out, so it is no filter."""


def sorted_by(choices: Choices, label: str = "Sort by") -> SortField:
    """A drop-down of orders. The first, with an empty code, is the default."""
    return SortField(label=label, choices=choices, required=False)


class FilterBar(forms.Form):
    """What an address asks of a list. A code that we do not know filters nothing."""

    def __init__(self, asked: Mapping[str, str], **more: Any) -> None:
        super().__init__(asked, **more)
        self.use_required_attribute = False
        for name, field in self.fields.items():
            if not isinstance(field, forms.ChoiceField):
                raise ImproperlyConfigured(f"{name} takes words: no filter can.")
        self.choose(asked)

    def choose(self, asked: Mapping[str, str]) -> None:
        """Keep the codes that we know. Again where a subclass adds choices later."""
        self.codes = {
            name: self._known(name, asked.get(name, "")) for name in self.fields
        }
        self.data = dict(self.codes)

    def _known(self, name: str, code: str) -> str:
        try:
            return str(self.fields[name].clean(code))
        except ValidationError:
            return ""

    @property
    def is_filtering(self) -> bool:
        return self.codes != self._orders

    @property
    def _orders(self) -> dict[str, str]:
        """The codes with every filter empty, in the order that was asked for."""
        return {
            name: code if isinstance(self.fields[name], SortField) else ""
            for name, code in self.codes.items()
        }

    @property
    def cleared(self) -> str:
        """Without filters, in the same order: `?sort=name`, or `?`."""
        return f"?{urlencode({name: to for name, to in self._orders.items() if to})}"

    @property
    def query(self) -> str:
        """The same filters for another address: `?quiet=4`, or nothing."""
        return self.query_with()

    def query_with(self, **more: str) -> str:
        """The same filters and more: `?quiet=4&next=1`; what is empty is left out."""
        asked = {name: code for name, code in (self.codes | more).items() if code}
        return f"?{urlencode(asked)}" if asked else ""


class WorkerFilterBar(FilterBar):
    """A bar with a field `worker`: one of these, or anyone."""

    def __init__(
        self, asked: Mapping[str, str], *, workers: Iterable[User], **more: Any
    ) -> None:
        super().__init__(asked, **more)
        among = [("", "Anyone"), *((str(user.pk), user.name) for user in workers)]
        self.fields["worker"].choices = among  # type: ignore[attr-defined]
        self.choose(asked)
