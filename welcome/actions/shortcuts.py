"""Single-key shortcuts, on or off: chosen by each user."""

from django.db import transaction

from ..audit import trail
from ..audit.settings_payloads import ShortcutsChosen
from ..models import User


@transaction.atomic
def choose_shortcuts(user: User, *, by: User, uses_shortcuts: bool) -> User:
    """Whether single keys do anything. Does nothing where it is so already."""
    changed = User.objects.filter(pk=user.pk, uses_shortcuts=not uses_shortcuts)
    if changed.update(uses_shortcuts=uses_shortcuts):
        codes = ShortcutsChosen(on=uses_shortcuts)
        trail.record(
            "shortcuts.chosen", about=user, by=by, site=user.site, detail=codes
        )
    return user
