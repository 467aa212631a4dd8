"""When we were last in touch with each person: one query, however long the list."""

from typing import Any, TypeVar

from django.db.models import DateTimeField, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest

from ..models import Contact, Conversation
from ..registries import last_contacts

Rows = TypeVar("Rows", bound=QuerySet[Any])


def logged(person: OuterRef) -> QuerySet[Any, Any]:
    """Calls, visits and the like in which we spoke. A try is no contact."""
    rows = Contact.objects.filter(person=person, reached=True)
    return rows.order_by("-at").values("at")


def before_a_record(person: OuterRef) -> QuerySet[Any, Any]:
    """Welcome calls: they are logged with the introduction."""
    rows = Contact.objects.filter(introduction__person=person, reached=True)
    return rows.order_by("-at").values("at")


def listened(person: OuterRef) -> QuerySet[Any, Any]:
    rows = Conversation.objects.kept().filter(person=person)
    return rows.order_by("-started_at").values("started_at")


def with_last_contact(rows: Rows, *, person: str, otherwise: str) -> Rows:
    """Each row with `last_contact`, or None, and `quiet_since`.

    `person` and `otherwise` are columns: whose contacts, and since when they are
    quiet if there was none.
    """
    latest = [
        Subquery(source(OuterRef(person))[:1], output_field=DateTimeField())
        for source in last_contacts.sources()
    ]
    with_latest = rows.annotate(last_contact=Greatest(*latest))
    return with_latest.annotate(quiet_since=Coalesce("last_contact", F(otherwise)))
