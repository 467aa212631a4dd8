"""A person's words for their export: story, hopes, DIALOG, maps."""

from collections.abc import Iterable
from typing import Any

from ..models import Passage, Person
from ..models.dialogs import ITEMS


def columns(rows: Any, *names: str) -> list[dict[str, object]]:
    """Some columns of some rows, under the last part of their names."""
    return [
        {name.replace("__name", ""): row[name] for name in names}
        for row in rows.values(*names)
    ]


def story(person: Person) -> list[dict[str, object]]:
    """Every passage in every version. `replaces` and `beside` say what belongs."""
    rows: Iterable[Passage] = person.passages.in_order().select_related(
        "heard_by", "corrected_by", "person"
    )
    return [
        {
            "id": passage.pk,
            "about": passage.get_prompt_display(),
            "words": passage.words,
            "whose": passage.whose,
            "heard_by": passage.heard_by.name,
            "said_at": passage.said_at,
            "read_back_at": passage.read_back_at,
            "corrected_at": passage.corrected_at,
            "corrected_by": passage.corrected_by and passage.corrected_by.name,
            "replaces": passage.replaces_id,
            "beside": passage.beside_id,
        }
        for passage in rows
    ]


def hopes(person: Person) -> list[dict[str, object]]:
    return [
        {
            "words": hope.words,
            "named_at": hope.named_at,
            "laid_down_at": hope.laid_down_at,
            "laid_down_because": hope.get_laid_down_why_display(),
            "ratings": columns(
                hope.ratings.order_by("at", "pk"),
                "score",
                "at",
                "words",
                "voice",
                "by__name",
            ),
        }
        for hope in person.hopes.order_by("named_at", "pk")
    ]


def dialogs(person: Person) -> list[dict[str, object]]:
    """Every filling-in, also those that were put right: `replaces` says which."""
    names = ("id", "replaces", "filled_at", "place", *ITEMS, "by__name")
    return columns(person.dialogs.in_order(), *names)


def maps(person: Person) -> list[dict[str, object]]:
    """How it hangs together, in every version, with the codes in words."""
    return [
        {
            "number": drawn.number,
            "needs": drawn.needs,
            "ties": drawn.sentences,
            "how": drawn.get_hand_display(),
            "what_changed": drawn.get_change_display(),
            "drawn_at": drawn.made_at,
            "drawn_by": drawn.made_by.name,
        }
        for drawn in person.maps.select_related("made_by").order_by("number")
    ]
