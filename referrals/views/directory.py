"""What is offered here, and where: for welcome teams, before anybody is asked."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from welcome.access.permissions import May, may, requires, who
from welcome.access.workplaces import team_of
from welcome.web.pagination import page_of

from ..matching.searching import offered_choices, searched
from ..matching.tiles import drawn
from ..models import Offer
from ..models.offers import ROOMIEST_FIRST

AT_MOST = 40


@require_safe
@requires(May.SEND_REFERRALS)
def directory(request: HttpRequest) -> HttpResponse:
    """The offers of this user's place, on a map of tiles and in a list."""
    team = team_of(who(request))
    search = searched(request.GET)
    offers = Offer.objects.filter(site=team.site).offered().select_related("partner")
    page = page_of(
        search.among(offers).by_room(),
        request,
        by=ROOMIEST_FIRST,
        size=AT_MOST,
        keys_from=Offer.objects.by_room(),
    )
    choices = offered_choices(team.site)
    everywhere = search.anywhere().among(offers).order_by()
    counts = _counts(everywhere.values_list("districts", flat=True), choices["areas"])
    context = {
        **choices,
        "search": search,
        "page": page,
        "map": drawn(counts),
        "keep": search.without_area(),
        "here_now": team.site,
        "keeps_directory": may(who(request), May.KEEP_DIRECTORY),
    }
    return render(request, "referrals/offers/directory.html", context)


def _counts(rows: Iterable[list[str]], areas: list[str]) -> dict[str, int]:
    """How many offers are for each district; one without any is for all."""
    counts = dict.fromkeys(areas, 0)
    for districts in rows:
        for area in set(districts or areas) & counts.keys():
            counts[area] += 1
    return counts
