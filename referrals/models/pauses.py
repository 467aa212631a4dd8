"""Why help is paused for a while."""

from datetime import timedelta

from django.db import models

#: The longest that help is paused. After that, say farewell, and begin again later.
PAUSED_AT_MOST = timedelta(days=183)


class PauseReason(models.TextChoices):
    AWAY = "away", "They are away"
    UNWELL = "unwell", "They are unwell or in hospital"
    BREAK = "break", "They would like a break"
    FIRST = "first", "Something else has to happen first"
    WORKER = "worker", "Our worker is away"
    OTHER = "other", "Another reason"
