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
        numerator="People of whom one hope or more stands at least 3 above its start",
        denominator="People who rated a hope again in the period",
        source="Trail: hope.rated, the last one of each person in each month",
        definition=(
            "People rate their own hopes from 0 to 10. The first number and the latest "
            "make the pair; a change of 3 is reliable, less can be chance. Of several "
            "hopes the one that moved best counts. Who rates in two months is in both. "
            "Who has rated only once is not in it yet."
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
        numerator="People of whom more items are reliably better than reliably worse",
        denominator="People who filled in DIALOG again in the period",
        source="Trail: dialog.filled, the last one of each person in each month",
        definition=(
            "DIALOG asks how satisfied somebody is with eleven things, from 1 to 7. Of "
            "each, the first number and the latest make the pair; a change of 1 is "
            "reliable. Items left out are left out. Who fills it in in two months is "
            "in both. Who has filled it in only once is not in it yet."
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
