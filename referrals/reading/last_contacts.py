"""When a partner wrote how it is going: someone was in touch with the person."""

from typing import Any

from django.db.models import OuterRef, QuerySet

from ..models import Note


def noted(person: OuterRef) -> QuerySet[Any, Any]:
    rows = Note.objects.filter(referral__person=person)
    return rows.order_by("-at").values("at")
