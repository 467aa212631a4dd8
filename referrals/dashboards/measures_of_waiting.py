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
        source="Audit log: introduction.made",
        definition=(
            "Each time someone asks for a conversation, or is introduced to us by "
            "someone else. Someone who comes twice counts twice."
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
        source="Audit log: conversation.finished, the first one of each person",
        definition=(
            "From the day we hear about someone to the end of their first "
            "conversation, including weekends. We count people who are still "
            "waiting once they have been heard. We leave out people who came "
            "without an introduction, because they did not wait."
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
        denominator="People who got their first yes from a partner",
        source="Audit log: referral.accepted, the first one of each person",
        definition=(
            "From the day we hear about someone to the day the first partner says "
            "yes, including weekends. It leaves out people helped only by the "
            "Welcome Team."
        ),
        better=Better.LOWER,
        says="{When} it took about {} from being introduced to a partner’s yes.",
        promise=28,
        theme="waiting",
    ),
]
