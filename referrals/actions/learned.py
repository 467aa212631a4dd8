"""What partners learn comes back: with the person's yes it joins their story."""

from django.db import transaction

from welcome import actions as welcome
from welcome.models import Passage, Prompt, User, Voice

from ..access.move_permissions import check
from ..models import Learned, Note, Outcome
from . import state_moves


@transaction.atomic
def learn(said: Note | Outcome, *, by: User) -> Passage:
    """Add a partner's note or farewell to the story, once. The person has said yes.

    The next partner reads it as far as a new agreement names it.
    """
    referral = state_moves.locked(said.referral)
    check("learn", referral, by)
    source = {"note" if isinstance(said, Note) else "outcome": said}
    known = Learned.objects.filter(**source).select_related("passage").first()
    if known:
        return known.passage
    passage = welcome.add_passage(
        referral.person,
        by=said.by,
        prompt=Prompt.LEARNED,
        words=said.words,
        voice=Voice.PARTNER,
        said_at=said.at,
        place=str(referral.partner)[:120],
    )
    Learned.objects.create(passage=passage, asked_by=by, **source)
    return passage
