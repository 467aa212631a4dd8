"""What partners answer, how soon, and where nobody could help."""

from .definition import Kind, Measure
from .spc_limits import Better

PARTNERS = [
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
]
