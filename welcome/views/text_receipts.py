"""Delivery receipts: what a provider says became of a text. For machines, not people.

The provider shows SMS_RECEIPT_TOKEN as a bearer token. Without the setting there is no
such page. Nothing of what it sends is kept but the reference and the status.
"""

import json
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from .. import actions
from ..access import rate_limits

#: What each provider calls the end of a text; other words are steps on the way.
_ENDS: dict[str, dict[str, bool]] = {
    "notify": {
        "delivered": True,
        "permanent-failure": False,
        "temporary-failure": False,
        "technical-failure": False,
    },
    "gateway": {"delivered": True, "failed": False},
}


@csrf_exempt
@require_POST
def take_receipt(request: HttpRequest, provider: str) -> HttpResponse:
    """204 when noted, 404 for a text that is not ours."""
    if provider not in _ENDS or not settings.SMS_RECEIPT_TOKEN:
        raise Http404
    if not _has_token(request):
        wait = rate_limits.asking(request, "receipts").count()
        return HttpResponse(status=429 if wait else 403)
    try:
        reference, status = _read(request.body)
    except ValueError:
        return HttpResponse(status=400)
    arrived = _ENDS[provider].get(status)
    if arrived is not None and not actions.note_receipt(reference, arrived=arrived):
        raise Http404
    return HttpResponse(status=204)


def _has_token(request: HttpRequest) -> bool:
    """A right token never waits, so that no stranger can hold up a provider."""
    shown = request.headers.get("Authorization", "")
    return constant_time_compare(shown, f"Bearer {settings.SMS_RECEIPT_TOKEN}")


def _read(body: bytes) -> tuple[UUID, str]:
    """The reference and the status. Raises ValueError for anything else."""
    said = json.loads(body)
    if not isinstance(said, dict):
        raise ValueError
    return UUID(str(said.get("reference"))), str(said.get("status"))
