"""What is written about a person: the record, and passages of the one story."""

from typing import Any

from welcome.models import (
    ABOUT_ME,
    AccessNeed,
    ContactWish,
    Equality,
    Identifier,
    Passage,
    Person,
    User,
    Voice,
)
from welcome.models.people import _SIGNS
from welcome.values.phones import digits

from .stage import Stage


def make_person(stage: Stage) -> None:
    """The record with all that was said about reaching, access and fairness."""
    face, rows = stage.face, stage.rows
    signs = "".join(stage.rng.choices(_SIGNS, k=8))
    person = Person(
        id=stage.new_id(),
        site=stage.town.site,
        team=stage.team,
        reference=f"LW-{signs[:4]}-{signs[4:]}",
        known_as=face.known_as,
        formal_name=face.formal_name,
        pronouns=face.pronouns,
        born_on=face.born_on,
        born_year=face.born_year,
        postcode=face.postcode,
        address=face.address,
        language=face.language,
        interpreter=face.interpreter,
        made_at=stage.now,
    )
    stage.person = rows.add(person)
    rows.add(_wish(stage, person))
    for code in face.access:
        rows.add(AccessNeed(person=person, code=code))
    if face.access_words:
        rows.add(AccessNeed(person=person, words=face.access_words))
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
    return ContactWish(
        person=person,
        phone=face.phone,
        phone_digits=digits(face.phone),
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
    voice: str = Voice.PERSON,
    **where: Any,
) -> Passage:
    """Mirrors `add_passage`: please do and please don’t replace those before."""
    corrects = where.pop("corrects", False) or prompt in ABOUT_ME
    replaces = stage.passages.get(prompt) if corrects else None
    passage = stage.rows.add(
        Passage(
            id=stage.new_id(),
            person_id=stage.who.pk,
            prompt=prompt,
            words=words,
            voice=voice,
            heard_by_id=by.pk,
            said_at=stage.now,
            replaces_id=replaces.pk if replaces else None,
            **where,
        )
    )
    key = prompt if prompt not in stage.passages or replaces else str(passage.pk)
    stage.passages[key] = passage
    stage.record(
        "passage.added",
        by,
        passage,
        person=stage.who,
        team=stage.team,
        prompt=str(prompt),
        voice=str(voice),
    )
    return passage
