"""Knocking at a private door: what is the same at each of them."""

from django.http import HttpRequest

from . import crowds, private_links
from .forms.fact import FactForm
from .models import PrivateLink

_NEVER_CARRIED = ("csrfmiddlewaretoken", "fact")


def opens(
    request: HttpRequest, link: PrivateLink | None, form: FactForm, *, wrong: str
) -> bool:
    """Whether the word opens this door; else the form says so, in one sentence.

    Without a link the same is done and said, so that nobody learns which it was.
    """
    if crowds.too_many(request, "private_link", per_hour=30):
        form.add_error(None, crowds.SENTENCE)
        return False
    if not private_links.open_with(link, form.cleaned_data["fact"]):
        form.add_error("fact", wrong)
        return False
    return True


def carried(request: HttpRequest) -> list[tuple[str, str]]:
    """What was typed on a page whose door has closed meanwhile, to be brought along."""
    return [
        (name, value)
        for name, values in request.POST.lists()
        if name not in _NEVER_CARRIED
        for value in values
    ]
