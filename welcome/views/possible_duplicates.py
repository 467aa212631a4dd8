"""Others who look like somebody: are they two people, or one told twice?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from .. import actions
from ..access.comparing import seen_by, somebody_near
from ..access.permissions import May, may, open_record, requires, who
from ..finding.possible_duplicates import Twin, likely_twins_of
from ..linking.family import one_of_each
from ..models import Person
from ..reading.banner import banner_for


@require_safe
@requires(May.WELCOME_PEOPLE)
def alike(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Who may be the same as this person, and why."""
    person = open_record(who(request), pk)
    context = {
        "person": person,
        "banner": banner_for(person),
        "twins": seen_by(who(request), _alike(person)),
        "may_link": may(who(request), May.LINK_RECORDS),
    }
    return render(request, "welcome/possible_duplicates/alike.html", context)


def _alike(person: Person) -> list[Twin]:
    """Each once, by the record that stayed, and never the person themselves."""
    alike = one_of_each(likely_twins_of(person))
    return [twin for twin in alike if twin.person != person]


@require_POST
@requires(May.WELCOME_PEOPLE)
def not_the_same(request: HttpRequest, pk: UUID, other: UUID) -> HttpResponse:
    """They are two people: remembered, and never asked again."""
    person = open_record(who(request), pk)
    somebody = somebody_near(who(request), person.site_id, other)
    actions.say_not_the_same(person, somebody, by=who(request))
    messages.success(request, "Saved: two different people. We won’t ask again.")
    return redirect("welcome:alike", person.pk)
