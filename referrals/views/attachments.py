"""A file that an agreement names, for the partner who was asked to help."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from welcome import actions as welcome
from welcome.access.permissions import May, requires, who
from welcome.web.file_downloads import answer_with_file

from ..access.attachments import open_shared_attachment


@require_safe
@requires(May.ANSWER_REFERRALS)
def shared_attachment(request: HttpRequest, pk: UUID, file: UUID) -> HttpResponse:
    """Only while it is shared: each time, that is asked again."""
    referral, found = open_shared_attachment(who(request), pk, file)
    partner = referral.partner
    fresh = welcome.open_content(found, by=who(request), partner=partner)
    return answer_with_file(fresh)
