"""Who it is at the partner, when somebody else takes over there."""

from django.db import transaction

from welcome import actions as welcome
from welcome.models import User
from welcome.refusals import Refused

from ..access.move_permissions import check
from ..models import Referral
from ..models.referrals import WITH_PARTNER
from . import moves
from .answering import works_there


@transaction.atomic
def name_worker(referral: Referral, *, by: User, worker: User, seen: str) -> Referral:
    """From now on `worker` is the one to ask for. They are told; nobody tells again."""
    referral = moves.locked(referral)
    check("name_worker", referral, by)
    if referral.state not in WITH_PARTNER:
        raise Refused("Somebody is named where help is under way: this has moved on.")
    works_there(worker, referral)
    if referral.worker_id == worker.pk:  # pressed twice
        return referral
    moves.as_seen(referral, seen)
    referral.worker = worker
    referral.save(update_fields=["worker"])
    holding = referral.person.holdings.filter(until_at=None).first()
    if holding and holding.partner_id == referral.partner_id:
        partner = referral.partner
        welcome.hold(referral.person, by=by, partner=partner, worker=worker)
    event = moves.happened("referral.worker_named", referral, by=by)
    if worker != by:
        moves.tell(event, referral, [worker.email], "worker_named")
    return referral
