"""Who it is at the partner, when someone else takes over there."""

from collections.abc import Iterable

from django.db import transaction

from welcome import actions as welcome
from welcome.models import User
from welcome.refusals import Refused

from ..access.move_permissions import check
from ..models import Referral
from ..models.referral_states import WITH_PARTNER
from . import state_moves
from .answering import works_there
from .holder_after import is_with_partner
from .referral_events import happened
from .telling import tell


@transaction.atomic
def name_worker(referral: Referral, *, by: User, worker: User, seen: str) -> Referral:
    """From now on `worker` is the one to ask for. They are told; no one tells again."""
    referral = state_moves.locked(referral)
    check("name_worker", referral, by)
    if referral.state not in WITH_PARTNER:
        raise Refused("This has changed. You can only do this while you are helping.")
    works_there(worker, referral)
    if referral.worker_id == worker.pk:  # pressed twice
        return referral
    state_moves.as_seen(referral, seen)
    referral.worker = worker
    referral.save(update_fields=["worker"])
    holding = referral.person.holdings.filter(until_at=None).first()
    if is_with_partner(holding, referral):
        partner = referral.partner
        welcome.hold(referral.person, by=by, partner=partner, worker=worker)
    event = happened("referral.worker_named", referral, by=by)
    if worker != by:
        tell(event, referral, [worker.email], "worker_named")
    return referral


@transaction.atomic
def hand_to_colleague(
    ticked: Iterable[tuple[Referral, str]], *, by: User, worker: User
) -> None:
    """All of those ticked, each as the page showed it; none where one has changed."""
    for referral, seen in ticked:
        name_worker(referral, by=by, worker=worker, seen=seen)
