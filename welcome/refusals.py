"""Saying no kindly. An action that cannot be done raises Refused with a sentence."""

from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from .models import Person


class Refused(Exception):
    """The rules, or someone else a moment ago, made this impossible. Not a bug."""


class Stale(Refused):
    """What the page showed has changed since it was opened."""


class LinkedAway(Exception):
    """The record asked for is one with another by now (see `welcome.linking`)."""

    def __init__(self, asked: UUID, person: "Person", *, is_mine: bool) -> None:
        self.asked, self.person, self.is_mine = asked, person, is_mine
        super().__init__("This record is now linked with another.")
