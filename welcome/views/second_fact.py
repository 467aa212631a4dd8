"""Knocking at a private door: what is the same at each of them."""

from django.http import HttpRequest, HttpResponse

from ..access import known_devices, rate_limits
from ..forms.second_fact import FactForm
from ..models import PrivateLink
from ..private_links import tokens

_DOOR = "private link"
_WAIT = (
    "There were too many wrong words. Wait {}, then try again. You can use a phone or "
    "computer that has opened this page before straight away. Or ring us."
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

    Without a link the same is done and said, so that no one learns which it was.
    """
    subject = tokens.hash_of(token)
    device = known_devices.mark_of(request, _DOOR, subject)
    tries = rate_limits.tries(request, _DOOR, subject, device=device)
    if wait := tries.count():
        form.add_error(None, _WAIT.format(rate_limits.in_words(wait)))
        return False
    if not tokens.open_with(link, form.cleaned_data["fact"]):
        tokens.note_wrong(link, waits=bool(tries.wait()))
        form.add_error("fact", wrong)
        return False
    tries.succeeded()
    return True


def let_in(request: HttpRequest, response: HttpResponse, token: str) -> HttpResponse:
    """The answer after the right word: this browser is known at this door now."""
    subject = tokens.hash_of(token)
    known_devices.remember(request, response, _DOOR, subject)
    return response


def carried(request: HttpRequest) -> list[tuple[str, str]]:
    """What was typed on a page whose door has closed meanwhile, to be brought along."""
    return [
        (name, value)
        for name, values in request.POST.lists()
        if name not in _NEVER_CARRIED
        for value in values
    ]
