"""Which files a person agrees to share: each asked for, none ticked in advance."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms

from welcome.models import Attachment
from welcome.models.attachments import AttachmentQuerySet
from welcome.reading.bounded_counts import MOST
from welcome.values.keys_from_outside import keys_in
from welcome.values.numbers_from_outside import whole_number

#: So many are in sight at first; “Show more files” adds as many again.
AT_ONCE = 50


class FilesToShare(forms.ModelMultipleChoiceField):
    """A box for each file in sight; what is ticked always is, however old."""

    def __init__(
        self, files: AttachmentQuerySet, ticked: set[UUID], at_most: int
    ) -> None:
        super().__init__(
            label="Which files?",
            required=False,
            queryset=files,
            widget=forms.CheckboxSelectMultiple,
            help_text="Ask about each one. They read a file only if you tick it.",
            error_messages={
                "invalid_choice": "One of these files can’t be shared any more. Look "
                "at them again"
            },
        )
        found = list(files.exclude(pk__in=ticked)[: at_most + 1])
        chosen = list(files.filter(pk__in=ticked)) if ticked else []
        self.at_most, self.is_cut = at_most, len(found) > at_most
        self.shown = [*chosen, *found[:at_most]]
        self.choices = [(file.pk, _label(file)) for file in self.shown]
        self._files = files

    @property
    def figures(self) -> str:
        """How many there are; of those out of sight, no more are counted than `MOST`.

        One query: only a list that is cut asks for it.
        """
        shown = len(self.shown)
        count = len(self._files.values_list("pk")[: shown + MOST + 1])
        return str(count) if count <= shown + MOST else f"{shown + MOST}+"


def _label(file: Attachment) -> str:
    day = f"{file.dated.day} {file.dated:%B %Y}"
    return f"{file.title} ({file.get_kind_display().lower()}, {day})"


def add_files(form: forms.Form, files: AttachmentQuerySet) -> None:
    """The question which files, where there are any."""
    name = "attachments"
    said: Any = form.initial.get(name)
    if form.is_bound:
        widget = forms.CheckboxSelectMultiple()
        said = widget.value_from_datadict(form.data, form.files, form.add_prefix(name))
    field = FilesToShare(files, set(keys_in(said or [])), _at_most(form.data))
    if field.shown:
        form.fields[name] = field


def _at_most(said: Mapping[str, object]) -> int:
    """As many as the page showed, and more of them if that is what was pressed."""
    before = whole_number(said.get("files_shown"), least=AT_ONCE, most=100_000)
    return (before or AT_ONCE) + (AT_ONCE if "more_files" in said else 0)


def ticked_files(form: forms.Form) -> list[Attachment]:
    """What is ticked so far, for the preview; none where there is nothing to tick."""
    field = form.fields.get("attachments")
    if not isinstance(field, FilesToShare):
        return []
    said = form["attachments"].value() or []
    keys = {str(getattr(key, "pk", key)) for key in said}
    return [file for file in field.shown if str(file.pk) in keys]
