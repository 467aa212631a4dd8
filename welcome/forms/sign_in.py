"""The sign-in form in our words: each error says what to do."""

from typing import Any

from allauth.account.forms import LoginForm

_ASKED = {"login": "Write your e-mail address", "password": "Write your password"}


class SignInForm(LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, words in _ASKED.items():
            self.fields[name].error_messages["required"] = words
