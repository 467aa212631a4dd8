"""Whether they told their story once, who holds them, and whether help helps."""

from .definition import Kind, Measure
from .spc_limits import Better

HELP = [
    Measure(
        slug="told-once",
        question="Do people tell their story only once?",
        name="People who did not have to tell their story again",
        kind=Kind.SHARE,
        one="answer",
        many="answers",
        unit="%",
        numerator="Answers “no, they knew it”",
        denominator=(
            "People we asked when a partner began or said farewell, and people who "
            "answered on their own page"
        ),
        source="Audit log: referral.accepted, referral.ended, told_again.said",
        definition=(
            "We ask: did you have to tell your story again? Only “no” counts as "
            "told once. “Parts of it” does not. People we did not ask are in the "
            "table but not in the percentage."
        ),
        better=Better.HIGHER,
        says="{When} about {} of those we asked had not had to tell it again.",
        split_by="What they said",
        theme="told_once",
    ),
    Measure(
        slug="held",
        question="Is everyone held by someone?",
        name="People held at the end of the period",
        kind=Kind.SNAPSHOT,
        one="person",
        many="people",
        unit="people",
        numerator="People without a holder: there must be none",
        denominator="People with an open record on the period’s last day",
        source="Holdings",
        definition=(
            "From the end of a first conversation until farewell, one team or one "
            "partner holds each person, without a gap. The database does not allow "
            "anything else."
        ),
        better=Better.NEITHER,
        says="{When} we and our partners held about {}.",
        split_by="Who holds them",
        theme="together",
    ),
    Measure(
        slug="helped",
        question="Does the help make a difference?",
        name="Farewells from partners where things were better",
        kind=Kind.SHARE,
        one="farewell",
        many="farewells",
        unit="%",
        numerator="“Things are better” or “some of it helped”",
        denominator="Partners’ farewells in the period",
        source="Audit log: referral.ended",
        definition=(
            "How it went, agreed with the person at the partner’s farewell. People "
            "who chose to stop or lost touch count in the total, but not as helped."
        ),
        better=Better.HIGHER,
        says="{When} something had helped at about {} of partners’ farewells.",
        split_by="How it went",
        theme="hope",
    ),
]

FAREWELLS = [
    Measure(
        slug="farewells",
        question="How do people leave us?",
        name="Farewells",
        kind=Kind.COUNT,
        one="farewell",
        many="farewells",
        unit="farewells",
        numerator="Not needed: it is a count",
        denominator="Farewells that Welcome Teams said in the period",
        source="Audit log: person.farewell",
        definition=(
            "People can always come back after a farewell, and do not have to tell "
            "their story again. Someone who has two farewells counts twice."
        ),
        better=Better.NEITHER,
        says="We said about {} {when}.",
        split_by="Why",
        theme="hope",
    ),
]
