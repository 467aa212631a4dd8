"""What is printed about a person, as plain data for `paper.pdf`."""

from typing import Any

from django.utils import timezone
from django.utils.formats import date_format

from ..linking.family import holdings_of
from ..models import Holding, Passage, Person, Prompt
from .banner import banner_for
from .crisis_lines import lines_for
from .hope_history import HopeSeen, open_hopes
from .versions import with_statements

#: On the card, after what is at the top of every page about the person.
ON_THE_CARD = [Prompt.MATTERS, Prompt.WOULD_LIKE, Prompt.GOING_WELL, Prompt.KEEPS_SAFE]
_ABOVE = [Prompt.PLEASE_DO, Prompt.PLEASE_DONT]
_NOT_SAID = "Not said yet."


def card_of(person: Person, *, made_by: str) -> dict[str, object]:
    """One page: who I am, about me first, what matters, who holds me, who to ring."""
    return _top(person, made_by) | {
        "title": "A card about me",
        "name": person.known_as,
        "told": _told(person),
        "held": _held(person.holding, person),
        "ring": _ring(person),
    }


def story_of(person: Person, *, made_by: str) -> dict[str, object]:
    """The story as this room keeps it. Another room adds who was asked to help."""
    passages = person.passages.current().to_read().in_order()
    told = with_statements(passages.exclude(prompt__in=_ABOVE))
    held = holdings_of(person).select_related("team", "partner").order_by("from_at")
    name = person.formal_name or person.known_as
    return _top(person, made_by) | {
        "title": f"{name}: the whole story",
        "story_title": f"{person.possessive} story",
        "differently": f"{person} sees it differently",
        "passages": [_passage(passage) for passage in told],
        "holdings": [_span(holding) for holding in held],
        "map": _map(person),
        "hopes_title": f"{person.possessive} hopes",
        "hopes": [_hope(one) for one in open_hopes(person)],
    }


def day(moment: Any) -> str:
    return date_format(moment, "j F Y")


def _top(person: Person, made_by: str) -> dict[str, object]:
    banner = banner_for(person)
    return {
        "who": banner.who,
        "reference": person.reference,
        "made": f"printed {day(timezone.localtime())} by {made_by}",
        "please_do": banner.please_do or _NOT_SAID,
        "please_dont": banner.please_dont or _NOT_SAID,
        "reach": " ".join(banner.reach),
        "access": ". ".join(banner.access),
    }


def _told(person: Person) -> list[dict[str, str]]:
    """The newest words under each of a few prompts."""
    rows = person.passages.current().filter(prompt__in=ON_THE_CARD, beside=None)
    newest = {row.prompt: row for row in rows.order_by("said_at", "pk")}
    return [
        {"title": str(Prompt(prompt).label), "words": newest[prompt].words}
        for prompt in ON_THE_CARD
        if prompt in newest
    ]


def _passage(passage: Passage) -> dict[str, object]:
    says: list[Passage] = getattr(passage, "says", [])
    return {
        "title": str(passage),
        "words": passage.words,
        "own": passage.is_persons_words,
        "whose": passage.whose,
        "byline": passage.byline,
        "says": [{"words": said.words, "byline": said.byline} for said in says],
    }


def _map(person: Person) -> list[str]:
    """The story map in words: what is linked to what, and what to nothing."""
    version = person.maps.newest_first().first()
    if version is None:
        return []
    ties = [f"{t['from']} → {t['to']}: “{t['words']}”" for t in version.sentences]
    alone = [f"{n['words']} is not connected to anything yet" for n in version.alone]
    more = [f"{n['words']}: {n['more']}" for n in version.needs if n.get("more")]
    return ties + more + alone


def _hope(one: HopeSeen) -> dict[str, str]:
    change = f" {one.change.verdict}." if one.change else ""
    return {"words": one.hope.words, "told": f"{one.told}{change}"}


def _span(holding: Holding) -> str:
    until = f"to {day(holding.until_at)}" if holding.until_at else "until now"
    return f"{holding}, from {day(holding.from_at)} {until}"


def _held(holding: Holding | None, person: Person) -> list[str]:
    if holding is None:
        return [f"You can come back to the {person.team} at any time."]
    lines = [f"{holding}, since {day(holding.from_at)}."]
    return lines + ([f"Key contact: {holding.worker}."] if holding.worker else [])


def _ring(person: Person) -> list[dict[str, str]]:
    holder = person.holding.holder if person.holding else person.team
    ours = [
        {"who": str(place), "number": place.phone, "note": ""}
        for place in dict.fromkeys([holder, person.team])
        if place.phone
    ]
    lines = lines_for(person.site.nation)
    return ours + [
        {"who": line["label"], "number": line["number"], "note": line["note"]}
        for line in lines
    ]
