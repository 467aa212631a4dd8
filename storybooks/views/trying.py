"""Trying an action behind a form: a refusal is said above what was typed."""

from collections.abc import Callable

from django.forms import Form

from welcome.refusals import Refused


def done(form: Form, act: Callable[[], object]) -> bool:
    """Do it. Where it is refused, the sentence stands on the form; nothing is lost."""
    try:
        act()
    except Refused as why:
        form.add_error(None, str(why))
        return False
    return True


def status_of(form: Form) -> int:
    """409 where an action was refused, so that nobody takes the page for a yes."""
    return 409 if form.is_bound and form.non_field_errors() else 200
