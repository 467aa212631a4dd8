"""The history of one person: everything that happened, and who looked."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..access.permissions import May, open_record, requires, who
from ..linking import family
from ..reading.banner import banner_for
from ..reading.history_words import with_words
from ..registries import event_sentences
from ..registries.event_sentences import Kind
from ..web.pagination import page_of


@require_safe
@requires(May.WELCOME_PEOPLE)
def trail(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Everything that happened, of one kind or all, and everyone who looked."""
    person = open_record(who(request), pk)
    kind = request.GET.get("show", "")
    rows: QuerySet[Any] = family.events_of(person)
    if kind == "looks":
        rows = family.looks_at(person)
    kinds = event_sentences.kinds()
    if kind in kinds:
        rows = rows.filter(_of_kind(kinds[kind]))
    page = page_of(rows, request, by=("-at", "-pk"))
    if kind != "looks":
        page.rows = with_words(page.rows)
    context = {
        "person": person,
        "banner": banner_for(person),
        "page": page,
        "kind": kind,
        "kinds": [("", "Everything"), *((code, kinds[code].label) for code in kinds)],
    }
    return render(request, "welcome/people/trail.html", context)


def _of_kind(kind: Kind) -> Q:
    """The events of this kind, by the noun that their codes begin with."""
    found = Q()
    for noun in kind.nouns:
        found |= Q(what__startswith=f"{noun}.")
    return found
