"""Everything we keep about a person, as plain data, for them to take away.

What someone else told us in confidence about themselves stays out: an introducer's
own name and contact. Names of those who work here stay in.
"""

from datetime import date, datetime

from ..facts import FAIR
from ..linking import family
from ..models import Person
from .exported_story import columns, dialogs, hopes, maps, story
from .safeguarding import shown_to

_NAMES = (
    "reference", "known_as", "formal_name", "pronouns", "born_on", "born_year",
    "postcode", "address", "language", "interpreter", "gp_practice", "gp_phone",
)  # fmt: skip


def copy_of(person: Person) -> dict[str, object]:
    """The record as this room keeps it. Other rooms add theirs."""
    return {
        "about_me": _about(person),
        "how_to_reach_me": _reach(person),
        "people_who_matter": columns(
            person.supporters.order_by("added_at"),
            "name",
            "who",
            "phone",
            "may_be_told",
            "is_rung_first",
            "added_at",
            "added_by__name",
            "ended_at",
            "ended_by__name",
        ),
        "what_stood_there_before": columns(
            person.facts_before.order_by("until_at"),
            "part",
            "facts",
            "until_at",
            "changed_by__name",
        ),
        "what_i_need": [str(need) for need in person.access_needs.all()],
        "story": story(person),
        "hopes": hopes(person),
        "dialog": dialogs(person),
        "totals": columns(
            person.typed_totals.order_by("filled_at"),
            "id", "replaces", "scale", "total", "filled_at", "by__name",
        ),
        "maps": maps(person),
        "files": _files(person),
        "more_files": _more_files(person),
        "conversations": _conversations(person),
        "introductions": _introductions(person),
        "contacts": columns(
            family.contacts_of(person).order_by("at"),
            "at", "kind", "direction", "outcome", "minutes", "words", "by__name",
        ),
        "meetings": columns(
            family.meetings_of(person).order_by("at", "pk"),
            "at", "how", "place", "state", "who__name", "planned_anyway",
            "next_step", "reach_on", "nothing_why",
        ),
        "who_held_me": _holdings(person),
        "farewells": columns(
            family.farewells_of(person).order_by("said_at"),
            "said_at", "reason", "words",
        ),
        **_safeguarding(person),
        "what_happened": _events(person),
        "who_looked": _looks(person),
    }  # fmt: skip


def _about(person: Person) -> dict[str, object]:
    numbers = {n.get_system_display(): n.spaced for n in person.identifiers.all()}
    said = {name: getattr(person, name) for name in _NAMES}
    equality = getattr(person, "equality", None)
    if equality:
        said |= {column: getattr(equality, column) for column in FAIR}
        if equality.nation:
            said["ethnicity_as_recorded_in"] = equality.get_nation_display()
    also = [_also(linking.other) for linking in person.linkings_now]
    if also:
        said["also_known"] = also
    return said | {"numbers": numbers, "welcome_team": str(person.team)}


def _also(other: Person) -> dict[str, object]:
    """What a record that is one with this one says otherwise."""
    numbers = {n.get_system_display(): n.spaced for n in other.identifiers.all()}
    facts = {name: getattr(other, name) for name in _NAMES}
    return facts | {"numbers": numbers, "reach": _reach(other)}


def _reach(person: Person) -> dict[str, object]:
    wish = getattr(person, "contact_wish", None)
    hidden = ("id", "person_id", "phone_digits")
    return {
        field.attname: getattr(wish, field.attname)
        for field in (wish._meta.concrete_fields if wish else [])
        if field.attname not in hidden
    }


def _conversations(person: Person) -> list[dict[str, object]]:
    return columns(
        person.conversations.kept().order_by("started_at"),
        "started_at", "finished_at", "place", "was_read_back",
        "listener__name", "team__name",
    )  # fmt: skip


def _files(person: Person) -> list[dict[str, object]]:
    """Those on their own page, where they take what is in them as well."""
    return columns(
        person.attachments.for_the_person().order_by("dated", "pk"),
        "id", "kind", "title", "dated", "file_name", "type", "size", "sha256",
        "added_at", "added_by__name", "removed_at", "removed_why",
    )  # fmt: skip


def _more_files(person: Person) -> str:
    """Of others they learn that there are some: first someone must look at them."""
    others = person.attachments.with_content().filter(person_may_see=False)
    if not others.exists():
        return "There are no other files about you."
    return (
        "There are more files about you. Some may be about other people too. Ask your "
        "Welcome Team for a copy."
    )


def _introductions(person: Person) -> list[dict[str, object]]:
    """With the words only where they are the person's own."""
    return [
        {
            "made_at": made.made_at,
            "who": made.get_source_display(),
            "words": made.words if made.source == "self" else None,
            "words_before": made.first_words if made.source == "self" else [],
        }
        for made in person.introductions.order_by("made_at")
    ]


def _holdings(person: Person) -> list[dict[str, object]]:
    return columns(
        family.holdings_of(person).order_by("from_at"),
        "from_at", "until_at", "team__name", "partner__name", "worker__name",
    )  # fmt: skip


def _safeguarding(person: Person) -> dict[str, object]:
    """Only those that someone chose to show; of hidden ones not even a heading."""
    concerns = columns(
        shown_to(person),
        "raised_at", "raised_by__name", "kind", "seen_or_said", "closed_at",
    )  # fmt: skip
    return {"safeguarding_concerns": concerns} if concerns else {}


def _events(person: Person) -> list[dict[str, date | datetime | str]]:
    rows = family.events_told(person).order_by("at", "pk")
    return [{"at": e.at, "what": e.words, "by": e.by.name} for e in rows]


def _looks(person: Person) -> list[dict[str, object]]:
    rows = family.looks_told(person).order_by("at", "pk")
    return [
        {
            "at": look.at,
            "by": look.by.name,
            "why": look.get_why_display(),
            "reason": look.reason,
        }
        for look in rows
    ]
