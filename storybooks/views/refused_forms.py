"""Trying an action behind a form: a refusal is said above what was typed."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.forms import Form

from welcome.refusals import Refused

from ..actions import NameLeftIn


def done(form: Form, act: Callable[[], object]) -> bool:
    """Do it. Where it is refused, the sentence stands on the form; nothing is lost."""
    try:
        act()
    except NameLeftIn as why:
        field = "named" if "named" in form.fields else None
        form.add_error(field, ValidationError(str(why), code=_NAME_LEFT))
        return False
    except Refused as why:
        form.add_error(None, str(why))
        return False
    return True


def status_of(form: Form) -> int:
    """409 where an action was refused, so that nobody takes the page for a yes."""
    refused = form.is_bound and (form.non_field_errors() or is_about_a_name(form))
    return 409 if refused else 200


def is_about_a_name(form: Form) -> bool:
    """Whether it was refused since a name that was to be left out is still there."""
    return "named" in form.fields and form.has_error("named", _NAME_LEFT)


_NAME_LEFT = "name_left"
