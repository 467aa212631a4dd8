"""The steps of a narrative from the desk to the shelf, and back from it."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from welcome.access.permissions import May, requires, who

from .. import actions
from ..access.desk import on_the_desk
from ..forms.desk import CopiesForm, SendForm
from .narrative_pages import narrative_page
from .refused_forms import done, status_of


@requires(May.EDIT_STORYBOOKS)
def send(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Bring the text to its contributor."""
    narrative = on_the_desk(who(request), pk)
    form = SendForm(request.POST or None)
    act = partial(actions.send_to_contributor, narrative, by=who(request))
    if form.is_valid() and done(form, partial(act, **form.cleaned_data)):
        messages.success(request, "Sent. They have a month to answer.")
        return redirect("storybooks:narrative", narrative.pk)
    context = {"form": form, "narrative": narrative}
    return render(request, "storybooks/desk/send.html", context, status=status_of(form))


@require_POST
@requires(May.EDIT_STORYBOOKS)
def send_again(request: HttpRequest, pk: UUID) -> HttpResponse:
    narrative = on_the_desk(who(request), pk)
    actions.send_link_again(narrative, by=who(request))
    messages.success(request, "A new link is on its way. The old one no longer works.")
    return redirect("storybooks:narrative", narrative.pk)


@require_POST
@requires(May.EDIT_STORYBOOKS)
def publish(request: HttpRequest, pk: UUID) -> HttpResponse:
    narrative = on_the_desk(who(request), pk)
    actions.publish(narrative, by=who(request))
    messages.success(request, "On the shelf. Its contributor has been told.")
    return redirect("storybooks:narrative", narrative.pk)


@requires(May.EDIT_STORYBOOKS)
def take_down(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Off the shelf, after a page that says what that means."""
    narrative = on_the_desk(who(request), pk)
    if request.method == "POST":
        actions.take_down(narrative, by=who(request))
        messages.success(request, "Taken down. No one can read it any more.")
        return redirect("storybooks:narrative", narrative.pk)
    return render(request, "storybooks/desk/take_down.html", {"narrative": narrative})


@requires(May.EDIT_STORYBOOKS)
def withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    """For a contributor who rang instead: they take it back, by this editor's hand."""
    narrative = on_the_desk(who(request), pk)
    if request.method == "POST":
        actions.withdraw(narrative, by=who(request))
        messages.success(request, "Withdrawn, as they asked. It is gone.")
        return redirect("storybooks:narrative", narrative.pk)
    return render(request, "storybooks/desk/withdraw.html", {"narrative": narrative})


@require_POST
@requires(May.EDIT_STORYBOOKS)
def copies(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Where printed copies went."""
    narrative = on_the_desk(who(request), pk)
    form = CopiesForm(request.POST)
    if form.is_valid():
        actions.note_copies(narrative, by=who(request), **form.cleaned_data)
        messages.success(request, "Saved.")
        return redirect("storybooks:narrative", narrative.pk)
    return narrative_page(request, narrative, form)
