"""Whom an offer takes, from where, and whether there is room."""

from .wish import Choice, Found, Wish

#: Given back so often, of so many answers, that it is said.
_SEVERAL, _OFTEN = 3, 0.25
_GROWN_UP = 18


def near(wish: Wish, choice: Choice) -> Found:
    if wish.district and wish.district in choice.districts:
        return 1, f"Covers {wish.district}, where {wish.called} lives"
    return None


def far(wish: Wish, choice: Choice) -> Found:
    if wish.district and choice.districts and wish.district not in choice.districts:
        return 1, f"Does not cover {wish.district}, where {wish.called} lives"
    return None


def right_age(wish: Wish, choice: Choice) -> Found:
    narrow = choice.ages_to is not None or choice.ages_from > _GROWN_UP
    if wish.age is None or not narrow or age(wish, choice):
        return None
    to = " and over" if choice.ages_to is None else f" to {choice.ages_to}"
    return 1, f"For ages {choice.ages_from}{to}; {wish.called} is {wish.age}"


def age(wish: Wish, choice: Choice) -> Found:
    if wish.age is None:
        return None
    if wish.age < choice.ages_from:
        return 1, f"For ages {choice.ages_from} and over; {wish.called} is {wish.age}"
    if choice.ages_to is not None and wish.age > choice.ages_to:
        return 1, f"For ages up to {choice.ages_to}; {wish.called} is {wish.age}"
    return None


def not_for_them(wish: Wish, choice: Choice) -> Found:
    others = {"women": "man", "men": "woman"}
    if choice.only_for and wish.gender == others.get(choice.only_for):
        return 1, f"For {choice.only_for} only"
    return None


def ask_whom(wish: Wish, choice: Choice) -> Found:
    theirs = {"women": "woman", "men": "man"}.get(choice.only_for)
    if theirs and wish.gender != theirs and not not_for_them(wish, choice):
        return 1, f"For {choice.only_for} only"
    return None


def room(wish: Wish, choice: Choice) -> Found:
    return (1, "Room now") if choice.capacity == "open" else None


def wait(wish: Wish, choice: Choice) -> Found:
    if choice.capacity != "wait":
        return None
    return min(choice.weeks, 26), choice.room or f"About {choice.weeks} weeks’ wait"


def paused(wish: Wish, choice: Choice) -> Found:
    return (1, choice.room or "Paused") if choice.capacity == "paused" else None


def gave_back(wish: Wish, choice: Choice) -> Found:
    if choice.returned < _SEVERAL or choice.returned / choice.answered < _OFTEN:
        return None
    alike = " for similar needs" if any(wish.needs) else ""
    many = f"{choice.returned} of {choice.answered} referrals{alike}"
    return 1, f"Could not help with {many} in the last year"


def against(wish: Wish, choice: Choice) -> Found:
    return (1, choice.against) if choice.against else None
