"""Playing our farewell: mirrors `welcome.actions.say_farewell`."""

from welcome.models import Farewell, Look

from ..lives.pen import Step
from .stage import Stage


def farewell(stage: Stage, step: Step) -> None:
    """Goodbye, and the door left open."""
    by, reason = stage.welcomer, step.codes["reason"]
    assert stage.holding is not None
    stage.look(by, Look.Why.TEAM)
    stage.holding.until_at, stage.holding = stage.now, None
    stage.who.is_open = False
    row = stage.rows.add(
        Farewell(
            id=stage.new_id(),
            person=stage.who,
            reason=reason,
            words=stage.say("farewells", reason),
            said_at=stage.now,
            said_by=by,
        )
    )
    stage.record(
        "person.farewell", by, row, person=stage.who, team=stage.team, reason=reason
    )
