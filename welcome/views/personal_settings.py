"""A user's own settings: what they get by e-mail."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from .. import actions
from ..access.permissions import May, requires, who
from ..forms.personal_settings import PersonalSettingsForm


@requires(May.WELCOME_PEOPLE)
def settings(request: HttpRequest) -> HttpResponse:
    """The morning's e-mail, on or off."""
    user = who(request)
    now = {"wants_digest": "yes" if user.wants_digest else "no"}
    form = PersonalSettingsForm(request.POST or None, initial=now)
    if form.is_valid():
        actions.choose_digest(user, by=user, **form.cleaned_data)
        messages.success(request, "Your settings are saved.")
        return redirect("welcome:settings")
    return render(
        request, "welcome/personal_settings/personal_settings.html", {"form": form}
    )
