"""What the events of the admin pages hold, and those about accounts.

Every app whose models have an admin page registers `of_admin_pages(…)`.
"""

from typing import Any, NotRequired, TypedDict


class AdminSaved(TypedDict):
    """The columns that were filled or changed; `now`: what was switched on or off."""

    fields: list[str]
    now: NotRequired[dict[str, bool]]


class RowSaved(TypedDict):
    """The same of a row inside another's form; no columns where it is new."""

    fields: list[str]


class RowRemoved(TypedDict):
    """The key of a row that is gone."""

    key: str


class MembershipSaved(TypedDict):
    """The role, and the account by its key."""

    role: str
    user: str
    fields: NotRequired[list[str]]


class FactorChanged(TypedDict):
    """The kind of second factor. A trigger of the database writes these events."""

    kind: str


def of_admin_pages(*models: str) -> dict[str, type[Any]]:
    """The payloads of models that have an admin page of their own.

    >>> sorted(of_admin_pages("site"))
    ['site.added', 'site.changed']
    """
    return {f"{one}.{became}": AdminSaved for one in models for became in _SAVED}


def of_rows_inside(*models: str) -> dict[str, type[Any]]:
    """The payloads of models that are rows inside the form of another.

    >>> sorted(of_rows_inside("offertime"))
    ['offertime.added', 'offertime.changed', 'offertime.removed']
    """
    saved = {f"{one}.{became}": RowSaved for one in models for became in _SAVED}
    return saved | {f"{one}.removed": RowRemoved for one in models}


_SAVED = ("added", "changed")
