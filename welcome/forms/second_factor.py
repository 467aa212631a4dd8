"""Codes of the second factor. Wrong ones make the next wait, for whom they count."""

from typing import Any

from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from django.core.exceptions import ValidationError

from .. import known_devices, rate_limits
from ..sign_in import DOOR, wait_or_refuse

_DOOR = "second factor"


class _Counted:
    """Counts wrong codes alone; the owner's own browser is counted for itself."""

    user: Any

    def clean_code(self) -> str:
        request = context.request
        device = known_devices.mark_of(request, DOOR, self.user.email.lower())
        tries = rate_limits.tries(request, _DOOR, str(self.user.pk), device=device)
        wait_or_refuse(tries)
        try:
            code: str = super().clean_code()  # type: ignore[misc]
        except ValidationError:
            tries.failed()
            raise
        tries.succeeded()
        return code


class CodeForm(_Counted, AuthenticateForm):
    """The code asked for at sign-in."""


class CodeAgainForm(_Counted, ReauthenticateForm):
    """The code asked for again, before something that matters."""
