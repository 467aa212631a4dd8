"""A team's sent referrals and a partner's own as files: same filters, same rights."""

from django.http import HttpRequest, StreamingHttpResponse
from django.views.decorators.http import require_safe

from welcome import actions as welcome
from welcome.access.permissions import May, requires, who
from welcome.access.workplaces import colleagues_in_teams_of
from welcome.models import Look
from welcome.web.csv_files import AT_MOST, stream_csv

from ..access.workers import colleagues_at_partners_of
from ..forms.inbox import InboxFilters
from ..forms.sent import SentFilters
from ..models import Referral
from ..models.referrals import ReferralQuerySet
from ..reading import referrals_listed as listed
from ..reading.sort_orders import ASKED, SENT, Order


@require_safe
@requires(May.SEND_REFERRALS)
def sent_csv(request: HttpRequest) -> StreamingHttpResponse:
    """What a team has sent, as its page shows it."""
    user = who(request)
    filters = SentFilters(request.GET, workers=colleagues_in_teams_of(user))
    rows = listed.sent_by_teams_of(user, filters.codes)
    found = _sorted(rows, SENT[filters.codes["sort"]])
    taken = found[:AT_MOST]
    people = [referral.person_id for referral in taken]
    welcome.take_list("sent", by=user, people=people, rows=len(taken))
    cells = map(listed.sent_cells, taken)
    is_cut = len(found) > AT_MOST
    return stream_csv("sent", listed.SENT_HEADINGS, cells, is_cut=is_cut)


@require_safe
@requires(May.ANSWER_REFERRALS)
def all_referrals_csv(request: HttpRequest) -> StreamingHttpResponse:
    """What a partner was asked: a name only where the story is shared."""
    user = who(request)
    filters = InboxFilters(request.GET, workers=colleagues_at_partners_of(user))
    rows = listed.at_partners_of(user, filters.codes)
    found = _sorted(rows, ASKED[filters.codes["sort"]])
    taken = found[:AT_MOST]
    named = [referral.person_id for referral in taken if referral.is_shared]
    why = Look.Why.REFERRAL
    welcome.take_list("inbox", by=user, people=named, rows=len(taken), why=why)
    cells = map(listed.partner_cells, taken)
    is_cut = len(found) > AT_MOST
    return stream_csv("referrals", listed.PARTNER_HEADINGS, cells, is_cut=is_cut)


def _sorted(rows: ReferralQuerySet, order: Order) -> list[Referral]:
    """As on the page, and one more than a file holds."""
    with_names = order.with_keys(rows).select_related(
        "person", "team", "partner", "offer", "worker", "agreement"
    )
    return list(with_names.order_by(*order.by)[: AT_MOST + 1])
