"""Handing over a person's own door, and what they write behind it."""

import re
from typing import Any

from django import forms
from django.db.models import QuerySet

from ..models import ABOUT_ME, Passage, Person, Prompt
from ..private_links.safe_contact import Way, ways_for
from ..private_links.tokens import plain
from .corrections import LONGEST
from .once import OnceField
from .plain_fields import radios, text_box, text_line

_SHORTEST_FACT = 4


class DoorForm(forms.Form):
    """How the link reaches them, and the word that only they know."""

    once = OnceField()
    way = radios(
        "How should we give them the link?", (), "Choose how to give them the link"
    )
    fact = forms.CharField(
        label="Agreed password word",
        help_text="They need it each time. Choose one together that no one at home or "
        "at work would guess. Never write it next to the link.",
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": "Agree a word with them, then write it here"},
    )
    question = text_line(
        "How can we remind them of the word?",
        hint="For when they ring because they’ve forgotten. We never show it to anyone "
        "else. For example: “the place where we met”.",
        most=120,
        autocomplete="off",
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        ways: Any = self.fields["way"]
        ways.choices = [(way, _label(way, person)) for way in ways_for(person)]

    def clean_fact(self) -> str:
        fact: str = self.cleaned_data["fact"]
        if len(plain(fact)) < _SHORTEST_FACT:
            raise forms.ValidationError(
                "Choose a longer word, with at least four letters"
            )
        if plain(fact) in _known_to_others(self.person):
            raise forms.ValidationError(
                "Anyone who knows them could guess that. Choose another word together"
            )
        return fact


class MyWordsForm(forms.Form):
    """Something that the person adds to their own story."""

    prompt = forms.ChoiceField(label="What is it about?", initial=Prompt.ADDED)
    words = text_box(
        "What would you like to add?",
        "Write what you would like to add",
        hint="In your own words. It doesn’t have to be long or tidy.",
        most=LONGEST,
        rows=7,
        is_spoken=True,
    )

    def __init__(self, *args: Any, known: QuerySet[Passage], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        prompt: Any = self.fields["prompt"]
        prompt.choices = [
            (p, "Something else" if p == Prompt.ADDED else p.label)
            for p in _open_prompts(known)
        ]


#: Written down by those who help.
_NOT_THEIRS = (Prompt.ASKED, Prompt.LEARNED)


def _open_prompts(known: QuerySet[Passage]) -> list[Prompt]:
    """Of “please do” and “please don’t” there is one each: it is changed, not added."""
    there = set(known.filter(prompt__in=ABOUT_ME).values_list("prompt", flat=True))
    return [p for p in Prompt if p not in _NOT_THEIRS and p not in there]


def _label(way: Way, person: Person) -> str:
    if way == Way.EMAIL:
        return f"By e-mail, to {person.contact_wish.email}"
    return way.label


def _known_to_others(person: Person) -> set[str]:
    """What someone at home knows as well: names, postcode, birthday."""
    names = re.split(r"[\s-]+", f"{person.known_as} {person.formal_name}")
    facts = [*names, person.known_as, person.formal_name, person.postcode]
    if person.born_on:
        facts += [f"{person.born_on:{way}}" for way in ("%d/%m/%Y", "%d%m%Y", "%Y")]
    return {plain(fact) for fact in facts if fact}
