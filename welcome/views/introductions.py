"""An introduction that needs no conversation: closed, with a reason."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from .. import actions
from ..access.permissions import May, requires, who
from ..forms.people import CloseForm
from ..models import Introduction


@requires(May.WELCOME_PEOPLE)
def close_introduction(request: HttpRequest, pk: UUID) -> HttpResponse:
    """No conversation will follow, and why."""
    waiting = Introduction.objects.visible_to(who(request))
    introduction = get_object_or_404(waiting, pk=pk)
    form = CloseForm(request.POST or None)
    if form.is_valid():
        actions.close_introduction(introduction, by=who(request), **form.cleaned_data)
        messages.success(request, "Closed. They’re no longer on the waiting list.")
        return redirect("welcome:today")
    context = {"form": form, "introduction": introduction}
    return render(request, "welcome/introductions/close_introduction.html", context)
