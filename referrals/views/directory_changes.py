"""What the last readings of other directories changed: for team and partner leads."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from welcome.access.permissions import May, may, requires, who
from welcome.web.pagination import page_of

from ..actions import directory_rounds
from ..models import DirectoryChange, DirectoryRound
from ..reading.directory_changes import shown, with_names

#: No site reads more directories than fit on a page.
_FEEDS = 20


@require_safe
@requires(May.KEEP_DIRECTORY, May.KEEP_OFFERS)
def directory_changes(request: HttpRequest) -> HttpResponse:
    """The last reading of each directory, and every change, the newest first."""
    user = who(request)
    rounds = DirectoryRound.objects.visible_to(user).select_related("feed")
    changes = DirectoryChange.objects.visible_to(user).select_related("of__feed")
    page = page_of(changes, request, by=("-pk",))
    page.rows = [shown(change) for change in page.rows]
    context = {
        "page": page,
        "rounds": with_names(rounds.last_of_each_feed()[:_FEEDS]),
        "keeps_directory": may(user, May.KEEP_DIRECTORY),
    }
    return render(request, "referrals/offers/directory_changes.html", context)


@require_POST
@requires(May.KEEP_DIRECTORY)
def mark_missing(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A lead says that what left the directory is gone."""
    of = get_object_or_404(DirectoryRound.objects.visible_to(who(request)), pk=pk)
    directory_rounds.mark_missing(of, by=who(request))
    messages.success(request, "We’ve stopped suggesting what left the directory.")
    return redirect("referrals:directory_changes")
