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
from ..open_referral.front import front_of
from ..open_referral.hanging_on import More, Place
from ..open_referral.reading import Service
from ..open_referral.ticking import ticked_by
from ..payloads import OfferBrought
from .offer_facts import MoreTold, PlaceTold, ServiceTold
from .offers import keep_times

NEW, CHANGED, SAME = "new", "changed", "same"


@dataclass(frozen=True)
class Brought:
    """What came of one service: new, changed or the same; and what was left out."""

    outcome: str
    fields: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


@transaction.atomic
def bring_service(
    told: Any, *, by: User, site: Site, only_look: bool = False
) -> Brought:
    """Make or renew one offer at this site. Raises Refused with every reason.

    With `only_look` everything is done, said, and undone.
    """
    found = reading.read(told)
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
    return Brought(outcome, fields, found.left_out)


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
    facts = _facts(offer, found, partner)
    _check(offer, facts)
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


def _facts(offer: Offer, found: reading.Reading, partner: Organisation) -> ServiceTold:
    """What the file says, by column."""
    service = found.service
    facts: ServiceTold = {
        "name": service.name,
        "words": service.words,
        "stands": service.stands,
        "email": service.email,
        "website": _own(service.website, offer, partner),
        "fees": service.fees,
        "ages_to": service.ages_to,
    }
    if service.ages_from is not None:
        facts["ages_from"] = service.ages_from
    if service.more:
        facts["phone"] = service.phone
        facts.update(_more(offer, service.more, found.left_out))
    return facts


def _own(website: str, offer: Offer, partner: Organisation) -> str:
    """Where it has none of its own, the feed says its partner's, or our front door."""
    borrowed = (partner.website, front_of(offer.site))
    return "" if website in borrowed else website


def _more(offer: Offer, more: More, left_out: list[str]) -> MoreTold:
    ticks = ticked_by(more.terms)
    facts: MoreTold = {
        "by_phone_or_video": more.by_phone_or_video,
        "districts": more.districts,
        "languages": more.languages,
        "access": more.place.access,
    }
    if ticks.needs or ticks.is_ours:
        facts["needs"] = ticks.needs
    if ticks.is_ours:
        facts["meets"], facts["cannot_meet"] = ticks.meets, ticks.cannot_meet
        facts["only_for"] = ticks.only_for
    if ticks.unknown:
        names = "”, “".join(name[:60] for name in ticks.unknown[:5])
        left_out.append(f"No need of ours matches “{names}”.")
    if not (ticks.needs or offer.needs):
        left_out.append("It has no need of ours yet, so no one can find it by need.")
    facts.update(_place(offer, more.place, left_out))
    return facts


def _place(offer: Offer, place: Place, left_out: list[str]) -> PlaceTold:
    """A file never tells a place that stands here without an address.

    It may be one that is told only when it is safe.
    """
    told = PlaceTold(
        where=place.where,
        address=place.address,
        city=place.city,
        postcode=place.postcode,
    )
    if offer._state.adding or offer.address:
        return told
    if any(getattr(offer, name) != words for name, words in told.items()):
        left_out.append(
            "It has no address here, so we kept where it is as its partner wrote it."
        )
    return {}


def _check(offer: Offer, facts: ServiceTold) -> None:
    """What one column says of another."""
    first, last = facts.get("ages_from", offer.ages_from), facts["ages_to"]
    if last is not None and last < first:
        raise Refused(f"It is for ages from {first} to {last}, which is no one.")
    if set(facts.get("meets", [])) & set(facts.get("cannot_meet", [])):
        raise Refused("It says of one access need both that it meets it and cannot.")


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
