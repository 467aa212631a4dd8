"""Every referral of one person, and who may read what under it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from welcome.access.permissions import May, open_record, requires, who
from welcome.reading.banner import banner_for
from welcome.web.pagination import page_of

from ..reading.referrals_listed import asked_for


@require_safe
@requires(May.SEND_REFERRALS)
def referrals_of_person(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The newest move first; ended ones are in it."""
    person = open_record(who(request), pk)
    page = page_of(asked_for(person), request, by=("-moved_at", "-pk"))
    context = {"person": person, "banner": banner_for(person), "page": page}
    return render(request, "referrals/referrals/of_person.html", context)
