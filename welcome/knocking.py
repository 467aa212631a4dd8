"""Knocking at a private door: what is the same at each of them."""

from django.http import HttpRequest, HttpResponse

from . import known_devices, private_links, rate_limits
from .forms.fact import FactForm
from .models import PrivateLink

_DOOR = "private link"
_WAIT = (
    "There were too many wrong words. Wait {}, then try again. A phone or computer on "
    "which this page was opened before works straight away. Or ring us."
)
_NEVER_CARRIED = ("csrfmiddlewaretoken", "fact")


def opens(
    request: HttpRequest,
    link: PrivateLink | None,
    token: str,
    form: FactForm,
    *,
    wrong: str,
) -> bool:
    """Whether the word opens this door; else the form says so, in one sentence.

    Without a link the same is done and said, so that nobody learns which it was.
    """
    device = known_devices.mark_of(request, _DOOR, token)
    tries = rate_limits.tries(request, _DOOR, token, device=device)
    if wait := tries.wait():
        form.add_error(None, _WAIT.format(rate_limits.in_words(wait)))
        return False
    fact = form.cleaned_data["fact"]
    if not private_links.open_with(link, fact, is_known=bool(device)):
        tries.failed()
        form.add_error("fact", wrong)
        return False
    tries.succeeded()
    return True


def let_in(request: HttpRequest, response: HttpResponse, token: str) -> HttpResponse:
    """The answer after the right word: this browser is known at this door now."""
    known_devices.remember(request, response, _DOOR, token)
    return response


def carried(request: HttpRequest) -> list[tuple[str, str]]:
    """What was typed on a page whose door has closed meanwhile, to be brought along."""
    return [
        (name, value)
        for name, values in request.POST.lists()
        if name not in _NEVER_CARRIED
        for value in values
    ]
