"""Pages that both sides of a referral may open: who sent it, and who was asked."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from welcome.access.permissions import May, may, who
from welcome.web import forms_kept

View = Callable[..., HttpResponse]


def for_either_side(view: View) -> View:
    """Signed in, and may send or answer referrals; which ones, `visible_to` says.

    Somebody whose session has ended gets back what they had typed (`away`).
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            if request.method == "POST":
                return forms_kept.give_back_words(request)
            return redirect_to_login(request.get_full_path())
        user = who(request)
        if not (may(user, May.SEND_REFERRALS) or may(user, May.ANSWER_REFERRALS)):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded
