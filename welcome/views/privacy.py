"""The privacy lead's page: every record that was opened in an emergency."""

from uuid import UUID

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from .. import actions
from ..access.permissions import May, requires, who
from ..audit.event_rows import label
from ..forms.emergencies import ReviewForm
from ..models import Emergency, Look
from ..refusals import Refused
from ..web.pagination import page_of

#: More than these are looked at after these.
AT_MOST = 50


@require_safe
@requires(May.REVIEW_EMERGENCIES)
def privacy(request: HttpRequest) -> HttpResponse:
    """What waits to be looked at, the oldest first; then what was looked at."""
    mine = Emergency.objects.for_review_by(who(request))
    mine = mine.select_related("by", "site", "person", "reviewed_by")
    context = {
        "waiting": page_of(
            mine.to_review(),
            request,
            by=("opened_at", "pk"),
            size=AT_MOST,
            mark="waiting",
        ),
        "page": page_of(mine.reviewed(), request, by=("-reviewed_at", "-pk")),
    }
    actions.note_opened("welcome:privacy", by=who(request))
    return render(request, "welcome/privacy/privacy.html", context)


@requires(May.REVIEW_EMERGENCIES)
def privacy_emergency(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Who, when, why, how often it was read. Never the story itself."""
    rows = Emergency.objects.for_review_by(who(request))
    rows = rows.select_related("by", "site", "person__team", "reviewed_by", "told_by")
    emergency = get_object_or_404(rows, pk=pk)
    form = ReviewForm(request.POST or None, emergency=emergency)
    if form.is_valid():
        try:
            actions.review(emergency, by=who(request), **form.cleaned_data)
            messages.success(
                request, "Review saved. We’ve told the person who opened it."
            )
            return redirect("welcome:privacy")
        except Refused as why:
            form.add_error(None, str(why))
    theirs = Emergency.objects.filter(by=emergency.by_id)
    context = {
        "emergency": emergency,
        "form": form,
        "looks": Look.objects.filter(
            person=emergency.person_id, about=label(emergency)
        ).count(),
        "often": theirs.aggregate(
            in_all=Count("pk"), wrong=Count("pk", filter=Q(verdict="wrong"))
        ),
    }
    return render(request, "welcome/privacy/privacy_emergency.html", context)
