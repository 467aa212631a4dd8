"""The Celery app: carries the outbox and rings the bells in each room's `tasks.py`."""

import os
from typing import Any

from celery import Celery
from celery.signals import setup_logging, worker_ready

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "livingwell.settings")

app = Celery("livingwell")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@setup_logging.connect
def keep_our_logging(**_: Any) -> None:
    """Django's apps have set it up already; Celery leaves it alone."""


@worker_ready.connect
def beat_at_once(sender: Any, **_: Any) -> None:
    """The first heartbeat goes through the broker as soon as there is a worker."""
    sender.app.send_task("welcome.tasks.beat_heart")
