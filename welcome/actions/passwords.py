"""A new password: asked for, answered by a link, and set."""

from django.db import transaction
from django.urls import reverse

from ..audit import trail
from ..models import Message, PasswordResetRequest, User
from ..nudges import nudge

TEMPLATE = "password_reset"


@transaction.atomic
def ask(email: str) -> None:
    """Note that this address asks for a link. The same work for every address.

    The worker looks up whose it is. The nudge is a kindness, the sweep the promise.
    """
    PasswordResetRequest.objects.create(email=email)
    nudge("welcome.sign_in_tasks.answer_reset_requests")


def answer_requests() -> None:
    """Send a link to each address that someone here signs in with; forget the rest."""
    while _answer_next():
        pass


@transaction.atomic
def set_password(user: User, password: str, *, by: User) -> None:
    """Set a new password, and tell its owner, in case it was not them."""
    user.set_password(password)
    user.save(update_fields=["password"])
    event = trail.record("password.changed", about=user, by=by)
    path = reverse("account_reset_password")
    trail.tell(event, to=[user.email], template="password_changed", path=path)


@transaction.atomic
def _answer_next() -> bool:
    """Answer the oldest request that no other worker holds. False if there is none."""
    requests = PasswordResetRequest.objects.select_for_update(skip_locked=True)
    asked = requests.order_by("asked_at", "pk").first()
    if asked is None:
        return False
    if user := _whose(asked.email):
        _send_link(user)
    asked.delete()
    return True


def _whose(email: str) -> User | None:
    """Who signs in with this address. A hand of the house never does."""
    people = User.objects.filter(email__iexact=email, is_active=True)
    return people.exclude(email__iendswith="@hands.invalid").first()


def _send_link(user: User) -> None:
    """To the address that we know, not as it was typed. Not twice while one waits.

    The link itself is made as the message leaves: no key to an account is stored.
    """
    waiting = Message.objects.filter(to=user.email, template=TEMPLATE, sent_at=None)
    if not waiting.exists():
        hand = User.objects.hand("front_door")
        event = trail.record("password.asked", about=user, by=hand)
        trail.tell(event, to=[user.email], template=TEMPLATE)
