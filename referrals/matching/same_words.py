"""Whether some words may answer a question, by the words that both share. Pure.

Not what it means, which no list of words can know: only near enough that the worker
should look first. They can always ask all the same.
"""

import re
from functools import cache

#: From how much of a question found in a passage it is shown. Measured on the pairs in
#: `tests/referrals/asked_before.py`: the test fails where another would be better.
NEAR_ENOUGH = 0.6

#: Words that stand in any question, and say nothing of what is asked.
_EMPTY = """
a about after again ago all also am an and another any anybody anyone anything are
as at be because been before being between both but by can could did do does doing
done during each either else ever every for from get gets getting go goes going good
got had has have having he her here hers him his how i if in into is it its just
know known last lately like long look made make many may maybe me might moment more
most mostly much must my myself name need needs never no none not now of often old
on one only or other our out over part please roughly say said she should since so
some somebody someone something still take takes taking than that the their them
then there these they thing things think this those through time to too two until up
us usual usually want wants was we well were what when where whether which while who
whom whose why will with within without would yes yet you your week weeks day days
suit number way keep keeps let see tell told
"""

#: Words that mean nearly the same where people speak of how they live.
_FAMILIES = """
sleep sleeping slept asleep awake insomnia night nights bed
home live lives living house flat housing tenancy stays staying
alone own myself lonely
child children kid kids son daughter sons daughters baby
medicine medicines medication tablet tablets pill pills dose prescribed mg
work working job jobs employed employment employer unemployed
drink drinks drinking alcohol beer wine pub
ring call calls calling phone phones telephone reach
doctor doctors gp dr surgery
debt debts owe owes owed owing arrears loan loans
language languages speak speaks interpreter
bus buses train trains travel transport
letter letters post mail envelopes
husband wife married marriage widow widowed
hope hopes wish
eat eats eating meals cook cooking food
"""


def nearness(question: str, told: str) -> float:
    """How much of the question stands in the nearest two sentences, from 0 to 1.

    >>> nearness("How do you sleep?", "Four hours. I lie awake.")
    1.0
    >>> nearness("Do you have a passport?", "Four hours. I lie awake.")
    0.0
    """
    return nearest(question, told)[0]


def nearest(question: str, told: str) -> tuple[float, str]:
    """The same, and the two sentences themselves; the first where none comes near."""
    asked = _meant(question)
    sentences = [one.strip() for one in re.split(r"(?<=[.!?…])\s+|\n+", told)]
    pairs = zip(sentences, [*sentences[1:], ""], strict=True)
    near = [
        (_found(asked, f"{one} {two}"), f"{one} {two}".strip()) for one, two in pairs
    ]
    return max(near, key=lambda found: found[0])


def _found(asked: frozenset[str], told: str) -> float:
    return len(asked & _meant(told)) / len(asked) if asked else 0.0


def _meant(words: str) -> frozenset[str]:
    """What words are about: without the empty ones, and each as its family."""
    said = re.findall(r"[^\W_]+", words.lower().replace("’s", "").replace("'s", ""))
    return frozenset(_family(word) for word in said if word not in _empty())


@cache
def _empty() -> frozenset[str]:
    return frozenset(_EMPTY.split())


@cache
def _families() -> dict[str, str]:
    lines = [line.split() for line in _FAMILIES.strip().splitlines()]
    return {_stem(word): line[0] for line in lines for word in line}


def _family(word: str) -> str:
    stem = _stem(word)
    return _families().get(stem, stem)


def _stem(word: str) -> str:
    """Near enough the same for walk, walks, walked and walking.

    >>> {_stem(word) for word in ("walk", "walks", "walked", "walking")}
    {'walk'}
    """
    for end, least in (("ing", 6), ("ies", 5), ("ed", 5), ("es", 6), ("s", 4)):
        if word.endswith(end) and len(word) >= least and not word.endswith("ss"):
            word = word[: -len(end)] + ("y" if end == "ies" else "")
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word
