"""What a narrative is about, so that it can stand beside the number it speaks to."""

from django.db import models


class Theme(models.TextChoices):
    WAITING = "waiting", "Waiting"
    TOLD_ONCE = "told_once", "Telling it again and again"
    PASSED_AROUND = "passed_around", "Being passed around"
    HEARD = "heard", "Being heard"
    MONEY = "money", "Money and letters"
    HOME = "home", "A home"
    COMPANY = "company", "Company and friendship"
    GRIEF = "grief", "Grief and loss"
    SAFETY = "safety", "Being safe"
    WORK = "work", "Work"
    FAMILY = "family", "Family and caring"
    TOGETHER = "together", "Working together"
    HOPE = "hope", "What became possible"
