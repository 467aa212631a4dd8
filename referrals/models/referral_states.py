"""The states of a referral, and every move between them."""

from django.db import models


class State(models.TextChoices):
    DRAFT = "draft", "Being prepared"
    SENT = "sent", "Waiting for an answer"
    ACCEPTED = "accepted", "Accepted"
    HELPING = "helping", "Being helped"
    PAUSED = "paused", "Paused for now"
    ENDED = "ended", "Farewell said"
    RETURNED = "returned", "Back with the Welcome Team"
    WITHDRAWN = "withdrawn", "Withdrawn"


#: What the person reads on their own page, where staff read something shorter.
TO_THE_PERSON = {
    State.DRAFT: "Not sent yet",
    State.SENT: "They haven’t answered yet",
    State.ACCEPTED: "They said yes",
    State.HELPING: "They’re helping you",
    State.ENDED: "They said farewell",
    State.RETURNED: "They couldn’t help. You’re still with your Welcome Team",
}


#: Every move there is. A partner can return a referral to us, never to the person.
#: Trying elsewhere is a new referral on the same request.
MOVES: dict[State, set[State]] = {
    State.DRAFT: {State.SENT, State.WITHDRAWN},
    State.SENT: {State.ACCEPTED, State.RETURNED, State.WITHDRAWN},
    State.ACCEPTED: {State.HELPING, State.RETURNED, State.WITHDRAWN},
    State.HELPING: {State.PAUSED, State.ENDED, State.RETURNED, State.WITHDRAWN},
    State.PAUSED: {State.HELPING, State.ENDED, State.WITHDRAWN},
    State.ENDED: set(),
    State.RETURNED: set(),
    State.WITHDRAWN: set(),
}
OPEN = [State.DRAFT, State.SENT, State.ACCEPTED, State.HELPING, State.PAUSED]
WITH_PARTNER = [State.ACCEPTED, State.HELPING, State.PAUSED]


#: What can be put right where a move was made by mistake, with a reason: see PutRight.
PUT_RIGHT: dict[State, set[State]] = {
    State.ENDED: {State.HELPING},
    State.RETURNED: {State.SENT, State.ACCEPTED},
    State.WITHDRAWN: {State.SENT, State.ACCEPTED, State.HELPING},
}
