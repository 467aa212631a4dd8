"""How partners help, in a life: asked, answered, given back, tried elsewhere. Pure."""

from datetime import datetime, timedelta

from .pen import Pen, pick

LEAVING = {
    "well": 52,
    "elsewhere": 13,
    "chose": 12,
    "lost_touch": 15,
    "moved": 7,
    "died": 1,
}
GIVEN_BACK = {
    "full": 34,
    "elsewhere": 26,
    "not_reached": 11,
    "not_wanted": 11,
    "area": 8,
    "age": 4,
    "twice": 4,
    "unsafe": 2,
}
TOLD_AT_FIRST = {"no": 47, "partly": 20, "yes": 11, "not_asked": 22}
TOLD_AT_LAST = {"no": 54, "partly": 18, "yes": 8, "not_asked": 20}
HOW_IT_WENT = {"better": 44, "some": 27, "same": 12, "stopped": 9, "lost_touch": 8}
URGENCY = {"usual": 4, "soon": 1}
#: Working days in which an answer is due (see `referrals.deadlines.answer_deadlines`).
DUE = {"usual": 5, "soon": 2}


def be_helped(pen: Pen, heard: datetime) -> datetime | None:
    """From the end of a conversation to our farewell; None: they are still with us."""
    rng = pen.rng
    done = max([heard, *_partners_help(pen, heard)])
    bye = pen.about(done, 26)
    if rng.random() < 0.3:
        _before(pen, pen.days(heard, 4, 35), bye, "added")
    if rng.random() < 0.25:
        _talk_again(pen, pen.days(heard, 20, 80), done)
    if rng.random() < 0.05:
        return None
    return pen.step(bye, "farewell", reason=pick(rng, LEAVING))


def _partners_help(pen: Pen, heard: datetime) -> list[datetime]:
    """Asked soon, perhaps for two needs on one day; perhaps again, months later."""
    rng, ends = pen.rng, []
    if rng.random() < 0.9:
        first = pen.days(heard, 0, 8)
        ends += _ask(pen, first)
        if rng.random() < 0.3:
            ends += _ask(pen, first + timedelta(minutes=12))
    if rng.random() < 0.22:
        ends += _ask(pen, pen.days(heard, 30, 110))
    return ends


def _before(pen: Pen, at: datetime, end: datetime, what: str) -> None:
    if at < end:
        pen.step(at, what)


def _talk_again(pen: Pen, at: datetime, before: datetime) -> None:
    """A later conversation, if they are still with us by then."""
    if at < before:
        pen.step(at, "met", is_first=False)
        heard = at + timedelta(minutes=pen.rng.randint(25, 60))
        pen.step(heard, "heard", is_first=False, read_back=True)


def _ask(
    pen: Pen, at: datetime, previous: int = 0, need: str = "", urgency: str = ""
) -> list[datetime]:
    """Take the story to one offer or more. When each of them is done with."""
    need = need or pen.rng.choice(pen.life.needs)
    urgency = urgency or pick(pen.rng, URGENCY)
    wanted = 1 if previous else pen.rng.choices([1, 2, 3], [62, 30, 8])[0]
    asked = _choose(pen, need, wanted)
    if not asked:  # nobody else is there for this; something else may help as well
        need = next((other for other in pen.life.needs if other != need), need)
        asked = _choose(pen, need, wanted)
    if not asked:
        return []
    pen.step(at, "asked", asked=asked, need=need, urgency=urgency, previous=previous)
    return [_be_answered(pen, at, ref, need, urgency) for ref in asked]


def _choose(pen: Pen, need: str, wanted: int) -> dict[int, int]:
    """Offers for this need, each of another partner, none of them asked before."""
    offers = pen.ground.offers
    free = [n for n in offers if n not in pen.asked and need in offers[n].needs]
    pen.rng.shuffle(free)
    first_of = {offers[n].partner: n for n in reversed(free)}
    chosen = [n for n in free if n in first_of.values()][:wanted]
    pen.asked.update(chosen)
    pen.referrals += len(chosen)
    return dict(enumerate(chosen, pen.referrals - len(chosen) + 1))


def _be_answered(
    pen: Pen, sent: datetime, ref: int, need: str, urgency: str
) -> datetime:
    """Yes, or back to the welcome team; now and then withdrawn, or a question first."""
    rng = pen.rng
    answered = pen.workdays(sent, _days_to_answer(pen, urgency))
    if rng.random() < 0.14:
        _ask_first(pen, sent, answered, ref)
    fate = rng.choices(["yes", "back", "withdrawn"], [67, 29, 4])[0]
    if fate == "yes":
        return _help(pen, answered, ref)
    if fate == "withdrawn":
        return pen.step(answered, "withdrawn", ref)
    pen.step(answered, "returned", ref, reason=pick(rng, GIVEN_BACK))
    return _try_elsewhere(pen, answered, ref, need, urgency)


def _days_to_answer(pen: Pen, urgency: str) -> int:
    """Working days. Five in six are in time; the rest may be very late."""
    if pen.rng.random() < 0.83:
        return pen.rng.randint(0 if urgency == "soon" else 1, DUE[urgency])
    return DUE[urgency] + 1 + round(pen.rng.expovariate(1 / 3))


def _ask_first(pen: Pen, sent: datetime, answered: datetime, ref: int) -> None:
    """A partner asks; we ask the person. Where the yes comes sooner, so be it."""
    asked = pen.workdays(sent, pen.rng.randint(0, 2))
    if asked >= answered:
        return
    pen.step(asked, "question", ref)
    told = pen.days(asked, 0.5, 4)
    pen.step(told, "answer", ref, joins=pen.rng.random() < 0.8)


def _try_elsewhere(
    pen: Pen, at: datetime, ref: int, need: str, urgency: str
) -> datetime:
    """The welcome team decides what is next, within days."""
    decided = pen.days(at, 0.4, 4)
    if pen.rng.random() < 0.68:
        ends = _ask(pen, decided, previous=ref, need=need, urgency=urgency)
        if ends:
            return max(ends)
    return pen.step(decided, "decided", ref)


def _help(pen: Pen, at: datetime, ref: int) -> datetime:
    """From yes to the partner's own farewell, with notes on the way."""
    rng = pen.rng
    pen.step(at, "accepted", ref, told_again=pick(rng, TOLD_AT_FIRST))
    begun = pen.step(pen.about(at, 8), "noted", ref)
    if rng.random() < 0.05:
        back = pen.about(begun, 20)
        pen.step(back, "returned", ref, reason=pick(rng, GIVEN_BACK))
        return pen.step(pen.days(back, 0.4, 4), "decided", ref)
    ends = pen.about(begun, 75)
    last = _notes(pen, begun, ends, ref)
    if rng.random() < 0.1:
        paused = pen.step(pen.days(last, 1, 12), "paused", ref)
        ends = pen.days(pen.step(pen.days(paused, 14, 45), "resumed", ref), 10, 60)
    if ends <= last:
        ends = pen.days(last, 1, 9)
    how, told = pick(rng, HOW_IT_WENT), pick(rng, TOLD_AT_LAST)
    return pen.step(ends, "ended", ref, how=how, told_again=told)


def _notes(pen: Pen, begun: datetime, ends: datetime, ref: int) -> datetime:
    """A sentence or two on how it goes, every few weeks. When the last was written."""
    last = begun
    while (later := pen.days(last, 12, 45)) < ends:
        last = pen.step(later, "noted", ref)
    return last
