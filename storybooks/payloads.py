"""What the details of a story's events hold, by code: as welcome.audit.payloads."""

from typing import Any, NotRequired, TypedDict

from welcome.audit.admin_payloads import of_admin_pages
from welcome.registries.event_payloads import Nothing


class NarrativeMoved(TypedDict):
    """The state before, and why where it was not an editor's own press of a button."""

    was: str
    why: NotRequired[str]


#: That it happened says it all.
_WITHOUT_DETAIL = (
    "contributor.added",
    "narrative.written",
    "narrative.edited",
    "narrative.mark_decided",
    "narrative.link_sent",
    "narrative.changes_asked",
    "narrative.name_found",
    "narrative.copies_noted",
)

PAYLOADS: dict[str, type[Any]] = {
    **dict.fromkeys(_WITHOUT_DETAIL, Nothing),
    "narrative.draft": NarrativeMoved,
    "narrative.deidentified": NarrativeMoved,
    "narrative.with_contributor": NarrativeMoved,
    "narrative.approved": NarrativeMoved,
    "narrative.published": NarrativeMoved,
    "narrative.expiring": NarrativeMoved,
    "narrative.taken_down": NarrativeMoved,
    "narrative.withdrawn": NarrativeMoved,
    **of_admin_pages("storybook"),
}
