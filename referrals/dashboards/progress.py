"""What people themselves say of how it goes: their hopes, and DIALOG.

Source of the pairs and thresholds: NHS England, community mental health PROMs
(docs/domain.md, “Reliable change”). Goal Based Outcomes: Duncan Law, CC BY-NC-SA 4.0.
DIALOG: Stefan Priebe and colleagues, East London NHS Foundation Trust.
"""

from .definition import Kind, Measure
from .spc_limits import Better

PROGRESS = [
    Measure(
        slug="hopes",
        question="Do people’s hopes come nearer?",
        name="People with a hope that came 3 or more nearer",
        kind=Kind.SHARE,
        one="person",
        many="people",
        unit="%",
        numerator="People with a hope that is at least 3 above where it started",
        denominator="People who rated a hope again in the period",
        source="Audit log: hope.rated, the last one of each person in each month",
        definition=(
            "People rate their own hopes from 0 to 10. We compare the first number "
            "with the latest. A change of 3 is reliable; less can be chance. If "
            "someone has several hopes, we count the one that rose most. Someone who "
            "rates in two months counts in both. Someone who has rated only once does "
            "not count yet."
        ),
        better=Better.HIGHER,
        says="{When} a hope had come 3 nearer for about {} of those who rated again.",
        split_by="How far their best hope moved",
        theme="hope",
    ),
    Measure(
        slug="dialog",
        question="Are people more satisfied than when they came?",
        name="People with more DIALOG items better than worse",
        kind=Kind.SHARE,
        one="person",
        many="people",
        unit="%",
        numerator="People with more items reliably better than reliably worse",
        denominator="People who filled in DIALOG again in the period",
        source="Audit log: dialog.filled, the last one of each person in each month",
        definition=(
            "DIALOG asks how satisfied someone is with eleven things, from 1 to 7. For "
            "each, we compare the first number with the latest. A change of 1 is "
            "reliable. We leave out items without an answer. Someone who fills it in "
            "in two months counts in both. Someone who has done it only once does not "
            "count yet."
        ),
        better=Better.HIGHER,
        says=(
            "{When} more was better than worse for about {} of those who filled in "
            "DIALOG again."
        ),
        split_by="What has changed",
        theme="hope",
    ),
]
