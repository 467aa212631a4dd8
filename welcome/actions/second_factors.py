"""Second factors: the database writes down each that comes or goes (migration 0110).

Here is what an administrator does for someone who has lost theirs, and who is told.
"""

from collections.abc import Iterable

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import connection, transaction
from django.urls import reverse

from ..audit import trail
from ..audit.event_rows import label
from ..models import Event, User
from ..refusals import Refused


@transaction.atomic
def remove_all(user: User, *, by: User) -> None:
    """Remove every second factor of someone else, and sign them out everywhere.

    Their phone may be in other hands. They are told, in case they did not ask for it.
    """
    if user.pk == by.pk:
        raise Refused("You can’t remove your own here. Open “Your sign-in” to do it.")
    factors = Authenticator.objects.select_for_update().filter(user=user)
    if not list(factors):
        raise Refused(f"{user} has no second factor to remove.")
    _acting(by)
    factors.delete()
    _acting(None)
    for session in UserSession.objects.filter(user=user):
        session.end()
    tell_changed(user)


@transaction.atomic
def remove_all_of_each(users: Iterable[User], *, by: User) -> None:
    """The same for several people: for each of them, or for none."""
    for user in users:
        remove_all(user, by=by)


def tell_changed(user: User) -> None:
    """Tell them that a second factor was added or removed, in case it was not them."""
    events = Event.objects.filter(about=label(user))
    event = events.filter(what__startswith="second_factor.").order_by("pk").last()
    if event:
        trail.tell(
            event,
            to=[user.email],
            template="second_factor_changed",
            path=reverse("mfa_index"),
        )


def _acting(by: User | None) -> None:
    """Say to the database who removes them; otherwise it is the owner of the factor."""
    with connection.cursor() as cursor:
        setting = ["welcome.acting", str(by.pk) if by else ""]
        cursor.execute("SELECT set_config(%s, %s, true)", setting)
