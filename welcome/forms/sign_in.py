"""The sign-in form in our words: each error says what to do."""

from typing import Any

from allauth.account.forms import LoginForm, ResetPasswordForm
from allauth.core import context
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from django.http import HttpRequest

from ..actions import passwords
from ..encryption import decrypt, encrypt

_ASKED = {"login": "Write your e-mail address", "password": "Write your password"}


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
        return str(self.cleaned_data["email"])

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        passwords.ask(self.cleaned_data["email"])
        return str(self.cleaned_data["email"])


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
