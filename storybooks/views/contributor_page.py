"""A contributor's own page: read it, say yes, ask for a change, take it back."""

from functools import partial

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from welcome.models import User
from welcome.private_links import tokens
from welcome.web.cache_headers import not_kept_nor_found

from .. import actions
from ..actions.moves import live_consent
from ..actions.names_left_out import names_known_to_be_left_in, please_take_out
from ..deidentifying.names_allowed import Naming
from ..forms.contributor_page import ChangeForm, LastingForm, YesForm
from ..models import Narrative, State
from .contributor_door import at_their_door, find
from .refused_forms import done, is_about_a_name, status_of


@at_their_door
def mine(request: HttpRequest, token: str, narrative: Narrative) -> HttpResponse:
    """The words as people will read them, or what has become of them."""
    return _page(request, token, narrative)


@at_their_door
def yes(request: HttpRequest, token: str, narrative: Narrative) -> HttpResponse:
    """Yes to exactly these words."""
    if request.method != "POST":
        return redirect("storybooks:mine", token)
    form = YesForm(request.POST, contributor=narrative.contributor)
    act = partial(actions.approve, narrative, by=_their_hand())
    said = form.consent() if form.is_valid() else None
    if said and done(form, partial(act, **said)):
        return redirect("storybooks:mine", token)
    if said and is_about_a_name(form):
        asked = Naming(said["named"], said["shown_as"])
        actions.note_name_left_in(narrative, by=_their_hand(), naming=asked)
    return _page(request, token, narrative, saying=form)


@at_their_door
def change(request: HttpRequest, token: str, narrative: Narrative) -> HttpResponse:
    """Please change this."""
    if request.method != "POST":
        return redirect("storybooks:mine", token)
    form = ChangeForm(request.POST)
    act = partial(actions.ask_changes, narrative, by=_their_hand())
    if form.is_valid() and done(form, lambda: act(**form.cleaned_data)):
        return redirect("storybooks:mine", token)
    return _page(request, token, narrative, asking=form)


@at_their_door
def longer(request: HttpRequest, token: str, narrative: Narrative) -> HttpResponse:
    """Let it stay for longer."""
    if request.method != "POST":
        return redirect("storybooks:mine", token)
    form = LastingForm(request.POST)
    act = partial(actions.agree_again, narrative, by=_their_hand())
    if form.is_valid() and done(form, partial(act, **form.lasting())):
        return redirect("storybooks:mine", token)
    return _page(request, token, narrative, lasting=form)


@at_their_door
def take_back(request: HttpRequest, token: str, narrative: Narrative) -> HttpResponse:
    """One clear page with what happens and what cannot be recalled; then at once."""
    if narrative.state == State.WITHDRAWN:
        return redirect("storybooks:mine", token)
    if request.method == "POST":
        actions.withdraw(narrative, by=_their_hand())
        return redirect("storybooks:mine", token)
    context = {"narrative": narrative, "token": token}
    return render(request, "storybooks/contributor_page/mine_take_back.html", context)


@require_POST
@not_kept_nor_found
def leave(request: HttpRequest, token: str) -> HttpResponse:
    """Close the door in this browser: for a phone that others use as well."""
    link = find(token)
    if link:
        tokens.forget(request, link)
    return redirect("storybooks:mine", token)


def _page(
    request: HttpRequest, token: str, narrative: Narrative, **forms: Form
) -> HttpResponse:
    """The page for the state it is in, with the forms that this state has."""
    narrative.refresh_from_db()
    consent = live_consent(narrative)
    seen = {"fingerprint": narrative.fingerprint}
    left = names_known_to_be_left_in(narrative)
    context: dict[str, object] = {
        "narrative": narrative,
        "token": token,
        "consent": consent,
        "shown_as": consent.shown_as if consent else narrative.contributor.shown_as,
        "left": left,
        "saying": YesForm.of(narrative),
        "asking": ChangeForm(initial={"words": please_take_out(left)}),
        "lasting": LastingForm(initial=seen),
    }
    request.here = narrative.told_at  # type: ignore[attr-defined]
    status = max((status_of(form) for form in forms.values()), default=200)
    return render(
        request, "storybooks/contributor_page/mine.html", context | forms, status=status
    )


def _their_hand() -> User:
    return User.objects.hand("person")
