"""How often a page asks the database."""

from django.db import connection
from django.test.utils import CaptureQueriesContext


def queries(do):
    """How many queries there are while this is done; once before, it is warm."""
    do()
    with CaptureQueriesContext(connection) as caught:
        do()
    return len(caught)
