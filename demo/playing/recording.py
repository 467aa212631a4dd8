"""What is written about a person: the record, and passages of the one story."""

from typing import Any

from welcome.actions.person_rows import unsaved_needs, unsaved_person, unsaved_wish
from welcome.actions.stories import added, unsaved_passage
from welcome.models import (
    ABOUT_ME,
    ContactWish,
    Equality,
    Identifier,
    Passage,
    Person,
    User,
)
from welcome.models.people import SIGNS, as_reference

from .stage import Stage


def make_person(stage: Stage) -> None:
    """The record with all that was said about reaching, access and fairness."""
    face, rows = stage.face, stage.rows
    signs = stage.rng.choices(SIGNS, k=8)
    person = unsaved_person(
        stage.team,
        at=stage.now,
        id=stage.new_id(),
        reference=as_reference(signs),
        known_as=face.known_as,
        formal_name=face.formal_name,
        pronouns=face.pronouns,
        born_on=face.born_on,
        born_year=face.born_year,
        postcode=face.postcode,
        address=face.address,
        language=face.language,
        interpreter=face.interpreter,
    )
    stage.person = rows.add(person)
    rows.add(_wish(stage, person))
    for need in unsaved_needs(person, face.access, face.access_words):
        rows.add(need)
    rows.add(
        Equality(
            person=person,
            ethnicity=face.ethnicity,
            gender=face.gender,
            disability=face.disability,
        )
    )
    if face.nhs_number:
        rows.add(
            Identifier(
                id=stage.new_id(),
                person=person,
                site=stage.town.site,
                system=Identifier.System.NHS,
                value=face.nhs_number,
            )
        )


def _wish(stage: Stage, person: Person) -> ContactWish:
    face = stage.face
    return unsaved_wish(
        person,
        face.phone,
        email=face.email,
        may_email=bool(face.email),
        words=face.reach_words,
        **{f"may_{what}": may for what, may in face.may.items()},
    )


def add_passage(
    stage: Stage,
    *,
    by: User,
    prompt: str,
    words: str,
    corrects: bool = False,
    **where: Any,
) -> Passage:
    """Please do and please don’t replace those before, and so does what corrects."""
    replaces = None
    if corrects or prompt in ABOUT_ME:
        replaces = stage.passages.get(prompt)
    passage = unsaved_passage(
        stage.who,
        by=by,
        at=stage.now,
        prompt=prompt,
        words=words,
        replaces=replaces,
        **where,
    )
    stage.add(stage.new_id(), passage)
    key = prompt if prompt not in stage.passages or replaces else str(passage.pk)
    stage.passages[key] = passage
    stage.happens(added(passage, at=stage.now))
    return passage
