"""The public front door: ask for a conversation, for oneself or for someone else."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from .. import actions, once
from ..access import rate_limits
from ..forms.front import AskForm, FrontDoorForm, IntroduceForm
from ..models import Nation, Site, User
from ..values.working_days import working_days_after

#: We ring back within two working days.
PROMISE_DAYS = 2
#: Without the words themselves: the next page has no lock, and others may look at it.
BOTH = (
    "You sent this form more than once, with different words. We’ve kept all of them, "
    "and the team will read both what you wrote first and what you wrote last."
)


def front(request: HttpRequest, slug: str = "") -> HttpResponse:
    """What this is, and the shortest form there is."""
    return _ask(request, slug, AskForm, "welcome/front/front.html")


def introduce(request: HttpRequest, slug: str = "") -> HttpResponse:
    """For someone who brings someone else."""
    return _ask(request, slug, IntroduceForm, "welcome/introductions/introduce.html")


@require_safe
def thanks(request: HttpRequest, slug: str) -> HttpResponse:
    """What happens now, and by when. Says nothing about the person who asked."""
    site = _remember(request, slug)
    return render(request, "welcome/front/thanks.html", {"by": _ring_by(site)})


@require_safe
def what_we_keep(request: HttpRequest) -> HttpResponse:
    """What we keep, who can see it, and how to say no: the page behind the foot."""
    return render(request, "welcome/front/what_we_keep.html")


@require_safe
def easier_to_read(request: HttpRequest) -> HttpResponse:
    """How to make these pages larger, calmer, or heard."""
    return render(request, "welcome/front/easier_to_read.html")


_CROWDED = (
    "A lot of people are asking from your network. Your words are still here: send "
    "them "
    "again in {}, or ring us."
)


def _ask(
    request: HttpRequest, slug: str, ask: type[FrontDoorForm], template: str
) -> HttpResponse:
    site = _remember(request, slug)
    form = ask(request.POST or None, site=site)
    asking = rate_limits.asking(request)
    if form.is_valid() and not _is_crowded(asking, form):
        made, is_news = actions.introduce_once(
            by=User.objects.hand("front_door"), **form.introduction()
        )
        if not is_news:  # pressed twice
            asking.succeeded()
        if made.said_before or once.is_another(
            made, form.cleaned_data["once"], key="once"
        ):
            messages.info(request, BOTH)
        return redirect("welcome:thanks", made.site.slug)
    context = {"form": form, "slug": slug, "by": _ring_by(site)} | _places(site)
    return render(request, template, context)


def _is_crowded(asking: rate_limits.Tries, form: FrontDoorForm) -> bool:
    """Whether this has to wait; then the form says so, with all that was typed."""
    wait = asking.count()
    if wait:
        form.add_error(None, _CROWDED.format(rate_limits.in_words(wait)))
    return bool(wait)


def _places(site: Site | None) -> dict[str, object]:
    return {} if site else {"sites": Site.objects.all()}


def _remember(request: HttpRequest, slug: str) -> Site | None:
    """The site in the address; its words and crisis lines fill the page."""
    site = get_object_or_404(Site, slug=slug) if slug else None
    request.here = site  # type: ignore[attr-defined]  # read by context.house
    return site


def _ring_by(site: Site | None) -> date:
    """The later day where the nation is not known yet: a promise must hold in both."""
    today = timezone.localdate()
    nations = [site.nation] if site else Nation.values
    return max(working_days_after(today, PROMISE_DAYS, nation) for nation in nations)
