"""Reading a story before saying yes to holding it, and writing that down: one act."""

from typing import Any

from .banner import banner_for
from .models import Handover, Look, User
from .trail import label
from .versions import with_statements


def story_before_a_yes(user: User, handover: Handover) -> dict[str, Any]:
    """About me first and the whole story, while it is asked, as far as was agreed.

    A team that knows the person already opens their own page instead.
    """
    person = handover.person
    mine = person.team_id in user.team_ids
    if mine or not (handover.is_open and handover.is_for(user) and handover.may_read):
        return {}
    Look.objects.create(
        person=person, by=user, why=Look.Why.HANDOVER, about=label(handover)
    )
    passages = person.passages.current().to_read().in_order()
    return {
        "banner": banner_for(person),
        "passages": with_statements(passages[:200]),
    }
