"""What is written while someone waits: a welcome call, and the plan to meet."""

from typing import Any

from django import forms

from ..models import ContactKind, Introduction
from .contacts import ALLOWED_BY, IN_WORDS
from .filters import FilterBar, one_of, sorted_by
from .once import OnceField
from .plain_fields import drop_down, text_line, yes_or_no


class WaitingFilters(FilterBar):
    """By what has been done so far."""

    so_far = one_of(
        "So far",
        [
            ("call", "No call yet"),
            ("planned", "A meeting is planned"),
            ("overdue", "Overdue"),
        ],
        everything="Everyone",
    )
    sort = sorted_by(
        [("", "Waiting longest"), ("new", "Newest first"), ("name", "Name")]
    )


class CallForm(forms.Form):
    """Someone rang, or wrote."""

    kind = drop_down("What was it?", ContactKind)
    reached = yes_or_no(
        "Did you reach them?",
        "Yes, we spoke",
        "No, not this time",
        "Say whether you reached them",
    )
    words = text_line(
        "In a few words", hint="What they said, or when to try again.", most=300
    )
    once = OnceField()

    def __init__(self, *args: Any, introduction: Introduction, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"kind": first_allowed(introduction)})
        super().__init__(*args, **kwargs)
        self.introduction = introduction

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        said["kind"] = said.get("kind") or ContactKind.CALL
        needed = ALLOWED_BY.get(said["kind"])
        allowed = getattr(self.introduction, needed or "", True)
        if not allowed and not said.get("words"):
            way = IN_WORDS[said["kind"]]
            self.add_error(
                "words",
                f"{self.introduction} has not said that we may {way}. Write why you "
                "did.",
            )
        return said


def first_allowed(introduction: Introduction) -> str:
    """The way to reach them that stands first: one that they have allowed."""
    if introduction.phone and introduction.may_call:
        return ContactKind.CALL
    if introduction.phone and introduction.may_text:
        return ContactKind.TEXT
    return ContactKind.EMAIL if introduction.email else ContactKind.VISIT
