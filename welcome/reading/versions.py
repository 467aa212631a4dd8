"""The versions of a passage, and what the person says beside it.

A passage is never edited: a correction is a new row that points to the old one. All
versions of one passage are a chain, and what stands beside one stands beside each.
"""

from collections.abc import Iterable, Mapping
from uuid import UUID

from ..models import Passage, Person


def versions_of(passage: Passage) -> list[Passage]:
    """Every version, the newest first. One query."""
    same = Passage.objects.filter(person=passage.person_id, prompt=passage.prompt)
    rows = same.select_related("heard_by", "corrected_by", "person")
    known = {row.pk: row for row in rows}
    older = {pk: row.replaces_id for pk, row in known.items()}
    newer = {row.replaces_id: row for row in known.values() if row.replaces_id}
    chain = [known[_first(passage.pk, older)]]
    while chain[-1].pk in newer:
        chain.append(newer[chain[-1].pk])
    return chain[::-1]


def story_of(person: Person) -> list[Passage]:
    """The whole story as it stands, each with what the person says beside it.

    For paper. A page on a screen shows some of it at once: see `views.story_pages`.

    One query where nothing stands beside anything, as nearly always; else two.
    """
    rows = person.passages.current().with_bylines().in_order()
    told = [row for row in rows if row.beside_id is None]
    return _beside(told, [row for row in rows if row.beside_id])


def by_prompt(passages: Iterable[Passage]) -> dict[str, list[Passage]]:
    """These passages by what they answer."""
    found: dict[str, list[Passage]] = {}
    for passage in passages:
        found.setdefault(passage.prompt, []).append(passage)
    return found


def with_statements(passages: Iterable[Passage]) -> list[Passage]:
    """These passages of one person; each knows what the person `says` beside it.

    Nothing is asked where `to_read` found that nothing stands beside any of theirs.
    """
    rows = list(passages)
    if not rows or not getattr(rows[0], "has_statements", True):
        return rows
    return _beside(rows, _statements(rows[0].person_id))


def _beside(rows: list[Passage], statements: list[Passage]) -> list[Passage]:
    if not rows or not statements:
        return rows
    older = dict(
        Passage.objects.filter(person=rows[0].person_id)
        .exclude(replaces=None)
        .values_list("pk", "replaces")
    )
    for row in rows:
        row.says = [  # type: ignore[attr-defined]  # read by parts/_passage.html
            said
            for said in statements
            if said.beside_id and _first(said.beside_id, older) == _first(row.pk, older)
        ]
    return rows


def _statements(person_id: UUID) -> list[Passage]:
    theirs = Passage.objects.filter(person=person_id).exclude(beside=None).current()
    rows = theirs.select_related("heard_by", "corrected_by", "person")
    return list(rows.order_by("said_at", "pk"))


def _first(pk: UUID, older: Mapping[UUID, UUID | None]) -> UUID:
    """The first version of this one."""
    while before := older.get(pk):
        pk = before
    return pk
