"""A form that plans a meeting asks why, where something speaks against the time."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms

from ..models import User
from ..reading.planning import PlanningChecks
from ..values.planning import Doubt
from .plain_fields import text_box

_REASON = "planned_anyway"


class AsksWhy(forms.Form):
    """One reason answers every warning. Without one, each is said beside its field.

    A form that is one of these calls `weigh` at the end of its `clean`.
    """

    #: What a reader of the reason is told beside the box.
    reason_hint = "In a few words. Your team can read this."

    def __init__(self, *args: Any, checks: PlanningChecks, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.checks = checks
        if self.add_prefix(_REASON) in self.data:
            self._ask()

    def weigh(
        self,
        *,
        at: datetime | None,
        who: User | None,
        besides: UUID | None,
    ) -> None:
        """Puts `planned_anyway` and `against` into what was said, or asks why."""
        said = self.cleaned_data
        found = self.checks.against(at, said.get("how", ""), who, besides)
        if at and who:
            found += self.further(at, who)
        reason = said.get(_REASON, "") if found else ""
        said[_REASON] = reason
        said["against"] = [doubt.code for doubt in found]
        if not found or reason:
            return
        self._ask()
        for doubt in found:
            self.add_error(doubt.field, doubt.words)
        self.add_error(_REASON, "Say why this is all right, or change the plan")

    def further(self, at: datetime, who: User) -> list[Doubt]:
        """What speaks against other times that are planned along with this one."""
        return []

    def _ask(self) -> None:
        self.fields[_REASON] = text_box(
            "Why is this all right?", hint=self.reason_hint, most=300, rows=2
        )
