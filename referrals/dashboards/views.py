"""The commissioner's pages. Counts, never people: all comes through `findings`."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from welcome.access.permissions import May, requires, who
from welcome.web.pagination import page_of

from ..models import Change
from . import captions, changes, ledger
from .answers import answer, signal_of
from .drawing import draw
from .files import as_csv
from .findings import Finding, find
from .forms import ChangeForm, LimitsForm
from .frames import TALL, WIDE
from .measures import MEASURES, Measure
from .places import Place, place_in, places_of
from .promises import promise_of


@requires(May.SEE_NUMBERS)
def home(request: HttpRequest) -> HttpResponse:
    """All questions, each with its answer in a sentence."""
    places = places_of(who(request))
    place = place_in(places, request.GET.get("site", ""))
    found = _findings(place, list(MEASURES.values()))
    asked = [(one, answer(one), signal_of(one)) for one in found]
    tried = Change.objects.visible_to(who(request)).filter(site__in=place.site_ids)
    return render(
        request,
        "referrals/dashboards/home.html",
        {
            "whose": places,
            "place": place,
            "asked": asked,
            "tried": page_of(
                tried.select_related("site"), request, by=("-began_on", "-pk")
            ),
        },
    )


@requires(May.SEE_NUMBERS)
def question(request: HttpRequest, slug: str) -> HttpResponse:
    """One question: the answer, the chart, what it means, and how we count."""
    places = places_of(who(request))
    finding = _asked(request, places, slug)
    return render(
        request,
        "referrals/dashboards/question.html",
        {"whose": places, "place": finding.place, **_page(finding)},
    )


@requires(May.SEE_NUMBERS)
def download(request: HttpRequest, slug: str) -> HttpResponse:
    """The tables of one question as a file."""
    return as_csv(_asked(request, places_of(who(request)), slug))


@requires(May.SEE_NUMBERS)
def note_change(request: HttpRequest) -> HttpResponse:
    """Write down a change that was tried."""
    places = places_of(who(request))
    place = place_in(places, request.GET.get("site", ""))
    first = {"site": place.site, "measure": request.GET.get("about", "")}
    form = ChangeForm(request.POST or None, sites=list(place.sites), initial=first)
    if request.method == "POST" and form.is_valid():
        change = changes.note(by=who(request), **form.cleaned_data)
        messages.success(request, f"Saved. “{change}” is now on the charts.")
        return redirect(_address(change))
    return render(
        request, "referrals/dashboards/note_change.html", {"form": form, "place": place}
    )


@requires(May.SEE_NUMBERS)
def set_limits(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Set new limits from a change: who, when and why stand on the chart."""
    mine = Change.objects.visible_to(who(request)).select_related("site")
    change = get_object_or_404(mine, pk=pk)
    form = LimitsForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        changes.set_new_limits(change, by=who(request), **form.cleaned_data)
        return redirect(_address(change))
    return render(
        request,
        "referrals/dashboards/set_limits.html",
        {"form": form, "change": change},
    )


def _address(change: Change) -> str:
    to = reverse("numbers:home")
    if change.measure:
        to = reverse("numbers:question", args=[change.measure])
    return f"{to}?site={change.site.slug}"


def _asked(request: HttpRequest, places: list[Place], slug: str) -> Finding:
    """The finding of this page; 404 for a question or a place that is not theirs."""
    place = place_in(places, request.GET.get("site", ""))
    if slug not in MEASURES:
        raise Http404
    return _findings(place, [MEASURES[slug]])[0]


def _findings(place: Place, measures: list[Measure]) -> list[Finding]:
    """Two queries, however many people. The programme's charts have no changes."""
    ledgers = ledger.read(place, measures)
    tried = Change.objects.filter(site=place.site).select_related("rebased_by")
    here = list(tried) if place.site else []
    today = timezone.localdate()
    return [find(one, place, ledgers[one.slug], here, today) for one in measures]


def _page(finding: Finding) -> dict[str, object]:
    page = {
        "finding": finding,
        "measure": finding.measure,
        "answer": answer(finding),
        "site_shown": finding.place.site,
    }
    if finding.latest is None:
        return page
    return page | {
        "drawings": [draw(finding, WIDE), draw(finding, TALL)],
        "icons": [icon for icon in (signal_of(finding), promise_of(finding)) if icon],
        "title": captions.title(finding),
        "described": captions.described(finding),
        "over": captions.over(finding),
        "lines": captions.lines(finding),
        "shapes": captions.shapes(finding),
        "newest_first": finding.dots[::-1],
        "when": captions.when(finding),
    }
