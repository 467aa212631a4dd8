"""Who comes to us, and how long they wait: for a conversation, and for help."""

from .definition import Kind, Measure
from .spc_limits import Better

WAITING = [
    Measure(
        slug="introductions",
        question="How many people come to us?",
        name="Introductions",
        kind=Kind.COUNT,
        one="introduction",
        many="introductions",
        unit="introductions",
        numerator="Not needed: it is a count",
        denominator="Introductions made in the period",
        source="Trail: introduction.made",
        definition=(
            "Each time somebody asks for a conversation, or is brought to us by "
            "somebody else. Who comes twice counts twice."
        ),
        better=Better.NEITHER,
        says="There were about {} {when}.",
        theme="heard",
    ),
    Measure(
        slug="heard",
        question="Are people heard quickly?",
        name="Days from introduction to first conversation",
        kind=Kind.AVERAGE,
        one="person",
        many="people",
        unit="days",
        numerator="Days waited, added up",
        denominator="People whose first conversation ended in the period",
        source="Trail: conversation.finished, the first one of each person",
        definition=(
            "From the day we hear of somebody to the end of their first "
            "conversation, weekends too. People still waiting are counted once "
            "they have been heard. Who came without an introduction did not wait "
            "and is left out."
        ),
        better=Better.LOWER,
        says=(
            "{When} people waited about {} from being introduced to a first "
            "conversation."
        ),
        promise=14,
        theme="waiting",
    ),
    Measure(
        slug="first-help",
        question="Does help begin soon?",
        name="Days from introduction to a partner’s first yes",
        kind=Kind.AVERAGE,
        one="person",
        many="people",
        unit="days",
        numerator="Days waited, added up",
        denominator="People to whom a partner said yes for the first time",
        source="Trail: referral.accepted, the first one of each person",
        definition=(
            "From the day we hear of somebody to the day on which the first "
            "partner says yes, weekends too. People whom the welcome team itself "
            "helps, and no partner, are not in it."
        ),
        better=Better.LOWER,
        says="{When} it took about {} from being introduced to a partner’s yes.",
        promise=28,
        theme="waiting",
    ),
]
