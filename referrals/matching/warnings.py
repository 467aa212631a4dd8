"""What stands between a person and an offer: said before the form, never after it.

Nothing here forbids. A welcomer who asks all the same says why (`Request.despite`).
"""

from collections.abc import Iterable
from uuid import UUID

from django.utils import timezone
from django.utils.formats import date_format

from welcome.models import Person

from ..models import MEANINGS, Effect, Objection, Offer, Referral, State


def standing_of(person: Person, offers: Iterable[Offer], need: str) -> dict[UUID, str]:
    """What stands against each offer, if anything, in a sentence. Two queries."""
    offers = list(offers)
    objections = {
        o.partner_id: o for o in Objection.objects.filter(person=person).standing()
    }
    given_back = _given_back(person, offers)
    found = {}
    for offer in offers:
        objection, back = objections.get(offer.partner_id), given_back.get(offer.pk)
        if objection:
            found[offer.pk] = _said_no(person, offer, objection)
        elif back and (words := _why_not_again(back, need)):
            found[offer.pk] = words
    return found


def _given_back(person: Person, offers: list[Offer]) -> dict[UUID, Referral]:
    """The last time each of these offers gave the person back, if it was the last."""
    rows = Referral.objects.filter(person=person, offer__in=offers)
    rows = rows.filter(state__in=[State.RETURNED, State.ENDED])
    rows = rows.select_related("request", "partner").order_by("moved_at")
    last = {row.offer_id: row for row in rows}
    return {pk: row for pk, row in last.items() if row.state == State.RETURNED}


def _said_no(person: Person, offer: Offer, objection: Objection) -> str:
    words = f" “{objection.words}”" if objection.words else ""
    return f"{person} said no to {offer.partner} on {_day(objection.said_at)}.{words}"


def _why_not_again(back: Referral, need: str) -> str:
    """Why asking again is likely to come back, or nothing."""
    when = _day(back.moved_at)
    match MEANINGS[back.reason].effect:
        case Effect.ASK_LATER if back.ask_again_on and (
            back.ask_again_on > timezone.localdate()
        ):
            again = date_format(back.ask_again_on, "j F")
            return f"Had no room on {when}. They said: ask again from {again}."
        case Effect.NOT_FOR_THIS_NEED if back.request.need == need:
            return f"Could not help on {when}: someone else would help better."
        case Effect.NOT_THIS_OFFER:
            return f"Could not help on {when}: {_mid(back.get_reason_display())}."
        case Effect.TALK_FIRST:
            return (
                f"Could not help on {when}: they could not do it safely. Ring them "
                "first."
            )
        case Effect.TRY_ANOTHER_WAY:
            return (
                f"Could not help on {when}: they could not reach the person. Say what "
                "works better."
            )
        case _:
            return ""


def _mid(sentence: str) -> str:
    """As it stands in the middle of another sentence."""
    return sentence[:1].lower() + sentence[1:]


def _day(moment: object) -> str:
    return date_format(timezone.localtime(moment), "j F")  # type: ignore[arg-type]
