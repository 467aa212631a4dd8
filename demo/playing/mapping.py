"""Playing how a story map is drawn: one version for each change."""

from welcome.actions.story_map_changes import Redrawing, add_need, tie
from welcome.actions.story_maps import drew, empty_map, unsaved_version
from welcome.models import MapVersion

from ..lives.pen import Step
from .stage import Stage


def mapped(stage: Stage, step: Step) -> None:
    """Need after need, then tie after tie: as they were said."""
    drawn = empty_map(stage.who)
    for need in step.codes["needs"]:
        drawn = _redraw(stage, drawn, add_need(*need), "need_added")
    for ends in step.codes["ties"]:
        drawn = _redraw(stage, drawn, tie(*ends), "tied")


def _redraw(
    stage: Stage, standing: MapVersion, redrawing: Redrawing, change: str
) -> MapVersion:
    stage.go_to(stage.now)
    by, at = stage.welcomer, stage.now
    drawn = unsaved_version(standing, redrawing, by=by, at=at, change=change)
    stage.happens(drew(stage.add(stage.new_id(), drawn)))
    return drawn
