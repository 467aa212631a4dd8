"""The whole life of a narrative: its states, and the moves between them."""

from django.db import models


class State(models.TextChoices):
    DRAFT = "draft", "Being written"
    DEIDENTIFIED = "deidentified", "Made safe to show"
    WITH_CONTRIBUTOR = "with_contributor", "With the contributor"
    APPROVED = "approved", "Approved, cooling off"
    PUBLISHED = "published", "Published"
    EXPIRING = "expiring", "Published, consent ending soon"
    TAKEN_DOWN = "taken_down", "Taken down"
    WITHDRAWN = "withdrawn", "Withdrawn by the contributor"


#: Any change of the text goes back to DRAFT. Withdrawing is possible from anywhere.
MOVES: dict[State, set[State]] = {
    State.DRAFT: {State.DEIDENTIFIED, State.WITHDRAWN},
    State.DEIDENTIFIED: {State.DRAFT, State.WITH_CONTRIBUTOR, State.WITHDRAWN},
    State.WITH_CONTRIBUTOR: {State.DRAFT, State.APPROVED, State.WITHDRAWN},
    State.APPROVED: {State.DRAFT, State.PUBLISHED, State.WITHDRAWN},
    State.PUBLISHED: {State.EXPIRING, State.TAKEN_DOWN, State.WITHDRAWN},
    State.EXPIRING: {State.PUBLISHED, State.TAKEN_DOWN, State.WITHDRAWN},
    State.TAKEN_DOWN: {State.DRAFT, State.WITHDRAWN},
    State.WITHDRAWN: set(),
}
MOODS = {
    State.WITH_CONTRIBUTOR: "new",
    State.APPROVED: "soon",
    State.PUBLISHED: "held",
    State.EXPIRING: "soon",
}
PUBLIC = [State.PUBLISHED, State.EXPIRING]
