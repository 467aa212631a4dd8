"""Is this the same person as somebody else? Compare, link, and undo."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from .. import actions
from ..access.comparing import Pair, open_both
from ..access.permissions import May, open_record, requires, who
from ..forms.linking import LinkForm, UndoForm, holders_of
from ..linking.since import in_words, living_at, written_since
from ..linking.snapshot import seen
from ..models import DuplicateAsk, Linking, Person, User
from ..reading.banner import banner_for
from ..refusals import Refused
from ..web.post_redirect_get import redirect_with_form
from .possible_duplicates import twins_of
from .search_results import results, words_asked


@requires(May.LINK_RECORDS)
def same(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Who may be the same, and a box to find somebody else."""
    user = who(request)
    person = open_record(user, pk)
    if request.method == "POST":
        return redirect_with_form(request, "welcome:same", pk, at="else")
    words = words_asked(request)
    context = {
        "person": person,
        "banner": banner_for(person),
        "twins": twins_of(person, user),
        "q": words,
        "page": results(request, words, but=person) if words else None,
    }
    return render(request, "welcome/linking/same.html", context)


@requires(May.LINK_RECORDS)
def link(request: HttpRequest, pk: UUID, other: UUID) -> HttpResponse:
    """Side by side, a rule for each part, and then one record."""
    user = who(request)
    done = Linking.objects.visible_to(user).current().filter(kept=pk, other=other)
    if done.exists():  # pressed twice, or come back to
        return redirect("welcome:person", pk)
    pair = open_both(user, pk, other)
    holders = holders_of(pair.ours, pair.other) if pair.may_compare else {}
    form = LinkForm(request.POST or None, rows=pair.rows, holders=holders)
    if pair.may_compare and form.is_valid() and _linked(request, pair, form):
        return redirect("welcome:person", pk)
    return render(
        request,
        "welcome/linking/link.html",
        _side_by_side(pair, form, _asked(user, pair)),
    )


@require_POST
@requires(May.LINK_RECORDS)
def ask(request: HttpRequest, pk: UUID, other: UUID) -> HttpResponse:
    """Ask the team that knows the other one; their lead may read ours until then."""
    pair = open_both(who(request), pk, other)
    path = reverse("welcome:link", args=[pair.other.pk, pair.ours.pk])
    actions.ask_to_link(pair.ours, pair.other, by=who(request), path=path)
    messages.success(request, f"We’ve asked {pair.other.team}. Nothing is linked yet.")
    return redirect("welcome:person", pk)


@requires(May.LINK_RECORDS)
def undo(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Two again. What goes where is said before."""
    linkings = Linking.objects.visible_to(who(request)).select_related("other", "by")
    linking = get_object_or_404(linkings, pk=pk)
    person = open_record(who(request), linking.kept_id)
    if linking.undone_at:
        return redirect("welcome:person", person.pk)
    posted = request.POST if request.method == "POST" else None
    form = UndoForm(posted, linking=linking)
    if form.is_valid():
        actions.unlink(linking, by=who(request), **form.cleaned_data)
        messages.success(request, "Link undone. There are two records again.")
        return redirect("welcome:person", person.pk)
    context = _before_undoing(linking, person, form)
    return render(request, "welcome/linking/undo_link.html", context)


def _linked(request: HttpRequest, pair: Pair, form: LinkForm) -> Linking | None:
    """Linked, or why not, said on the page on which both can be looked at again."""
    try:
        linking = actions.link(
            pair.ours,
            pair.other,
            by=who(request),
            why=form.cleaned_data["why"],
            rules=form.rules,
            as_seen=request.POST.get("as_seen", ""),
        )
    except Refused as why:
        form.add_error(None, str(why))
        return None
    messages.success(request, "Records linked. Nothing has been lost.")
    return linking


def _side_by_side(
    pair: Pair, form: LinkForm, asked: DuplicateAsk | None
) -> dict[str, object]:
    return {
        "pair": pair,
        "person": pair.ours,
        "other": pair.other,
        "banner": banner_for(pair.ours),
        "form": form,
        "asked": asked,
        "as_seen": seen(pair.ours, pair.other) if pair.may_compare else "",
        "comes_along": in_words(living_at(pair.other)) if pair.may_compare else [],
    }


def _asked(user: User, pair: Pair) -> DuplicateAsk | None:
    """What a welcomer of this user's team asked about the two."""
    rows = DuplicateAsk.objects.visible_to(user).open().of_pair(pair.ours, pair.other)
    return rows.select_related("asked_by").first()


def _before_undoing(
    linking: Linking, person: Person, form: UndoForm
) -> dict[str, object]:
    since = written_since(linking)
    return {
        "person": person,
        "banner": banner_for(person),
        "linking": linking,
        "form": form,
        "following": in_words(since.following),
        "rest": in_words(since.rest),
    }
