"""A form that plans a meeting asks why, where something speaks against the time."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms

from ..models import User
from ..reading.busy import Keys
from ..reading.planning import PlanningChecks
from ..values.planning import Doubt
from .plain_fields import text_box

_REASON, _ASKED = "planned_anyway", "asked_about"


class AsksWhy(forms.Form):
    """One reason answers every warning that it was asked for. Others ask again.

    A form that is one of these calls `weigh` at the end of its `clean`. The page
    carries the keys of the warnings it showed, so no reason answers one it did not.
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
        found = self.found(at, who, besides)
        reason = said.get(_REASON, "") if found else ""
        asked = str(said.pop(_ASKED, "") or "").split()
        said[_REASON] = reason
        said["against"] = [doubt.code for doubt in found]
        is_new = any(doubt.key not in asked for doubt in found)
        if found and (is_new or not reason):
            self._ask_about(found, reason)

    def found(
        self, at: datetime | None, who: User | None, besides: UUID | None
    ) -> list[Doubt]:
        """What speaks against it, each once and beside a field of this form."""
        how = self.cleaned_data.get("how", "")
        keys = {besides, *self.planned_before(at, who)} if at and who else {besides}
        found = self.checks.against(at, how, who, keys)
        if at and who:
            found += self.further(at, who, keys)
        return list({doubt.words: doubt for doubt in found}.values())

    def further(self, at: datetime, who: User, besides: Keys) -> list[Doubt]:
        """What speaks against other times that are planned along with this one."""
        return []

    def planned_before(self, at: datetime, who: User) -> Collection[UUID]:
        """What this very form has just planned, where it is sent twice: no clash."""
        return []

    def _ask_about(self, found: list[Doubt], reason: str) -> None:
        self._ask()
        for doubt in found:
            self.add_error(doubt.field, doubt.words)
        words = "Say why this is all right, or change the plan"
        if reason:
            words = "There is a new warning. Check that your reason answers it too"
        if not self.has_error(_REASON):
            self.add_error(_REASON, words)
        sent: Any = self.data
        self.data = sent = sent.copy()
        sent[self.add_prefix(_ASKED)] = " ".join(doubt.key for doubt in found)

    def _ask(self) -> None:
        self.fields[_REASON] = text_box(
            "Why is this all right?", hint=self.reason_hint, most=300, rows=2
        )
        # only compared: no one could put right an error of what they cannot see
        self.fields[_ASKED] = forms.Field(required=False, widget=forms.HiddenInput)
