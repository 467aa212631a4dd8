"""No one who works here reads or changes their own record. The one place for this rule.

Accounts are compared by their keys, never by names or e-mail addresses: two people may
share an address, and one person may have two.
"""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, Self, cast
from uuid import UUID

from django.db import models

if TYPE_CHECKING:
    from .users import User


class NeverOnesOwn:
    """A queryset's part: rows about people, of which no one sees their own.

    `visible_to` and its like end with `without_own(user)`.
    """

    #: The ways from a row to a person, as lookups; "" where the row is the person.
    paths_to_person: ClassVar[Collection[str]] = ("person",)

    def without_own(self, user: "User") -> Self:
        """Without the rows about this user. A row about no one known yet stays.

        One `exclude` for each way: Django adds IS NOT NULL to it, so that NULL (a
        person without an account, a row without a person) is never left out.
        """
        rows = cast("models.QuerySet[Any]", self)
        for path in self.paths_to_person:
            lookup = f"{path}__account_id" if path else "account_id"
            rows = rows.exclude(**{lookup: user.pk})
        return cast(Self, rows)


class _Owned(Protocol):
    """A person, known here by the key of their account alone."""

    account_id: UUID | None


def is_ones_own(user: "User", person: _Owned) -> bool:
    """Whether this is the user's own record: the same rule for one that is at hand."""
    return person.account_id == user.pk
