"""Whose hand may make which move. Whether it can be made now is asked elsewhere.

`MOVES` says what *can* happen to a referral in its state; this says who *may* do it.
Both must say yes.
"""

from enum import StrEnum, auto

from welcome.models import Role, User
from welcome.refusals import Refused

from ..models import Referral


class Side(StrEnum):
    TEAM = auto()
    PARTNER = auto()
    PERSON = auto()
    CLOCK = auto()


HANDS: dict[str, set[Side]] = {
    "send": {Side.TEAM},
    "accept": {Side.PARTNER},
    "give_back": {Side.PARTNER},
    "begin": {Side.PARTNER},
    "name_worker": {Side.PARTNER},
    "pause": {Side.PARTNER},
    "note": {Side.PARTNER},
    "farewell": {Side.PARTNER},
    "ask": {Side.PARTNER},
    "answer": {Side.TEAM, Side.PERSON},
    "propose_hand_on": {Side.PARTNER},
    "answer_hand_on": {Side.TEAM, Side.PERSON},
    "propose_meeting": {Side.TEAM, Side.PARTNER},
    "confirm_meeting": {Side.TEAM, Side.PARTNER},
    "call_off_meeting": {Side.PERSON},
    "settle_meeting": {Side.TEAM, Side.PARTNER},
    "withdraw": {Side.TEAM, Side.PERSON},
    "change_agreement": {Side.TEAM},
    "end_agreement": {Side.TEAM, Side.PERSON},
    "learn": {Side.TEAM, Side.PARTNER},
    "decide": {Side.TEAM},
    "annul": {Side.TEAM},
    "reopen": {Side.TEAM, Side.PARTNER},
    "reopen_withdrawn": {Side.TEAM},
}


def sides_of(user: User, referral: Referral) -> set[Side]:
    """On which sides of this referral the user stands."""
    sides = set()
    if user.team_ids & {referral.team_id, referral.person.team_id}:
        sides.add(Side.TEAM)
    if referral.partner_id in user.organisation_ids(Role.PARTNER, Role.PARTNER_LEAD):
        sides.add(Side.PARTNER)
    if user.is_the_person:
        sides.add(Side.PERSON)
    return sides


def check(verb: str, referral: Referral, by: User) -> None:
    """Refused, in a sentence that says whose it is, when it is not this user's."""
    if sides_of(by, referral) & HANDS[verb]:
        return
    raise Refused(f"Only someone at {_whose(verb, referral)} can do this.")


def _whose(verb: str, referral: Referral) -> str:
    places = {Side.PARTNER: referral.partner, Side.TEAM: referral.team}
    named = [str(place) for side, place in places.items() if side in HANDS[verb]]
    return " or the ".join(named)
