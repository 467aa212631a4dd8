"""About me first: what stands at the top of every page about a person."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q

from ..linking import shown
from ..models import Passage, Person, Prompt, Voice
from .safeguarding import AtTheTop, at_the_top_of


@dataclass
class Banner:
    """The same for welcomer, partner and preview."""

    known_as: str
    who: list[str]
    please_do: str = ""
    please_dont: str = ""
    matters: str = ""
    reach: list[str] = field(default_factory=list)
    access: list[str] = field(default_factory=list)
    jump: dict[str, str] = field(default_factory=dict)
    safeguarding: AtTheTop = field(default_factory=AtTheTop)


def banner_for(
    person: Person,
    *,
    who: list[str] | None = None,
    read: Iterable[Passage] | None = None,
    story: Iterable[Passage] | None = None,
    safeguarding: AtTheTop | None = None,
) -> Banner:
    """Four queries: the passages, safe contact, access needs, what is linked.

    `story` is the whole story, where the page has read it already.

    `read` are the passages that the reader may see: a partner, or the preview of
    what a partner sees. Without it they read the whole story. How to be good to
    someone is read by all who help; what matters to them as far as it was agreed.

    `safeguarding` is what this reader may know of; else what `open_record` found.
    """
    about = _said(person) if story is None else _said_in(story)
    matters = about.get(Prompt.MATTERS, "")
    if read is not None:
        theirs = [p.words for p in read if p.prompt == Prompt.MATTERS]
        matters = theirs[-1] if theirs else ""
    wish = getattr(person, "contact_wish", None)
    access = person.needs_in_words
    if person.interpreter:
        access.append(f"Language and interpreter: {person.interpreter}")
    linkings = person.linkings_now
    also = [name for linking in linkings for name in shown.names_of(linking)]
    return Banner(
        known_as=person.known_as,
        who=_who(person) + also if who is None else who,
        please_do=about.get(Prompt.PLEASE_DO, ""),
        please_dont=about.get(Prompt.PLEASE_DONT, ""),
        matters=matters,
        reach=(wish.sentences if wish else ["Not asked yet."])
        + [said for linking in linkings for said in shown.reach_of(linking)],
        access=access,
        safeguarding=safeguarding or at_the_top_of(person),
    )


def _said(person: Person) -> dict[str, str]:
    """What was said last under each of the prompts that stand at the top."""
    top = [Prompt.PLEASE_DO, Prompt.PLEASE_DONT, Prompt.MATTERS]
    rows = person.passages.current().filter(prompt__in=top, beside=None)
    rows = rows.filter(Q(voice=Voice.PERSON) | ~Q(prompt=Prompt.MATTERS))
    return dict(rows.order_by("said_at", "pk").values_list("prompt", "words"))


def _said_in(story: Iterable[Passage]) -> dict[str, str]:
    """The same, of passages in the order of the story."""
    return {
        passage.prompt: passage.words
        for passage in story
        if passage.prompt != Prompt.MATTERS or passage.is_persons_words
    }


def _who(person: Person) -> list[str]:
    facts = [person.formal_name, person.pronouns, person.age_in_words, person.postcode]
    return [fact for fact in facts if fact] + [person.reference]
