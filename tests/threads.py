"""Deeds in one moment, each in a thread of its own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection, connections

from welcome.refusals import Refused


def at_once(*deeds):
    """Each in a thread of its own, let go together; what each came to."""
    start = Barrier(len(deeds))

    def do(deed):
        start.wait()
        try:
            return deed()
        except Refused as why:
            return str(why)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(do, deeds))


def many_at_once(times, do):
    """`do(0)`, `do(1)` … in eight threads, each with a connection of its own."""

    def done(n):
        try:
            return do(n)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(done, range(times)))
