"""Others who look like someone: are they two people, or one told twice?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from .. import actions
from ..access.comparing import said_not_the_same, seen_by, somebody_near
from ..access.permissions import May, may, open_record, requires, who
from ..finding.possible_duplicates import Twin, likely_twins_of
from ..linking.family import one_of_each
from ..models import DuplicateAsk, Person, User
from ..reading.banner import banner_for
from ..web.pagination import page_of
from ..web.undo_messages import say_with_undo


@require_safe
@requires(May.WELCOME_PEOPLE)
def alike(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Who may be the same as this person, and why; and of whom it was said they are
    not.
    """
    user = who(request)
    person = open_record(user, pk)
    page = page_of(said_not_the_same(user, person), request, by=("-said_at", "pk"))
    context = {
        "person": person,
        "banner": banner_for(person),
        "twins": twins_of(person, user),
        "said": seen_by(user, [Twin(row.than(person), said=row) for row in page.rows]),
        "page": page,
        "may_link": may(user, May.LINK_RECORDS),
    }
    return render(request, "welcome/possible_duplicates/alike.html", context)


def twins_of(person: Person, user: User) -> list[Twin]:
    """Each once, by the record that stayed, and never the person themselves.

    Whom a lead was asked about knows the question. A look at another team's people is
    written down.
    """
    alike = one_of_each(likely_twins_of(person))
    twins = seen_by(user, [twin for twin in alike if twin.person != person])
    asked = DuplicateAsk.objects.visible_to(user).open().about(person)
    for row in asked.select_related("asked_by"):
        for twin in twins:
            if twin.person.pk in (row.ours_id, row.theirs_id):
                twin.asked = row
    return twins


@require_POST
@requires(May.WELCOME_PEOPLE)
def not_the_same(request: HttpRequest, pk: UUID, other: UUID) -> HttpResponse:
    """They are two people: remembered, and not asked again unless it is taken back."""
    person = open_record(who(request), pk)
    somebody = somebody_near(who(request), person.site_id, other)
    actions.say_not_the_same(person, somebody, by=who(request))
    undo = reverse("welcome:take_back_not_the_same", args=[person.pk, somebody.pk])
    words = "Saved: two different people. We won’t ask again."
    say_with_undo(request, words, undo)
    return redirect("welcome:alike", person.pk)


@require_POST
@requires(May.WELCOME_PEOPLE)
def take_back_not_the_same(request: HttpRequest, pk: UUID, other: UUID) -> HttpResponse:
    """The two may be one after all: they are compared again."""
    person = open_record(who(request), pk)
    somebody = somebody_near(who(request), person.site_id, other)
    actions.take_back_not_the_same(person, somebody, by=who(request))
    messages.success(
        request, "Taken back. We show the two as possible duplicates again."
    )
    return redirect("welcome:alike", person.pk)
