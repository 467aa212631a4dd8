"""Which parts of a story may be read, and how the person agreed."""

from datetime import timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from welcome.forms.dates import DatePartsField
from welcome.forms.plain_fields import checkbox, radios, text_box
from welcome.models import Attachment, MapVersion, Passage
from welcome.models.attachments import AttachmentQuerySet

from ..models import AfterHelp, Agreement
from .attachments import add_files
from .tentative_forms import Tentative

#: An agreement is asked again at least this often.
_LONGEST = timedelta(days=366)


class PartsForm(Tentative):
    """Which parts of the story one partner may read. Nothing is ticked beforehand."""

    shares_hopes = checkbox("What they hope for, and how near it is")
    shares_helpers = checkbox("Who else is helping them")

    def __init__(
        self,
        *args: Any,
        passages: QuerySet[Passage],
        map: MapVersion | None = None,
        files: AttachmentQuerySet | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passages"] = forms.ModelMultipleChoiceField(
            label="Which parts of the story can they read?",
            queryset=passages,
            error_messages={"required": "Choose at least one part of the story"},
        )
        if files is not None:
            add_files(self, files)
        # The tick names the version that was on the page: what they agree to is what
        # they saw, even if someone changes the map meanwhile.
        self.fields["map"] = forms.ModelChoiceField(
            label="Story map",
            required=False,
            queryset=MapVersion.objects.filter(pk__in=[map.pk] if map else []),
            error_messages={
                "invalid_choice": "Someone has changed the story map since you opened "
                "this page. Look at it with them, and ask again"
            },
        )

    def clean_passages(self) -> list[Passage]:
        return list(self.cleaned_data["passages"])

    def clean_attachments(self) -> list[Attachment]:
        return list(self.cleaned_data["attachments"])

    @property
    def ticked(self) -> set[str]:
        """The keys of the passages that are ticked now, as the form would send them."""
        return {str(key) for key in self["passages"].value() or []}

    @property
    def ticked_map(self) -> str:
        """The key of the map that is ticked now, or nothing."""
        return str(self["map"].value() or "")


class AgreedForm(Tentative):
    """How the person agreed to share, asked in words that can be read aloud."""

    words = text_box(
        "What did they say?",
        "Write what they said when you asked",
        hint="Their yes, in their own words. The person who helps can read it too.",
        most=2000,
        rows=2,
        is_spoken=True,
    )
    how = radios("How did you ask?", Agreement.How, "Choose how you asked")
    until_on = DatePartsField(
        what="the last day",
        label="Until when can they read it?",
        help_text="For example 30 6 2027. They can end it sooner, at any time.",
        first=timezone.localdate,
        last=lambda: timezone.localdate() + _LONGEST,
    )
    after_help = radios(
        "When their help ends, can they still read it?",
        AfterHelp,
        initial=AfterHelp.ENDS,
    )
    may_go_on = checkbox(
        "If they cannot help, we can send the same parts to someone else who fits",
        hint="Ask this too, so that no one has to ask again before the next referral.",
    )

    def clean_after_help(self) -> str:
        return self.cleaned_data["after_help"] or AfterHelp.ENDS


class AgreeForm(AgreedForm, PartsForm):
    """Which parts, and how the person agreed: the same for each partner."""
