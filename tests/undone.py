"""One try after another in the same world, each undone for the next."""

from contextlib import contextmanager

from django.db import transaction


@contextmanager
def undone():
    """Whatever is done in here is undone in the database.

    The savepoint is released as well: left open, each next one would lie inside it,
    and with thousands inside one another every query is slow.
    """
    before = transaction.savepoint()
    try:
        yield
    finally:
        transaction.savepoint_rollback(before)
        transaction.savepoint_commit(before)
