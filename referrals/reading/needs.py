"""What a person has asked partners for."""

from django.db.models import OuterRef, QuerySet

from ..models import Request


def asked_for(person: OuterRef, need: str) -> QuerySet[Request]:
    return Request.objects.filter(person=person, need=need)
