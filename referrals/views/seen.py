"""What a page showed, sent back by its form; and the form again where that changed."""

from collections.abc import Callable
from typing import TypeVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms import Form
from django.http import HttpRequest

from welcome.refusals import Refused, Stale

from .. import actions

Done = TypeVar("Done")
_STALE = "stale"


def seen_on(request: HttpRequest, name: str = "seen") -> str:
    """What the page showed on which the button was pressed; never None."""
    return request.POST.get(name, "")


def add_refusal(form: Form, why: Refused, field: str | None = None) -> None:
    """Say why not above what was typed; beside a field, where the page is not old."""
    if isinstance(why, Stale):
        form.add_error(None, ValidationError(str(why), code=_STALE))
    else:
        form.add_error(field, str(why))


def status_of(form: Form) -> int:
    """409 where the page was out of date: what was typed is still in the form."""
    return 409 if form.has_error(NON_FIELD_ERRORS, _STALE) else 200


def unless_refused(
    form: Form, field: str | None, act: Callable[..., Done]
) -> Done | None:
    """What was done; or None, and why not stands beside what was typed."""
    try:
        return act(**form.cleaned_data)
    except actions.Unsaid as against:
        form.add_error("despite", f"{against} Write why you want to ask anyway.")
        return None
    except Refused as why:
        add_refusal(form, why, field)
        return None
