"""About me first: what stands at the top of every page about a person."""

from dataclasses import dataclass, field

from .models import Person, Prompt


@dataclass
class Banner:
    """The same for welcomer, partner and preview."""

    known_as: str
    who: list[str]
    please_do: str = ""
    please_dont: str = ""
    reach: list[str] = field(default_factory=list)
    access: list[str] = field(default_factory=list)
    jump: dict[str, str] = field(default_factory=dict)


def banner_for(person: Person, *, who: list[str] | None = None) -> Banner:
    """Three queries: the two passages, safe contact, access needs."""
    about = dict(
        person.passages.current()
        .filter(prompt__in=[Prompt.PLEASE_DO, Prompt.PLEASE_DONT], beside=None)
        .values_list("prompt", "words")
    )
    wish = getattr(person, "contact_wish", None)
    access = [str(need) for need in person.access_needs.all()]
    if person.interpreter:
        access.append(f"Language and interpreter: {person.interpreter}")
    return Banner(
        known_as=person.known_as,
        who=_who(person) if who is None else who,
        please_do=about.get(Prompt.PLEASE_DO, ""),
        please_dont=about.get(Prompt.PLEASE_DONT, ""),
        reach=wish.sentences if wish else ["Not asked yet."],
        access=access,
    )


def _who(person: Person) -> list[str]:
    facts = [person.formal_name, person.pronouns, person.age_in_words, person.postcode]
    return [fact for fact in facts if fact] + [person.reference]
