"""Playing our farewell."""

from welcome.actions.holding_rows import parted, unsaved_farewell
from welcome.models import Look

from ..lives.pen import Step
from .stage import Stage


def farewell(stage: Stage, step: Step) -> None:
    """Goodbye, and the door left open."""
    by, reason, current = stage.welcomer, step.codes["reason"], stage.holding
    assert current is not None
    stage.look(by, Look.Why.TEAM)
    pk, words = stage.new_id(), stage.say("farewells", reason)
    row = unsaved_farewell(
        stage.who, current, by=by, at=stage.now, reason=reason, words=words
    )
    stage.holding = None
    stage.happens(parted(stage.add(pk, row)))
