"""What partners answer, how soon, and where no one could help."""

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
        source="Audit log: referral.accepted, referral.returned",
        definition=(
            "Of all referrals that partners answered, the share they accepted. One "
            "that is given back after a yes counts as both, in the month of each."
        ),
        better=Better.HIGHER,
        says="{When} partners said yes to about {} of our referrals.",
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
        source="Audit log: referral.accepted, referral.returned",
        definition=(
            "Answers are due after two or five working days, as the Welcome Team "
            "asked. Bank holidays do not count. Yes and no are both answers. We "
            "count a referral that is still waiting once it is answered."
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
        denominator="Referrals given back to the Welcome Team in the period",
        source="Audit log: referral.returned",
        definition=(
            "A partner who cannot help gives the person back to the Welcome Team, "
            "with a reason and a suggestion. It is never the person’s fault."
        ),
        better=Better.LOWER,
        says="{When} partners gave people back to us about {}.",
        split_by="Why",
        theme="passed_around",
    ),
    Measure(
        slug="gaps",
        question="What does no one here offer?",
        name="Needs that no offer met",
        kind=Kind.COUNT,
        one="gap",
        many="gaps",
        unit="gaps",
        numerator="Not needed: it is a count",
        denominator="Gaps that Welcome Teams noted in the period",
        source="Audit log: gap.noted",
        definition=(
            "A welcomer looked for help with the person, and nothing here fitted. "
            "It was full, too far, for another age or language, or did not exist. "
            "Each need of each person counts once until the gap is closed."
        ),
        better=Better.LOWER,
        says="{When} Welcome Teams noted about {}.",
        split_by="For which need",
        theme="waiting",
    ),
    Measure(
        slug="passed-around",
        question="Is anyone passed from service to service?",
        name="Given back, and not for the first time",
        kind=Kind.SHARE,
        one="time",
        many="times",
        unit="%",
        numerator="Times it was the second or more for that person",
        denominator="Referrals given back to the Welcome Team in the period",
        source="Audit log: referral.returned, with how often it was by then",
        definition=(
            "Each time a partner gives someone back, we count how often that has "
            "happened to them so far. No one should be given back twice."
        ),
        better=Better.LOWER,
        says="Of those given back {when}, for about {} it was not the first time.",
        split_by="How often by then",
        theme="passed_around",
    ),
]
