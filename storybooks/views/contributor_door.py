"""Coming in at a contributor's own door, with the word that was agreed on.

Whatever the token, whoever knocks sees the same page with the same question, and after
a wrong word the same sentence: nobody learns whether there is anything behind it.
"""

from collections.abc import Callable
from functools import wraps
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from welcome.forms.second_fact import FactForm
from welcome.models import PrivateLink
from welcome.private_links import tokens
from welcome.views import second_fact
from welcome.web.cache_headers import not_kept_nor_found

from ..models import Narrative

WRONG = (
    "That did not open the page. Try the word again, or ask your editor to remind you "
    "what you agreed on. After a few wrong words you’ll have to wait."
)
View = Callable[[HttpRequest, str, Narrative], HttpResponse]


def at_their_door(view: View) -> Callable[[HttpRequest, str], HttpResponse]:
    """The view gets the narrative; before that the word is asked for, once in a while.

    What was typed on a page whose door has closed meanwhile is carried along, and
    arrives once the word is given.
    """

    @wraps(view)
    @not_kept_nor_found
    def guarded(request: HttpRequest, token: str) -> HttpResponse:
        link = find(token)
        if link and tokens.is_open_here(request, link):
            request.inside = link  # type: ignore[attr-defined]  # for words_key
            return view(request, token, _behind(link))
        form = FactForm(request.POST if "fact" in request.POST else None)
        if form.is_valid() and second_fact.opens(
            request, link, token, form, wrong=WRONG
        ):
            tokens.remember(request, cast(PrivateLink, link))
            return second_fact.let_in(
                request, _enter(request, link, token, view), token
            )
        return _ask(request, form)

    return guarded


def _enter(
    request: HttpRequest, link: PrivateLink | None, token: str, view: View
) -> HttpResponse:
    """What was typed before the door closed goes on; otherwise the page opens."""
    if not second_fact.carried(request):
        return redirect(request.path)
    return view(request, token, _behind(cast(PrivateLink, link)))


def find(token: str) -> PrivateLink | None:
    return tokens.find(PrivateLink.Purpose.CONTRIBUTOR, token)


def _behind(link: PrivateLink) -> Narrative:
    rows = Narrative.objects.select_related("storybook__site", "site", "contributor")
    return rows.get(pk=link.subject)


def _ask(request: HttpRequest, form: FactForm) -> HttpResponse:
    context: dict[str, object] = {"form": form, "carried": second_fact.carried(request)}
    return render(request, "storybooks/contributor_page/mine_ask.html", context)
