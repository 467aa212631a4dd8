"""Who shall be the one to ask for, and for whom."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from welcome.models import User

from ..models import Referral


class NameWorkerForm(forms.Form):
    """Those that are ticked go to one colleague."""

    def __init__(
        self,
        *args: Any,
        referrals: QuerySet[Referral],
        workers: QuerySet[User],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["referrals"] = forms.ModelMultipleChoiceField(
            label="Who shall go over?",
            queryset=referrals,
            error_messages={
                "required": "Tick at least one person",
                "invalid_choice": "One of these has moved on meanwhile. Look again",
            },
        )
        self.fields["worker"] = forms.ModelChoiceField(
            label="To whom?",
            queryset=workers,
            empty_label="Choose a colleague",
            error_messages={"required": "Choose who it will be"},
        )
