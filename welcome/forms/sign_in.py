"""The sign-in form in our words: each error says what to do."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ResetPasswordForm
from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from ..access import rate_limits, used_codes
from ..access.sign_in import count_or_refuse, tries_of
from ..actions import passwords
from ..secrecy.encryption import decrypt, encrypt

_ASKED = {"login": "Write your e-mail address", "password": "Write your password"}
_MANY_ASK = "A lot of people are asking from your network. Wait {}, then try again."


class SignInForm(LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, words in _ASKED.items():
            self.fields[name].error_messages["required"] = words


class AskForLinkForm(ResetPasswordForm):
    """Whose address this is, is not looked up here: see `actions.passwords`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].error_messages["required"] = _ASKED["login"]

    def clean_email(self) -> str:
        if wait := rate_limits.asking(context.request, "new password").count():
            raise ValidationError(_MANY_ASK.format(rate_limits.in_words(wait)))
        return str(self.cleaned_data["email"])

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        passwords.ask(self.cleaned_data["email"])
        return str(self.cleaned_data["email"])


class NewPasswordForm(ChangePasswordForm):
    """A wrong password of today counts as it does at sign-in: it may be a guess."""

    def clean_oldpassword(self) -> str:
        tries = tries_of(context.request, self.user.email)
        count_or_refuse(tries)
        old = str(super().clean_oldpassword())
        tries.succeeded()
        return old


class SetUpAppForm(ActivateTOTPForm):
    """Setting up an authenticator app.

    Until the first code is typed its secret waits in the session, which is a row in the
    database: there it is encrypted too.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        session = context.request.session
        if SECRET_SESSION_KEY in session:
            session[SECRET_SESSION_KEY] = decrypt(session[SECRET_SESSION_KEY])
        super().__init__(*args, **kwargs)
        session[SECRET_SESSION_KEY] = encrypt(self.secret)

    def clean_code(self) -> str:
        """The code that sets it up is used: no one who saw it signs in with it."""
        code = str(super().clean_code())
        if not used_codes.use(self.user, self.secret, code):
            raise get_adapter().validation_error("incorrect_code")
        return code
