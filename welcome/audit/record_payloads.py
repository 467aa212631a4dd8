"""What events about files, letters and safeguarding hold: codes and numbers only."""

from typing import TypedDict


class AttachmentAdded(TypedDict):
    """The codes of an `Attachment.Kind` and an `Attachment.Type`."""

    kind: str
    type: str


class FilesTaken(TypedDict):
    """How many files the person took away."""

    files: int


class LetterWritten(TypedDict):
    """Whether the person agreed: yes or no; empty in a letter to themselves."""

    agreed: str


class SafeguardingRaised(TypedDict):
    """An adult or a child, and whether someone was in danger at that moment."""

    kind: str
    danger: bool


class SafeguardingClosed(TypedDict):
    outcome: str
