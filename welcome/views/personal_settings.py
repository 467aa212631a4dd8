"""A user's own settings: shortcuts, and what they get by e-mail."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from .. import actions
from ..access.calendar_links import has_calendar
from ..access.permissions import May, may, requires, who
from ..access.workplaces import teams_led_by
from ..forms.personal_settings import PersonalSettingsForm


@requires(*May)
def settings(request: HttpRequest) -> HttpResponse:
    """Shortcuts for everyone who works here; the morning's e-mail with a Today page."""
    user = who(request)
    now = {
        "wants_digest": "yes" if user.wants_digest else "no",
        "uses_shortcuts": "yes" if user.uses_shortcuts else "no",
    }
    has_today = may(user, May.WELCOME_PEOPLE)
    form = PersonalSettingsForm(request.POST or None, initial=now, has_today=has_today)
    if form.is_valid():
        said = form.cleaned_data
        actions.choose_shortcuts(user, by=user, uses_shortcuts=said["uses_shortcuts"])
        if has_today:
            actions.choose_digest(user, by=user, wants_digest=said["wants_digest"])
        messages.success(request, "Your settings are saved.")
        return redirect("welcome:settings")
    context = {
        "form": form,
        "has_calendar": has_calendar(user),
        "teams_led": teams_led_by(user),
    }
    return render(request, "welcome/personal_settings/personal_settings.html", context)
