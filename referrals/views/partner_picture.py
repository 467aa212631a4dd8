"""How a partner is doing, for its own eyes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from welcome.access.permissions import May, requires, who

from ..reading.partner_picture import picture_of


@require_safe
@requires(May.ANSWER_REFERRALS)
def our_picture(request: HttpRequest) -> HttpResponse:
    """Their last twelve months, in words and a small drawing."""
    context = {"picture": picture_of(who(request))}
    return render(request, "referrals/offers/our_picture.html", context)
