"""A farewell letter on paper: for the person, and for both sides of the referral."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from welcome.access.permissions import who
from welcome.models import User
from welcome.views.own_page.guard import Own, at_own_door
from welcome.web import typst_rendering

from .. import actions
from ..access.either_side import for_either_side
from ..access.opening import may_read_letter, with_all_of_it
from ..models import Outcome, Referral
from ..reading.pdfs import letter_of


@require_safe
@for_either_side
def letter(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What was given along. A partner reads it while the story is shared with them."""
    user = who(request)
    rows = with_all_of_it(Referral.objects.visible_to(user))
    referral = get_object_or_404(rows, pk=pk)
    if not may_read_letter(user, referral):
        raise Http404
    made = typst_rendering.pdf("letter", letter_of(_said(referral)))
    actions.print_out(referral.person, by=user, sheet="letter")
    return typst_rendering.answer_with(made, "letter.pdf", to_keep=False)


@at_own_door
def my_letter(request: HttpRequest, own: Own, pk: UUID) -> HttpResponse:
    """Theirs to keep, whatever they share with that partner now."""
    sent = own.person.referrals.exclude(sent_at=None)
    rows = sent.select_related("person", "team", "partner")
    made = typst_rendering.pdf(
        "letter", letter_of(_said(get_object_or_404(rows, pk=pk)))
    )
    actions.take_copy(own.person, by=User.objects.hand("person"), sheet="letter")
    return typst_rendering.answer_with(made, "my-letter.pdf", to_keep=True)


def _said(referral: Referral) -> Outcome:
    outcome = referral.outcome
    if outcome is None or not outcome.letter:
        raise Http404
    return outcome
