"""What the form of each part of the record can do."""

from collections.abc import Mapping
from typing import Any, TypedDict, cast

from django import forms
from django.http import QueryDict

from ..facts import Facts, Said, facts_of, seen
from ..models import Person


class Rewriting(TypedDict):
    """The arguments of `actions.rewrite`: what is said, and what the page had read."""

    said: Said
    read: str


class PartForm(forms.Form):
    """Begins with what stands there, and knows by a mark what the page has read."""

    part: str
    title: str
    lead = ""
    #: The title on the person’s own page, where it has to be another one.
    mine = ""
    #: Labels there, by the name of the box, where they have to speak to the person.
    my_labels: Mapping[str, str] = {}

    def __init__(self, data: QueryDict | None = None, *, person: Person) -> None:
        self.person = person
        self.now = facts_of(person, self.part)
        super().__init__(data, initial=dict(self.now))
        self.fields["read"] = forms.CharField(
            widget=forms.HiddenInput, initial=seen(self.now), required=False
        )

    def arguments(self) -> Rewriting:
        """Those of `actions.rewrite`. Call on a valid form."""
        said = dict(self.cleaned_data)
        return Rewriting(read=said.pop("read"), said=cast(Said, said))

    def with_the_new_mark(self) -> "PartForm":
        """What was typed, on a page that has read what stands there now."""
        data = cast(QueryDict, self.data).copy()
        fresh = Person.objects.get(pk=self.person.pk)
        data["read"] = seen(facts_of(fresh, self.part))
        return type(self)(data, person=fresh)

    def speaking_to_them(self) -> "PartForm":
        """With the labels of the person’s own page."""
        for name, label in self.my_labels.items():
            self.fields[name].label = label
        return self

    def in_words(self, facts: Facts) -> list[tuple[str, str]]:
        """Each box's label with what these facts say of it, the empty ones left out."""
        rows = [(f, self._in_words(f.name, facts.get(f.name))) for f in self]
        return [
            (str(f.label), words) for f, words in rows if words and f.name != "read"
        ]

    def _in_words(self, name: str, value: Any) -> str:
        names = dict(getattr(self.fields[name], "choices", []))
        if isinstance(value, list):
            return ", ".join(str(names.get(code, code)) for code in value)
        return str(names.get(value, value)) if value else ""
