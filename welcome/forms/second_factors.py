"""Codes of the second factor. Wrong ones make the next wait, for whom they count."""

from typing import Any

from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator

from ..access import known_devices, rate_limits, used_codes
from ..access.sign_in import DOOR, count_or_refuse
from ..secrecy.encryption import decrypt

_DOOR = "second factor"


class _Counted:
    """Counts wrong codes alone; the owner's own browser is counted for itself."""

    user: Any
    authenticator: Authenticator

    def clean_code(self) -> str:
        request = context.request
        device = known_devices.mark_of(request, DOOR, self.user.email.lower())
        tries = rate_limits.tries(request, _DOOR, str(self.user.pk), device=device)
        count_or_refuse(tries)
        code: str = super().clean_code()  # type: ignore[misc]
        self._use(code)
        tries.succeeded()
        return code

    def _use(self, code: str) -> None:
        """A code of the app opens once; the library's own mark is only in the cache."""
        factor = self.authenticator
        if factor.type == Authenticator.Type.TOTP and not used_codes.use(
            self.user, decrypt(factor.data["secret"]), code
        ):
            raise get_adapter().validation_error("incorrect_code")


class CodeForm(_Counted, AuthenticateForm):
    """The code asked for at sign-in."""


class CodeAgainForm(_Counted, ReauthenticateForm):
    """The code asked for again, before something that matters."""
