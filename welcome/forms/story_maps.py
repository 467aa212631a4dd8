"""The small forms under a story map: add, tie, change, take off, put back."""

from typing import Any

from django import forms

from ..actions import story_map_changes
from ..actions.story_map_changes import Redrawing
from ..models import MapVersion, Need
from ..models.story_maps import LONGEST
from ..refusals import Refused
from .fields import WholeNumberField
from .plain_fields import drop_down

Change = MapVersion.Change


class MapForm(forms.Form):
    """Each says which version it was drawn from, and what change it is."""

    change: str = ""

    was = WholeNumberField(max_value=30_000, widget=forms.HiddenInput)

    def __init__(self, *args: Any, version: MapVersion, **kwargs: Any) -> None:
        kwargs["initial"] = {"was": version.number} | kwargs.pop("initial", {})
        kwargs.setdefault("prefix", str(self.change))
        super().__init__(*args, **kwargs)
        self.version = version

    def redrawing(self) -> Redrawing:
        raise NotImplementedError

    def again(self, newest: MapVersion) -> None:
        """What was typed stays in its box; the next press draws on this newer map."""
        typed = {name: self.data[name] for name in self.data}
        self.data = typed | {self.add_prefix("was"): str(newest.number)}


def _words(label: str, missing: str, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"data-voice": "person", "autocomplete": "off"}),
        error_messages={
            "required": missing,
            "max_length": "Use 60 characters or fewer. You can write more in the story",
        },
        **more,
    )


class NeedForm(MapForm):
    change = Change.NEED_ADDED

    words = _words("What is it, in their words?", "Write it in their words")
    more = _words("A few more words", "", required=False, help_text="Optional.")
    kind = drop_down("What is it about?", [("", "Not chosen"), *Need.choices])

    def redrawing(self) -> Redrawing:
        return story_map_changes.add_need(**self._said())

    def _said(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("words", "more", "kind")}


class ChangeNeedForm(NeedForm):
    change = Change.NEED_CHANGED

    need = WholeNumberField(max_value=30_000, widget=forms.HiddenInput)

    def redrawing(self) -> Redrawing:
        return story_map_changes.change_need(self.cleaned_data["need"], **self._said())


class RemoveNeedForm(MapForm):
    change = Change.NEED_REMOVED

    need = WholeNumberField(max_value=30_000, widget=forms.HiddenInput)

    def redrawing(self) -> Redrawing:
        return story_map_changes.remove_need(self.cleaned_data["need"])


class _Ends(MapForm):
    """Two needs that are on the map now."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices = [(need["id"], need["words"]) for need in self.version.needs]


class TieForm(_Ends):
    change = Change.TIED

    words = _words("How are they linked, in their words?", "Write how they are linked")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        last = self.choices[-2:] * 2
        for name, label, end in (("one", "This", 0), ("other", "is linked to", 1)):
            self.fields[name] = forms.TypedChoiceField(
                label=label,
                coerce=int,
                choices=self.choices,
                initial=last[end][0] if last else None,
                error_messages={"invalid_choice": story_map_changes.GONE},
            )
        self.order_fields(["was", "one", "other", "words"])

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if said.get("one") and said.get("one") == said.get("other"):
            self.add_error("other", "Choose two different needs")
        return said

    def redrawing(self) -> Redrawing:
        said = self.cleaned_data
        return story_map_changes.tie(said["one"], said["other"], said["words"])


class UntieForm(MapForm):
    change = Change.UNTIED

    one = WholeNumberField(max_value=30_000, widget=forms.HiddenInput)
    other = WholeNumberField(max_value=30_000, widget=forms.HiddenInput)

    def redrawing(self) -> Redrawing:
        return story_map_changes.untie(
            self.cleaned_data["one"], self.cleaned_data["other"]
        )


class PutBackForm(MapForm):
    """An older version takes the place of the newest one; both stay."""

    change = Change.PUT_BACK

    number = WholeNumberField(max_value=30_000, widget=forms.HiddenInput)

    def redrawing(self) -> Redrawing:
        older = MapVersion.objects.filter(
            person=self.version.person_id, number=self.cleaned_data["number"]
        ).first()
        if older is None:
            raise Refused(
                "We can’t find that map any more. Open the earlier maps again."
            )
        return story_map_changes.put_back(older.needs, older.ties)


FORMS: dict[str, type[MapForm]] = {
    str(form.change): form
    for form in (
        NeedForm,
        ChangeNeedForm,
        RemoveNeedForm,
        TieForm,
        UntieForm,
        PutBackForm,
    )  # fmt: skip
}
