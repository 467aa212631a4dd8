"""A file that is added to a person, and why one is removed."""

from datetime import date
from typing import Any, TypedDict
from uuid import UUID

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from ..models import Attachment
from ..values.file_types import NotTaken, type_of
from ..values.text_cleaning import clean
from .dates import DatePartsField
from .once import OnceField
from .plain_fields import checkbox, drop_down, radios, text_box, text_line

_KINDS = [
    (kind.value, kind.label)
    for kind in Attachment.Kind
    if kind != Attachment.Kind.LETTER_SENT  # those are written here
]


class Found(TypedDict):
    """What we found in the file itself."""

    content: bytes
    type: str
    file_name: str


class Added(Found):
    """The arguments of `actions.add_attachment`."""

    once: UUID
    kind: str
    title: str
    dated: date
    audience: str
    person_may_see: bool


class AddFileForm(forms.Form):
    """A file, what it is, of which day, and who may see it."""

    once = OnceField()
    file = forms.FileField(
        label="The file",
        error_messages={
            "required": "Choose the file",
            "empty": "This file is empty. Choose another",
        },
        widget=forms.FileInput(
            attrs={"accept": ".pdf,.doc,.docx,.jpg,.jpeg,.png,image/jpeg,image/png"}
        ),
    )
    kind = drop_down(
        "What is it?", [("", "Choose what it is"), *_KINDS], "Choose what it is"
    )
    title = text_line(
        "What should we call it?",
        "Write what it is, so that others find it",
        most=120,
        hint="For example: Letter from the housing office.",
    )
    dated = DatePartsField(
        what="the day on it",
        label="Which day is on it?",
        help_text="Or the day you got it. For example 27 11 2026.",
        last=timezone.localdate,
    )
    audience = radios(
        "Who can see it?",
        Attachment.Audience,
        "Choose who can see it",
        initial=Attachment.Audience.TEAM,
    )
    person_may_see = checkbox(
        "They can see it on their own page",
        hint="Don’t tick this if it is about someone else too, or could harm them.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        most = settings.ATTACHMENT_MAX_MB
        self.fields["file"].help_text = f"PDF, Word, JPEG or PNG, up to {most} MB."
        self.found: Found = {"content": b"", "type": "", "file_name": ""}

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > settings.ATTACHMENT_MAX:
            raise ValidationError(_too_large(file.size or 0))
        content = file.read()
        try:
            found = type_of(content)
        except NotTaken as problem:
            raise ValidationError(str(problem)) from None
        name = clean(file.name or "").replace("/", " ").replace("\\", " ")
        self.found = {"content": content, "type": found, "file_name": name[-150:]}
        return file

    def said(self) -> Added:
        """The arguments of `actions.add_attachment`. Call on a valid form."""
        said = self.cleaned_data
        return {
            **self.found,
            "once": said["once"],
            "kind": said["kind"],
            "title": said["title"],
            "dated": said["dated"],
            "audience": said["audience"],
            "person_may_see": said["person_may_see"],
        }


def _too_large(size: int) -> str:
    megabytes, most = -(-size // 1_000_000), settings.ATTACHMENT_MAX_MB
    return (
        f"This file has {megabytes} MB, and a file can have up to {most} MB. Save a "
        "smaller one, or scan it in black and white"
    )


class RemoveFileForm(forms.Form):
    """Why a file is removed: it cannot be brought back."""

    why = text_box(
        "Why is it removed?",
        "Write why it is removed",
        most=300,
        rows=2,
        hint="For example: it belongs to someone else.",
    )
