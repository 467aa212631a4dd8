"""E-mail, what happens by time, and the worker that does it."""

from urllib.parse import urlparse

from ..environment import (
    address,
    at_least,
    env,
    sender,
    waits,
)
from ..schedule import bells
from .data_stores import REDIS_URL
from .whereabouts import BASE_URL, VAR_DIR

SMTP = ("smtp", "smtps", "smtp+tls", "smtp+ssl")

# ── E-mail: to files under var/mail, or to a server by EMAIL_URL ─────────────
MAIL_DIR = VAR_DIR / "mail"
EMAIL_BACKEND = "welcome.messages.mailbox.Mailbox"
if address("EMAIL_URL", SMTP, "smtp+tls://user:password@host:587"):
    vars().update(env.email_url("EMAIL_URL"))
EMAIL_TIMEOUT = 20
EMAIL_FROM = DEFAULT_FROM_EMAIL = sender(
    "EMAIL_FROM", "Living Well <front-door@example.org>"
)
MESSAGE_ID_HOST = urlparse(BASE_URL).hostname or "localhost"

# ── The outbox, and what happens by time ─────────────────────────────────────
OUTBOX_WAITS = waits("OUTBOX_WAITS", [60, 300, 1800, 7200, 43200])
GIVEN_BACK_TOO_OFTEN = at_least("GIVEN_BACK_TOO_OFTEN", 2, default=2)
COOLING_OFF_DAYS = at_least("COOLING_OFF_DAYS", 0, default=7)
HANDOVER_ANSWER_DAYS = at_least("HANDOVER_ANSWER_DAYS", 1, default=2)
EMERGENCY_MINUTES = at_least("EMERGENCY_MINUTES", 1, default=60)
EMERGENCY_REVIEW_DAYS = at_least("EMERGENCY_REVIEW_DAYS", 1, default=2)
QUIET_AFTER_DAYS = at_least("QUIET_AFTER_DAYS", 1, default=28)

# ── Celery ───────────────────────────────────────────────────────────────────
CELERY_BROKER_URL = REDIS_URL
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_IGNORE_RESULT = True
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_TIME_LIMIT = 600
CELERY_TASK_SOFT_TIME_LIMIT = 540
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 3600,
    "socket_timeout": 2,
    "socket_connect_timeout": 1,
    # a nudge that cannot be given is not waited for: the sweep will come
    "max_retries": 1,
    "interval_start": 0,
    "interval_step": 0,
}
CELERY_TASK_PUBLISH_RETRY = False
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = "Europe/London"
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "beat")
CELERY_BEAT_SCHEDULE = bells(at_least("OUTBOX_SWEEP_SECONDS", 1, default=5))
