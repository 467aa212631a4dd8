"""What is written while somebody waits: a welcome call, and the plan to meet."""

from django import forms

from .filters import FilterBar, one_of
from .once import OnceField
from .plain_fields import text_line, yes_or_no


class WaitingFilters(FilterBar):
    """By what has been done so far."""

    so_far = one_of(
        "So far",
        [
            ("call", "No call yet"),
            ("planned", "A meeting is planned"),
            ("overdue", "Overdue"),
        ],
        everything="Everyone",
    )


class CallForm(forms.Form):
    """Somebody rang."""

    reached = yes_or_no(
        "Did you reach them?",
        "Yes, we spoke",
        "No, not this time",
        "Say whether you reached them",
    )
    words = text_line(
        "In a few words", hint="What they said, or when to try again.", most=300
    )
    once = OnceField()
