"""What people need, in one closed list: maps, requests and offers speak of the same."""

from django.db import models


class Need(models.TextChoices):
    """What people need, in everyday words."""

    MONEY = "money", "Money, debt and benefits"
    HOUSING = "housing", "A safe home"
    COMPANY = "company", "Company and friendship"
    PEER = "peer", "Someone who has been there"
    TALKING = "talking", "Talking therapy"
    GRIEF = "grief", "Grief and loss"
    TRAUMA = "trauma", "Living after trauma or abuse"
    WORK = "work", "Work, learning and volunteering"
    BODY = "body", "Body, sleep and food"
    ALCOHOL_DRUGS = "alcohol_drugs", "Alcohol and drugs"
    FAMILY = "family", "Family and caring"
    MEDICINE = "medicine", "Medicines and a psychiatrist"
    RIGHTS = "rights", "Rights and advocacy"
    NEW_HERE = "new_here", "New to this country"
