"""The safeguarding lead's list: open concerns by their review, then closed ones."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..access.permissions import May, requires, who
from ..models import SafeguardingConcern
from ..reading.safeguarding import counted
from ..web.pagination import page_of


@require_safe
@requires(May.LEAD_SAFEGUARDING)
def safeguarding(request: HttpRequest) -> HttpResponse:
    """What is overdue for review stands first. Nothing of a story is on it."""
    mine = SafeguardingConcern.objects.led_by(who(request))
    rows = mine.select_related("person__team", "site", "from_team", "from_organisation")
    context: dict[str, object] = {
        "open": page_of(rows.open(), request, by=("review_on", "pk")),
        "closed": page_of(
            rows.closed(), request, by=("-closed_at", "-pk"), mark="closed"
        ),
        **counted(mine),
    }
    return render(request, "welcome/safeguarding/concerns.html", context)
