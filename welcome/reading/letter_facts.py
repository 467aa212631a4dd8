"""What a letter is filled in with, and what stands on its paper."""

from django.utils import timezone
from django.utils.formats import date_format

from ..models import Letter, LetterTemplate, Person, Prompt, Team, User, Voice
from ..models.letters import To
from ..values.letter_words import filled
from .pdfs import day


def begun_from(template: LetterTemplate, person: Person, writer: User) -> str:
    """The words of a template, filled in for this person."""
    return filled(template.words, facts_for(person, writer))


def facts_for(person: Person, writer: User) -> dict[str, str]:
    """A fact for each placeholder; empty where no one knows."""
    team, said = person.team, _said(person)
    born = date_format(person.born_on, "j F Y") if person.born_on else ""
    return {
        "name": person.formal_name or person.known_as,
        "first_name": person.known_as,
        "date_of_birth": born or f"{person.born_year or ''}",
        "address": ", ".join(filter(None, [person.address, person.postcode])),
        "date": day(timezone.localdate()),
        "came_on": day(timezone.localdate(person.made_at)),
        "told": _quoted(said, Prompt.BROUGHT, Prompt.HARD),
        "would_like": _quoted(said, Prompt.WOULD_LIKE),
        "writer": _signed(writer),
        "team": team.name,
        "team_phone": team.phone,
    }


def addressee_of(template: LetterTemplate, person: Person) -> dict[str, str]:
    """Who it goes to, and where, as far as we know."""
    if template.to == To.GP:
        return {"addressee": person.gp_practice or "their GP"}
    lines = filter(None, [person.address, person.postcode])
    name = person.formal_name or person.known_as
    return {"addressee": name, "address": "\n".join(lines)}


def paper_of(letter: Letter) -> dict[str, object]:
    """The facts of `templates/paper/post.typ`. Needs the letter with `person__team`."""
    team: Team = letter.person.team
    return {
        "title": str(letter),
        "addressee": letter.addressee,
        "address": letter.address,
        "day": day(timezone.localdate()),
        "reference": letter.person.reference,
        "words": letter.words,
        "team": team.name,
        "reach": ", ".join(filter(None, [team.phone, team.email])),
    }


def _said(person: Person) -> dict[str, list[str]]:
    """Their own words, by what they answer. So that no one asks for them again."""
    told = person.passages.current().filter(beside=None, voice=Voice.PERSON)
    found: dict[str, list[str]] = {}
    for prompt, words in told.in_order().values_list("prompt", "words"):
        found.setdefault(prompt, []).append(words)
    return found


def _quoted(said: dict[str, list[str]], *prompts: Prompt) -> str:
    words = [words for prompt in prompts for words in said.get(prompt, [])]
    return " ".join(f"“{one}”" for one in words)


def _signed(writer: User) -> str:
    return ", ".join(filter(None, [writer.name, writer.profession]))
