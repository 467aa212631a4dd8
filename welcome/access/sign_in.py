"""Signing in: by e-mail, never by signing up. Accounts are made by an administrator."""

import logging
from typing import Any, cast

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from ..actions import passwords, second_factors
from ..models import User
from . import encryption, known_devices, rate_limits

#: Where failures of signing in are counted.
DOOR = "sign-in"

logger = logging.getLogger(__name__)


class Adapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": (
            "E-mail or password is wrong. Try again, or ask for a new password."
        ),
    }

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Before any password is looked at: wait, where too many were wrong."""
        count_or_refuse(tries_of(request, credentials.get("email")))

    def _rollback_login_failed_rl_usage(self) -> None:
        """`authenticate` takes back what was right."""

    def authenticate(
        self, request: HttpRequest, **credentials: Any
    ) -> AbstractBaseUser | None:
        user = super().authenticate(request, **credentials)
        if user:
            tries_of(request, credentials.get("email")).succeeded()
        return user

    def post_login(
        self, request: HttpRequest, user: AbstractBaseUser, **how: Any
    ) -> HttpResponse:
        """After the last factor: this browser is known from now on."""
        response = super().post_login(request, user, **how)
        subject = cast(User, user).email.lower()
        known_devices.remember(request, response, DOOR, subject)
        return response

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return reverse("welcome:home")

    def set_password(self, user: User, password: str) -> None:
        """By a link for a forgotten one, or on their own page."""
        passwords.set_password(user, password, by=user)
        forgive(context.request, user)

    def send_notification_mail(
        self, template_prefix: str, user: User, context: Any = None, email: Any = None
    ) -> None:
        """In our words, by the outbox. `set_password` has told of a password."""
        if template_prefix.startswith("mfa/"):
            second_factors.tell_changed(user)

    def send_mail(self, template_prefix: str, email: str, context: Any) -> None:
        """Send nothing: a mail of the library is not in our words.

        Its links are made from the Host header, which anyone can set, and it would be
        sent within the request, so that an answer tells by its time who is known here.
        """
        logger.error("mail outside the outbox", extra={"problem": template_prefix})


class SecondFactorAdapter(DefaultMFAAdapter):
    """TOTP secrets and recovery codes are stored encrypted."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": (
            "This code is wrong or too old. Type the one you can see now."
        ),
    }

    def encrypt(self, text: str) -> str:
        return encryption.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return encryption.decrypt(encrypted_text)


def count_or_refuse(tries: rate_limits.Tries) -> None:
    """Raises ValidationError with how long to wait, and what helps meanwhile."""
    if wait := tries.count():
        raise ValidationError(
            f"There were too many wrong tries. Wait {rate_limits.in_words(wait)}, then "
            "try again. A passkey, or a browser you have signed in with before, works "
            "straight away."
        )


def forgive(request: HttpRequest, user: User) -> None:
    """Forget wrong tries at this account: its owner has shown who they are."""
    subject = user.email.lower()
    for device in {"", known_devices.mark_of(request, DOOR, subject)}:
        rate_limits.tries(request, DOOR, subject, device=device).forgive()


def tries_of(request: HttpRequest, email: str | None) -> rate_limits.Tries:
    """By the address that was typed, whether anyone has it or not; or who is here."""
    email = email or getattr(request.user, "email", "")
    subject = str(email).strip().lower()
    device = known_devices.mark_of(request, DOOR, subject)
    return rate_limits.tries(request, DOOR, subject, device=device)


def lacks_second_factor(user: User) -> bool:
    """Whether this user must still set up a second factor before anything else."""
    return (
        settings.SECOND_FACTOR
        and bool(user.current_memberships or user.is_staff)
        and not is_mfa_enabled(user)
    )
