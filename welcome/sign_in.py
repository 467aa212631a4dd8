"""Signing in: by e-mail, never by signing up. Accounts are made by an administrator."""

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from .models import User

logger = logging.getLogger(__name__)


class Adapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": (
            "This address and this password do not belong together. Try once more, or "
            "ask for a new password."
        ),
        "too_many_login_attempts": (
            "Too many tries. Wait a few minutes, then try once more."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return reverse("welcome:home")

    def send_mail(self, template_prefix: str, email: str, context: Any) -> None:
        """Only the address and a link: never the person's name."""
        context.pop("user", None)
        try:
            super().send_mail(template_prefix, email, context)
        except OSError as problem:  # the answer must not tell who has an account
            extra = {"problem": type(problem).__name__}
            logger.error("sign-in mail not carried", extra=extra)


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": (
            "This code is not right, or too old. Type the one that shows now."
        ),
    }


def lacks_second_factor(user: User) -> bool:
    """Whether this user must still set up a second factor before anything else."""
    return (
        settings.SECOND_FACTOR
        and bool(user.current_memberships or user.is_staff)
        and not is_mfa_enabled(user)
    )
