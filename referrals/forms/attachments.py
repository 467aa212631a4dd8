"""Which files a person agrees to share: each asked for, none ticked in advance."""

from typing import Any

from django import forms

from welcome.models import Attachment


class _Files(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        day = f"{obj.dated.day} {obj.dated:%B %Y}"
        return f"{obj.title} ({obj.get_kind_display().lower()}, {day})"


def files_to_share(files: list[Attachment]) -> forms.Field:
    """A box for each of these files."""
    rows = Attachment.objects.filter(pk__in=[file.pk for file in files])
    return _Files(
        label="Which files?",
        required=False,
        queryset=rows.order_by("-dated", "-pk"),
        widget=forms.CheckboxSelectMultiple,
        help_text="Ask about each one. They read a file only if you tick it.",
        error_messages={
            "invalid_choice": "One of these files can’t be shared any more. Look at "
            "them again"
        },
    )


def ticked_files(form: forms.Form) -> list[Attachment]:
    """What is ticked so far, for the preview; none where there is nothing to tick."""
    field = form.fields.get("attachments")
    if not isinstance(field, _Files):
        return []
    said = form["attachments"].value() or []
    keys = {str(getattr(key, "pk", key)) for key in said}
    return [file for file in field.queryset or [] if str(file.pk) in keys]
