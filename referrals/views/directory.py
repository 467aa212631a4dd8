"""What is offered here, and where: for welcome teams, before anybody is asked."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from welcome.access.permissions import May, requires, who
from welcome.access.workplaces import team_of

from ..matching.searching import offered_choices, searched
from ..matching.tiles import drawn
from ..models import Offer

AT_MOST = 40


@require_safe
@requires(May.SEND_REFERRALS)
def directory(request: HttpRequest) -> HttpResponse:
    """The offers of this user's place, on a map of tiles and in a list."""
    team = team_of(who(request))
    search = searched(request.GET)
    offers = Offer.objects.filter(site=team.site).offered().select_related("partner")
    found = list(search.among(offers).roomiest_first()[: AT_MOST + 1])
    choices = offered_choices(team.site)
    everywhere = search.anywhere().among(offers).order_by()
    counts = _counts(everywhere.values_list("districts", flat=True), choices["areas"])
    context = {
        **choices,
        "search": search,
        "offers": found[:AT_MOST],
        "more": len(found) > AT_MOST,
        "map": drawn(counts),
        "keep": search.without_area(),
        "here_now": team.site,
    }
    return render(request, "referrals/offers/directory.html", context)


def _counts(rows: Iterable[list[str]], areas: list[str]) -> dict[str, int]:
    """How many offers are for each district; one without any is for all."""
    counts = dict.fromkeys(areas, 0)
    for districts in rows:
        for area in set(districts or areas) & counts.keys():
            counts[area] += 1
    return counts
