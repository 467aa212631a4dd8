"""On a person's own page: a copy to take away, on paper or as a file."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from welcome.linking.family import holdings_of
from welcome.models import User
from welcome.reading.banner import banner_for
from welcome.reading.versions import story_of
from welcome.views.own_page.guard import Own, at_own_door

from .. import actions
from ..reading.personal_data_export import whole_copy


@at_own_door
def my_copy(request: HttpRequest, own: Own) -> HttpResponse:
    """The whole story on one page, made for paper."""
    person = own.person
    referrals = person.referrals.exclude(sent_at=None).select_related(
        "partner", "agreement"
    )
    context = {
        "own": own,
        "here_now": "copy",
        "banner": banner_for(person),
        "passages": story_of(person),
        "holdings": holdings_of(person).select_related("team", "partner", "worker"),
        "referrals": referrals.order_by("sent_at"),
        "today": timezone.localdate(),
    }
    return render(request, "referrals/own_page/my_copy.html", context)


@at_own_door
def my_file(request: HttpRequest, own: Own) -> HttpResponse:
    """Everything we keep about them, as a file that a computer can read."""
    if request.method != "POST" or "take" not in request.POST:
        return redirect("referrals:my_copy", own.token)
    by = User.objects.hand("person")
    copy = whole_copy(own.person)
    actions.take_copy(own.person, by=by)
    response = JsonResponse(
        copy, json_dumps_params={"indent": 2, "ensure_ascii": False}
    )
    response["Content-Disposition"] = 'attachment; filename="my-story.json"'
    return response
