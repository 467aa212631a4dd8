"""Locking one row, and reading it as it stands once the lock is ours."""

from typing import Any, TypeVar

from django.db import models

T = TypeVar("T", bound=models.Model)


def locked(rows: "models.QuerySet[T]", pk: Any) -> T:
    """The row, ours until the transaction ends, with what `rows` reads beside it.

    Two questions, and not one: a join that waits for a lock joins what stood beside
    the row before. Where someone moved it to another person or team meanwhile, the
    row would seem to be gone.
    """
    rows.model._base_manager.select_for_update().only("pk").get(pk=pk)
    return rows.get(pk=pk)
