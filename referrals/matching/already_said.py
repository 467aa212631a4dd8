"""Before a partner asks: what they can read already, and may be the answer.

No one searches further than the partner may read: the passages of this agreement, as
they stand now, and what was answered on this referral itself.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.forms import Form

from welcome.models import Prompt

from ..models import Referral
from .same_words import NEAR_ENOUGH, nearest, nearness

_AT_MOST = 3
#: These say how something came into the story, and not what it is about.
_SAY_NOTHING = {Prompt.ADDED, Prompt.ASKED}


@dataclass(frozen=True)
class Said:
    """Words of the story that may answer a question, and how near they come."""

    near: float
    title: str
    words: str
    day: datetime
    asked: str = ""


def already_said(
    referral: Referral, form: Form, pressed: Mapping[str, object]
) -> list[Said]:
    """The nearest first, at most three; nothing where they ask all the same.

    Two queries, and only where there is a question that could be asked now.
    """
    if "anyway" in pressed or not form.is_valid():
        return []
    if not (referral.is_shared and referral.is_open):
        return []
    words = str(form.cleaned_data["words"])
    found = [*_answered(referral, words), *_told(referral, words)]
    found.sort(key=lambda said: -said.near)
    return list({said.words: said for said in found[::-1]}.values())[::-1][:_AT_MOST]


def _told(referral: Referral, question: str) -> Iterator[Said]:
    """The shared passages, as they stand now."""
    if referral.agreement is None:
        return
    passages = referral.agreement.passages.current().filter(beside=None)
    for passage in passages.exclude(answers__referral=referral).in_order():
        title = str(passage)
        near, words = nearest(question, passage.words)
        if passage.prompt not in _SAY_NOTHING:
            near = max(near, nearness(question, title))
        if near >= NEAR_ENOUGH:
            yield Said(near, title, words, passage.said_at)


def _answered(referral: Referral, question: str) -> Iterator[Said]:
    """What this partner asked before, by the question as well as by the answer."""
    for row in referral.questions.exclude(answered_at=None):
        near, words = nearest(question, row.answer)
        near = max(near, nearness(question, row.words))
        if near >= NEAR_ENOUGH and row.answered_at:
            title = str(Prompt.ASKED.label)
            yield Said(near, title, words, row.answered_at, asked=row.words)
