"""Where each begins, and a welcomer's Today: what needs them, and what is due first."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from .. import actions
from ..access.first_pages import first_page, kinds_for
from ..access.permissions import May, requires, who
from ..models import Holding, User
from ..reading.bounded_counts import MOST, bounded_counts
from ..reading.today import counted, sections
from ..refusals import Refused
from ..web.pagination import page_of


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Where someone goes after signing in."""
    if not isinstance(request.user, User):
        return redirect("welcome:front")
    page = first_page(request.user)
    if page is None:
        raise Refused(
            "Your account has no role yet. Ask your administrator to add you to a team."
        )
    return redirect(page)


@require_safe
@requires(May.WELCOME_PEOPLE)
def today(request: HttpRequest) -> HttpResponse:
    """Everything that needs this user, and what is due first stands first."""
    user = who(request)
    context = {
        "sections": sections(user, kinds_for(user)),
        "held": _held(user),
        "part_of_day": _part_of_day(),
    }
    actions.note_opened("welcome:today", by=user)
    return render(request, "welcome/today/today.html", context)


@require_safe
@requires(May.WELCOME_PEOPLE)
def today_kind(request: HttpRequest, code: str) -> HttpResponse:
    """One list of Today, whole, page by page."""
    user = who(request)
    kind = next((one for one in kinds_for(user) if one.code == code), None)
    if kind is None:
        raise Http404
    page = page_of(kind.rows(user), request, by=kind.by)
    context = {
        "kind": kind,
        "items": [kind.item(row) for row in page.rows],
        "count": counted(kind, user),
        "page": page,
    }
    return render(request, "welcome/today/today_kind.html", context)


def _held(user: User) -> str:
    """How many the team holds, as far as a glance can count."""
    now = Holding.objects.now_with_teams_of(user)
    count = bounded_counts({"held": now})["held"]
    if count > MOST:
        return f"more than {MOST} people"
    return "one person" if count == 1 else f"{count} people"


def _part_of_day() -> str:
    hour = timezone.localtime().hour
    return "morning" if hour < 12 else "afternoon" if hour < 18 else "evening"
