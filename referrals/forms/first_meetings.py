"""When, where, and who: what is said to propose a first meeting, or to say yes."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from welcome.forms.dates import DatePartsField
from welcome.forms.plain_fields import checkbox, radios, text_line
from welcome.forms.planning import AsksWhy
from welcome.forms.times import TimeOfDayField
from welcome.models import User
from welcome.values.planning import OF_THE_WORKER, Doubt

from ..models import FirstMeeting


class _WithUs(forms.Form):
    """Who of one's own side will be there, and whether the person was asked."""

    def __init__(
        self, *args: Any, ours: QuerySet[User], me: User, called: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"] = forms.ModelChoiceField(
            label="Who will be there from your side?",
            queryset=ours,
            initial=me.pk,
            empty_label=None,
            error_messages={
                "required": "Choose who will be there",
                "invalid_choice": "Choose someone who works with you",
            },
        )
        self.fields["person_agrees"] = checkbox(
            f"I have asked {called}: this suits them"
        )


def _in_a_year() -> date:
    return timezone.localdate() + timedelta(days=365)


class MeetForm(AsksWhy, _WithUs):
    """A day, a time and a place. Cleans to the words of `actions.propose_meeting`."""

    day = DatePartsField(
        what="the day", label="Which day?", first=timezone.localdate, last=_in_a_year
    )
    time = TimeOfDayField(
        label="At what time?",
        help_text="For example, 14:30",
        error_messages={"required": "Write the time, for example 14:30"},
    )
    how = radios("How will you meet?", FirstMeeting.How, "Choose how you will meet")
    place = text_line(
        "Where exactly?",
        hint="An address is enough. Others may see it in a calendar, so don’t say "
        "what kind of place it is.",
        most=160,
    )
    reason_hint = "In a few words. The other side can read this."
    #: The meeting that stood on the page, if one did.
    instead_of = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, now: FirstMeeting | None, **kwargs: Any) -> None:
        """`now` is the meeting that is planned, if one is."""
        super().__init__(*args, **kwargs)
        self.now = now
        self.order_fields(["day", "time", "how", "place", "who", "person_agrees"])

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        day, time = said.pop("day", None), said.pop("time", None)
        if day and time:
            said["at"] = timezone.make_aware(datetime.combine(day, time))
            if said["at"] <= timezone.now():
                self.add_error("time", "This is in the past. Choose a later time.")
        if said.get("how") == FirstMeeting.How.OUTDOORS and not said.get("place"):
            self.add_error("place", "Write exactly where you will meet.")
        at = None if self.has_error("time") else said.get("at")
        besides = said.get("instead_of")
        self.weigh(at=at, who=said.get("who"), besides=besides)
        return said

    def planned_before(self, at: datetime, who: User) -> Collection[UUID]:
        said, now = self.cleaned_data, self.now
        if now is None or who.pk not in (now.welcomer_id, now.worker_id):
            return []
        typed = (at, said.get("how"), said.get("place"))
        return [now.pk] if typed == (now.at, now.how, now.place) else []

    @staticmethod
    def after(last: FirstMeeting | None) -> dict[str, object]:
        """What is in the boxes at first: the meeting that is to be moved.

        Where the last one did not take place, the same a week or more later.
        """
        if last is None or last.state == FirstMeeting.State.KEPT:
            return {}
        at = timezone.localtime(last.at)
        first: dict[str, object] = {
            "time": f"{at:%H:%M}",
            "how": last.how,
            "place": last.place,
        }
        if last.is_planned:
            return first | {"day": at.date(), "instead_of": last.pk}
        weeks = max(0, (timezone.now() - last.at).days // 7) + 1
        return first | {"day": at.date() + timedelta(weeks=weeks)}


class ConfirmMeetingForm(AsksWhy, _WithUs):
    """Yes to what the other side proposed. Cleans to `actions.confirm_meeting`.

    The side that proposed it answered for the day and the hours. Who comes from this
    side is chosen here, so what speaks against them is asked here.
    """

    reason_hint = "In a few words. The other side can read this."

    def __init__(
        self, *args: Any, meeting: FirstMeeting, called: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, called=called, **kwargs)
        self.meeting = meeting
        box = self.fields["person_agrees"]
        if meeting.person_agrees:
            del self.fields["person_agrees"]
        else:
            box.required = True
            box.error_messages["required"] = f"Ask {called} first, then tick this"

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        meeting = self.meeting
        self.weigh(at=meeting.at, who=said.get("who"), besides=meeting.pk)
        return said

    def found(
        self, at: datetime | None, who: User | None, besides: UUID | None
    ) -> list[Doubt]:
        found = super().found(at, who, besides)
        return [d._replace(field="who") for d in found if d.code in OF_THE_WORKER]
