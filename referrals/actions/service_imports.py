"""Bringing services of another directory: partners and their offers, made or renewed.

A service is known again by its UUID. Only what is public is ever written: whom an
offer takes and whether there is room stay with the partner. Where a partner's
messages arrive is no business of a file either.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from welcome.audit import trail
from welcome.locking import locked
from welcome.models import Organisation, Site, User
from welcome.refusals import Refused

from ..models import Offer
from ..open_referral import reading
from ..open_referral.hanging_on import More
from ..open_referral.reading import Service
from ..payloads import OfferBrought
from .offers import keep_times
from .service_columns import columns_of

NEW, CHANGED, SAME = "new", "changed", "same"


@dataclass(frozen=True)
class Brought:
    """What came of one service; what was left out of it, and what was repaired."""

    outcome: str
    fields: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    repaired: list[str] = field(default_factory=list)


@transaction.atomic
def bring_service(
    told: Any, *, by: User, site: Site, only_look: bool = False
) -> Brought:
    """Make or renew one offer at this site. Raises Refused with every reason.

    With `only_look` everything is done, said, and undone.
    """
    found = reading.read(told, today=timezone.localdate())
    if found.wrong:
        raise Refused(" ".join(found.wrong))
    partner, fields = _bring_partner(found.service, site)
    offer = _known(found.service, site, partner)
    outcome, changed = _bring_offer(offer, found, partner)
    fields = sorted(fields + changed)
    if fields:
        outcome = NEW if outcome == NEW else CHANGED
        trail.record(
            "offer.brought",
            about=offer,
            by=by,
            site=site,
            partner=partner,
            detail=OfferBrought(outcome=outcome, fields=fields),
        )
    transaction.set_rollback(only_look)
    return Brought(outcome, fields, found.left_out, found.repaired)


def _bring_partner(service: Service, site: Site) -> tuple[Organisation, list[str]]:
    """The organisation, and which of its columns changed.

    One of the whole programme is used as it is: no file of one site changes it.
    """
    told = service.organisation
    known = Organisation.objects.filter(pk=told.id).first()
    if known is None:
        facts = {"name": told.name, "what_it_is": told.what_it_is}
        made = Organisation.objects.create(
            pk=told.id, site=site, is_partner=True, website=told.website, **facts
        )
        return made, ["partner"]
    if known.site_id not in (None, site.pk):
        raise Refused("Its organisation belongs to another site here.")
    if not known.is_partner:
        raise Refused("Its organisation is known here, but is not a partner.")
    if known.site_id is None:
        return known, []
    known = locked(Organisation.objects.all(), known.pk)
    given = {"name": told.name, "what_it_is": told.what_it_is, "website": told.website}
    changed = _write(known, {name: words for name, words in given.items() if words})
    return known, [f"partner_{name}" for name in changed]


def _known(service: Service, site: Site, partner: Organisation) -> Offer:
    """The offer as it stands, and ours until the end; or one that is not kept yet."""
    if not Offer.objects.filter(pk=service.id).exists():
        return Offer(pk=service.id, site=site, partner=partner)
    offer = locked(Offer.objects.select_related("partner", "site"), service.id)
    if offer.site_id != site.pk:
        raise Refused("It is an offer at another site here.")
    if offer.partner_id != partner.pk:
        raise Refused("It is an offer of another partner here.")
    return offer


def _bring_offer(
    offer: Offer, found: reading.Reading, partner: Organisation
) -> tuple[str, list[str]]:
    """Whether it is new, changed or the same, and which columns were written."""
    facts = columns_of(offer, found, partner)
    more = found.service.more
    if offer._state.adding:
        facts["changed_at"] = _changed(found.service)
        for name, value in facts.items():
            setattr(offer, name, value)
        offer.save(force_insert=True)
        _write_times(offer, more)
        _say_nobody_is_there(partner, found.left_out)
        return NEW, ["offer"]
    fields = _write(offer, facts) + _write_times(offer, more)
    if fields:
        Offer.objects.filter(pk=offer.pk).update(changed_at=timezone.now())
    return (CHANGED if fields else SAME), fields


def _changed(service: Service) -> datetime:
    """When the file says that it was changed, but never later than now."""
    now = timezone.now()
    return min(service.changed_at or now, now)


def _write(row: models.Model, facts: Mapping[str, object]) -> list[str]:
    """Keep what differs, and say which columns."""
    changed = [name for name, value in facts.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, facts[name])
    if changed:
        row.save(update_fields=changed)
    return changed


def _write_times(offer: Offer, more: More | None) -> list[str]:
    if more is None:
        return []
    if offer.opening == more.times:
        return []
    keep_times(offer, more.times)
    return ["times"]


def _say_nobody_is_there(partner: Organisation, left_out: list[str]) -> None:
    if not partner.memberships.current().exists():
        left_out.append(
            "No one at this partner has an account yet, so no one will see a referral."
        )
