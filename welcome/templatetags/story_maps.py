"""A person's story map on any page: the picture, and the same in words."""

from django import template

from .. import story_maps
from ..models import MapVersion, Person
from ..story_maps.drawn_parts import Need, Shape, Tie

register = template.Library()


@register.simple_tag
def map_of(person: Person) -> MapVersion | None:
    """The map as it is now, if there is one. One question."""
    return person.maps.newest_first().first()


@register.inclusion_tag("parts/_story_map.html")
def story_map(
    version: MapVersion, person: Person, key: str = "map"
) -> dict[str, object]:
    """Needs an own `key` where a page has more than one map."""
    return {
        "version": version,
        "person": person,
        "key": key,
        "drawings": [_drawn(version, "wide"), _drawn(version, "tall")],
    }


@register.filter
def map_colour(key: int) -> int:
    """One of five washes. A need keeps its own; no colour means anything."""
    return (key - 1) % 5 + 1


def _drawn(version: MapVersion, shape: Shape) -> dict[str, object]:
    """One picture; each shape knows which need it is, for pointing at."""
    places = {need["id"]: i for i, need in enumerate(version.needs)}
    drawing = story_maps.draw(
        [Need(need["words"], need.get("more", "")) for need in version.needs],
        [Tie(places[t["one"]], places[t["other"]], t["words"]) for t in version.ties],
        shape,
    )
    shapes = zip(version.needs, drawing.needs, strict=True)
    return {
        "shape": shape,
        "drawing": drawing,
        "needs": [
            {"id": need["id"], "colour": map_colour(need["id"]), "drawn": drawn}
            for need, drawn in shapes
        ],
    }
