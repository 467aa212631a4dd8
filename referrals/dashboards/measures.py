"""What we measure, each with everything that somebody needs to trust it.

To add one: a Measure here, how it is counted in `counting.py`, and then
`manage.py count_up --all`.
"""

from .definition import Kind, Measure
from .progress import PROGRESS
from .spc import Better

__all__ = ["MEASURES", "Kind", "Measure"]

MEASURES: dict[str, Measure] = {
    measure.slug: measure
    for measure in [
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
        Measure(
            slug="accepted",
            question="Do partners say yes?",
            name="Referrals that partners accepted",
            kind=Kind.SHARE,
            one="answer",
            many="answers",
            unit="%",
            numerator="Referrals accepted",
            denominator="Referrals accepted or given back in the period",
            source="Trail: referral.accepted, referral.returned",
            definition=(
                "Of all referrals that a partner answered, those answered with yes. "
                "One given back after a yes counts as both, in the month of each."
            ),
            better=Better.HIGHER,
            says="{When} partners said yes to about {} of what we asked.",
            theme="together",
        ),
        Measure(
            slug="in-time",
            question="Do partners answer when they said they would?",
            name="Answers given by the day they were due",
            kind=Kind.SHARE,
            one="answer",
            many="answers",
            unit="%",
            numerator="Answers on or before the day they were due",
            denominator="Referrals accepted or given back in the period",
            source="Trail: referral.accepted, referral.returned",
            definition=(
                "Due after two or five working days, as the welcome team asked, bank "
                "holidays left out. Yes and no are both answers. Referrals still "
                "waiting are counted once they are answered."
            ),
            better=Better.HIGHER,
            says="{When} about {} of answers came by the day they were due.",
            promise=90,
            theme="waiting",
        ),
        Measure(
            slug="given-back",
            question="Who is given back to us, and why?",
            name="Referrals that partners gave back",
            kind=Kind.COUNT,
            one="time",
            many="times",
            unit="times",
            numerator="Not needed: it is a count",
            denominator="Referrals given back to the welcome team in the period",
            source="Trail: referral.returned",
            definition=(
                "A partner who cannot help gives the person back to the welcome team, "
                "with a reason and a suggestion. It is never the person’s failure."
            ),
            better=Better.LOWER,
            says="{When} partners gave people back to us about {}.",
            split_by="Why",
            theme="passed_around",
        ),
        Measure(
            slug="gaps",
            question="What does nobody here offer?",
            name="Needs that no offer met",
            kind=Kind.COUNT,
            one="gap",
            many="gaps",
            unit="gaps",
            numerator="Not needed: it is a count",
            denominator="Gaps that welcome teams wrote down in the period",
            source="Trail: gap.noted",
            definition=(
                "A welcomer looked for help with the person, and nothing that is "
                "offered here fitted: no room, too far, the wrong age or language, "
                "or not there at all. One need of one person counts once until "
                "somebody is found."
            ),
            better=Better.LOWER,
            says="{When} welcome teams wrote down about {}.",
            split_by="For what",
            theme="waiting",
        ),
        Measure(
            slug="passed-around",
            question="Is anybody passed from door to door?",
            name="Given back, and not for the first time",
            kind=Kind.SHARE,
            one="time",
            many="times",
            unit="%",
            numerator="Times it was at least the second for that person",
            denominator="Referrals given back to the welcome team in the period",
            source="Trail: referral.returned, with how often it was by then",
            definition=(
                "Each time a partner gives somebody back we count how often that has "
                "happened to this person by now. Nobody should be given back twice."
            ),
            better=Better.LOWER,
            says="Of those given back {when}, for about {} it was not the first time.",
            split_by="How often by then",
            theme="passed_around",
        ),
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
        *PROGRESS,
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
}
