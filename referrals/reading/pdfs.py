"""What this room adds on paper: who was asked to help, and what was agreed."""

from welcome.models import Person
from welcome.reading.pdfs import day, story_of

from ..models import Agreement, Outcome, Referral


def whole_story_of(person: Person, *, made_by: str) -> dict[str, object]:
    """The story, the holdings, the partners and the agreements."""
    rows = person.referrals.exclude(sent_at=None).order_by("sent_at")
    rows = rows.select_related("partner", "agreement__asked_by")
    asked = [_asked(row) for row in rows.prefetch_related("agreement__passages")]
    return story_of(person, made_by=made_by) | {"asked": asked}


def letter_of(outcome: Outcome) -> dict[str, object]:
    """A farewell letter. Needs the referral with `person`, `team` and `partner`."""
    referral = outcome.referral
    team = referral.team
    return {
        "title": "Farewell letter",
        "name": referral.person.known_as,
        "words": outcome.letter,
        "by": outcome.by.name,
        "partner": str(referral.partner),
        "day": day(outcome.at),
        "door": f"{team}{f', {team.phone}' if team.phone else ''}.",
        "foot": str(referral.partner),
    }


def _asked(referral: Referral) -> dict[str, object]:
    can = (
        "They can read what was agreed."
        if referral.is_shared
        else "They can’t read it now."
    )
    return {
        "partner": str(referral.partner),
        "now": f"{referral.get_state_display()}.",
        "can_read": can,
        "agreed": _agreed(referral.agreement) if referral.agreement else None,
    }


def _agreed(agreement: Agreement) -> dict[str, str]:
    parts = [*agreement.passages.all(), *agreement.files]
    names = dict.fromkeys(str(part) for part in parts)
    ended = agreement.withdrawn_at
    return {
        "words": agreement.words,
        "how": agreement.get_how_display().lower(),
        "asked_by": agreement.asked_by.name,
        "asked_on": day(agreement.asked_at),
        "until_on": day(ended) if ended else day(agreement.until_on),
        "passages": "; ".join(f"“{name}”" for name in names) + ".",
    }
