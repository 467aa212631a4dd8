"""Asking the worker to begin at once, by a task's name, so that nothing imports a task.

A nudge only saves waiting: the same work is found by the next sweep of the clock.
"""

from celery import current_app
from django.db import transaction


def nudge(task: str, *args: str) -> None:
    """Send this task to the broker, once what happens here is committed.

    A broker that is away breaks no page: the failure is logged, the sweep comes.
    """

    def send() -> None:  # with a name, which Django logs when it fails
        current_app.send_task(task, args)

    transaction.on_commit(send, robust=True)
