"""What events hold of what users and teams set for themselves."""

from typing import TypedDict


class ShortcutsChosen(TypedDict):
    """Whether single keys do something for a user from now on."""

    on: bool


class HoursSaid(TypedDict):
    """The days on which someone works, or a team is open; Monday is 1."""

    days: str


class CalendarLinkMade(TypedDict):
    """Whether an earlier link to the same calendar stopped working."""

    replaces: bool
