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
            "People who were asked, when a partner began or said farewell, or who "
            "said so on their own page"
        ),
        source="Trail: referral.accepted, referral.ended, told_again.said",
        definition=(
            "We ask: did you have to tell your story again? Only “no” counts as "
            "told once; “parts of it” does not. Who was not asked is in the table "
            "and not in the share."
        ),
        better=Better.HIGHER,
        says="{When} about {} of those we asked had not had to tell it again.",
        split_by="What they said",
        theme="told_once",
    ),
    Measure(
        slug="held",
        question="Is everybody held by somebody?",
        name="People held at the end of the period",
        kind=Kind.SNAPSHOT,
        one="person",
        many="people",
        unit="people",
        numerator="People without a holder: must be nobody",
        denominator="People with an open record on the period’s last day",
        source="Holdings",
        definition=(
            "From the end of a first conversation until farewell, one team or one "
            "partner holds each person, without a gap. The database refuses "
            "anything else."
        ),
        better=Better.NEITHER,
        says="{When} we and our partners held about {}.",
        split_by="Who holds them",
        theme="together",
    ),
    Measure(
        slug="helped",
        question="Does the help help?",
        name="Farewells from partners where things were better",
        kind=Kind.SHARE,
        one="farewell",
        many="farewells",
        unit="%",
        numerator="“Things are better” or “some of it helped”",
        denominator="Partners’ farewells in the period",
        source="Trail: referral.ended",
        definition=(
            "How it went, agreed with the person at the partner’s farewell. Who "
            "chose to stop or lost touch is in the whole and not in the share."
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
        denominator="Farewells said by welcome teams in the period",
        source="Trail: person.farewell",
        definition=(
            "A farewell leaves the door open: who comes back needs no new story. "
            "Who says farewell twice counts twice."
        ),
        better=Better.NEITHER,
        says="We said about {} {when}.",
        split_by="Why",
        theme="hope",
    ),
]
