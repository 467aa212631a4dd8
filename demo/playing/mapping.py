"""Playing how a story map is drawn: mirrors `redraw`, one version for each change."""

from typing import Any

from welcome.models import MapVersion

from ..lives.pen import Step
from .stage import Stage


def mapped(stage: Stage, step: Step) -> None:
    """Need after need, then tie after tie: as they were said."""
    needs: list[dict[str, Any]] = []
    ties: list[dict[str, Any]] = []
    for words, more, kind in step.codes["needs"]:
        need = {"id": len(needs) + 1, "words": words, "more": more, "kind": kind}
        needs = [*needs, need]
        _drawn(stage, needs, ties, "need_added")
    for one, other, words in step.codes["ties"]:
        ties = [*ties, {"one": one, "other": other, "words": words}]
        _drawn(stage, needs, ties, "tied")


def _drawn(stage: Stage, needs: Any, ties: Any, change: str) -> None:
    stage.go_to(stage.now)
    number = len(needs) + len(ties)
    drawn = stage.rows.add(
        MapVersion(
            id=stage.new_id(),
            person=stage.who,
            number=number,
            needs=needs,
            ties=ties,
            change=change,
            made_at=stage.now,
            made_by=stage.welcomer,
        )
    )
    stage.record(
        "map.changed",
        stage.welcomer,
        drawn,
        person=stage.who,
        team=stage.team,
        change=change,
        number=number,
    )
