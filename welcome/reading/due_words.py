"""Days and moments as a list says them: today, tomorrow, or the day by its name."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator


def day_in_words(day: date) -> str:
    """“today”, “tomorrow”, “yesterday”, or “Tuesday 8 December”."""
    today, one = timezone.localdate(), timedelta(days=1)
    near = {today: "today", today + one: "tomorrow", today - one: "yesterday"}
    return near.get(day) or date_format(day, "l j F")


def moment_in_words(at: datetime) -> str:
    """“today, 14.30”."""
    local = timezone.localtime(at)
    return f"{day_in_words(local.date())}, {local:%H.%M}"


def since(at: datetime) -> str:
    """“Since yesterday”: for what has no day by which it is due."""
    return f"Since {day_in_words(timezone.localdate(at))}"


def start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def days_ahead(count: int) -> datetime:
    """The moment at which the day ends that is `count` days from today."""
    return start_of(timezone.localdate() + timedelta(days=count + 1))


def shortened(words: str) -> str:
    """As much of someone's words as a line has room for."""
    return Truncator(" ".join(words.split())).words(24)
