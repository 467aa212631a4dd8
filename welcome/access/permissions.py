"""Who may do what. Read top to bottom; there is no other place to look.

This file answers *may this user do this kind of thing?* Which rows they may do it
to is answered by `visible_to()` on each queryset. Both must say yes.
"""

from collections.abc import Callable
from enum import StrEnum, auto
from functools import wraps
from typing import Any, NoReturn, TypeVar, cast
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404

from ..audit.looks import record_look
from ..models import Look, Person, Role, User
from ..models.own_record import is_ones_own
from ..reading.person_summary import at_a_glance
from ..reading.safeguarding import with_open_concerns
from ..refusals import LinkedAway
from ..web import forms_kept


class May(StrEnum):
    WELCOME_PEOPLE = auto()
    LINK_RECORDS = auto()
    IMPORT_PEOPLE = auto()
    SEND_REFERRALS = auto()
    ANSWER_REFERRALS = auto()
    KEEP_OFFERS = auto()
    KEEP_DIRECTORY = auto()
    SEE_NUMBERS = auto()
    EDIT_STORYBOOKS = auto()
    OPEN_IN_EMERGENCY = auto()
    REVIEW_EMERGENCIES = auto()
    RAISE_SAFEGUARDING = auto()
    LEAD_SAFEGUARDING = auto()
    SET_OPENING_HOURS = auto()


ROLES: dict[str, set[May]] = {
    Role.WELCOMER: {
        May.WELCOME_PEOPLE,
        May.SEND_REFERRALS,
        May.OPEN_IN_EMERGENCY,
        May.RAISE_SAFEGUARDING,
    },
    Role.LEAD: {
        May.WELCOME_PEOPLE,
        May.LINK_RECORDS,
        May.IMPORT_PEOPLE,
        May.SET_OPENING_HOURS,
        May.KEEP_DIRECTORY,
        May.SEND_REFERRALS,
        May.OPEN_IN_EMERGENCY,
        May.RAISE_SAFEGUARDING,
    },
    Role.PARTNER: {
        May.ANSWER_REFERRALS,
        May.OPEN_IN_EMERGENCY,
        May.RAISE_SAFEGUARDING,
    },
    Role.PARTNER_LEAD: {
        May.ANSWER_REFERRALS,
        May.KEEP_OFFERS,
        May.OPEN_IN_EMERGENCY,
        May.RAISE_SAFEGUARDING,
    },
    Role.COMMISSIONER: {May.SEE_NUMBERS},
    Role.EDITOR: {May.EDIT_STORYBOOKS},
    Role.PRIVACY: {May.REVIEW_EMERGENCIES},
    Role.SAFEGUARDING: {May.LEAD_SAFEGUARDING},
    Role.ADMIN: set(),
}

#: What a view answers with: a page, or a file that is streamed.
Answer = TypeVar("Answer", bound=HttpResponseBase)


def may(user: User, permission: May) -> bool:
    return any(permission in ROLES[m.role] for m in user.current_memberships)


def requires(
    *permissions: May,
) -> Callable[[Callable[..., Answer]], Callable[..., Answer | HttpResponse]]:
    """Decorate a view: signed in, and with one of these permissions, or 403.

    Somebody whose session has ended gets back what they had typed (`away`).
    """

    def decorate(view: Callable[..., Answer]) -> Callable[..., Answer | HttpResponse]:
        @wraps(view)
        def guarded(
            request: HttpRequest, *args: Any, **kwargs: Any
        ) -> Answer | HttpResponse:
            if not request.user.is_authenticated:
                if request.method == "POST":
                    return forms_kept.give_back_words(request)
                return redirect_to_login(request.get_full_path())
            user = who(request)
            if not any(may(user, permission) for permission in permissions):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        guarded.permissions = permissions  # type: ignore[attr-defined]
        return guarded

    return decorate


def who(request: HttpRequest) -> User:
    """The user acting. Call only behind `requires`."""
    return cast(User, request.user)


def open_record(user: User, pk: UUID, *, glance: bool = False) -> Person:
    """The person, and the note that this user looked: one act, so neither is forgotten.

    The only way a staff view gets a Person. Raises Http404 for anybody else's.
    With `glance` what is small stands beside them: see `glance.at_a_glance`.
    """
    people = Person.objects.visible_to(user).with_linked()
    people = people.select_related("team", "site", "contact_wish")
    people = at_a_glance(people) if glance else people
    people = with_open_concerns(people)
    person = people.filter(pk=pk).first() or _stayed(user, pk)
    record_look(person, by=user, why=Look.Why.TEAM)
    return person


def _stayed(user: User, pk: UUID) -> NoReturn:
    """Whoever knew a record that was linked is shown to the one that stayed."""
    known = Person.objects.known_to(user).exclude(linked_to=None)
    linked = get_object_or_404(known.select_related("linked_to__team"), pk=pk)
    stayed = cast(Person, linked.linked_to)
    if is_ones_own(user, stayed):
        raise Http404
    mine = Person.objects.visible_to(user).filter(pk=stayed.pk)
    raise LinkedAway(pk, stayed, is_mine=mine.exists())
