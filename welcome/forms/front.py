"""What we ask at the public front door: few questions, plain words, no account."""

from typing import Any, cast
from uuid import UUID

from django import forms

from ..actions.introductions import Said
from ..models import Site, Source
from .bot_check import SlowedForm
from .fields import PostcodeField, ReachField
from .once import OnceField

WAYS = [
    ("call", "Ring me"),
    ("text", "Text me"),
    ("message", "Leave a voice message"),
]


class Introducing(Said):
    """The arguments of `actions.introduce`."""

    site: Site
    once: UUID


class FrontDoorForm(SlowedForm):
    """What both ways in have in common. `site` is asked where it is not known."""

    once = OnceField()

    def __init__(self, *args: Any, site: Site | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.site = site
        if site is None:
            self.fields["site"] = forms.ModelChoiceField(
                label="Where do you live?",
                queryset=Site.objects.all(),
                empty_label="Choose a place",
                error_messages={"required": "Choose where you live"},
            )
            self.order_fields(["site"])

    def introduction(self) -> Introducing:
        """The arguments of `actions.introduce`. Call on a valid form."""
        said = dict(self.cleaned_data)
        reach, ways = said.pop("reach"), said.pop("ways", [])
        said = {key: said[key] for key in said if key not in ("began", "website")}
        said |= {
            "site": self.site or said["site"],
            "may_call": "call" in ways,
            "may_text": "text" in ways,
            "may_leave_message": "message" in ways,
        }
        return cast(Introducing, said | reach)


class AskForm(FrontDoorForm):
    """Ask for a conversation for oneself."""

    known_as = forms.CharField(
        label="What shall we call you?",
        help_text="Any name you like to be called by.",
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
        error_messages={"required": "Tell us what to call you"},
    )
    reach = ReachField(
        label="How can we reach you safely?",
        help_text=(
            "A phone number or an e-mail address that only you look at. "
            "We never say what it is about in a message."
        ),
        max_length=120,
        error_messages={"required": "Tell us how to reach you"},
    )
    ways = forms.MultipleChoiceField(
        label="If it is a phone, what may we do?",
        choices=WAYS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    words = forms.CharField(
        label="Is there anything you want us to know first?",
        help_text="You can leave this empty and tell us when we talk.",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4, "data-voice": "person"}),
    )
    postcode = PostcodeField(
        label="Your postcode, if you like",
        help_text="So that the team nearest to you rings.",
        required=False,
        max_length=10,
        widget=forms.TextInput(attrs={"autocomplete": "postal-code"}),
    )

    def introduction(self) -> Introducing:
        return {**super().introduction(), "source": Source.SELF}


class IntroduceForm(FrontDoorForm):
    """Introduce somebody else: who they are, who you are, and that they know."""

    known_as = forms.CharField(
        label="What is their name?",
        help_text="The name they like to be called by.",
        max_length=80,
        error_messages={"required": "Tell us their name"},
    )
    reach = ReachField(
        label="How can we reach them safely?",
        help_text=(
            "A phone number or an e-mail address that only they look at. Leave it "
            "empty if we should come through you."
        ),
        required=False,
        max_length=120,
    )
    reach_words = forms.CharField(
        label="Anything that keeps it safe?",
        help_text="A time of day, what must not be said, who may answer.",
        required=False,
        max_length=300,
    )
    words = forms.CharField(
        label="What would they like us to know?",
        help_text="In their words, as far as you can. They will tell the rest.",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    person_knows = forms.TypedChoiceField(
        label="Do they know that you are asking us?",
        help_text="We talk with them, not about them.",
        choices=[("yes", "Yes, and they are glad of it"), ("no", "Not yet")],
        coerce=lambda answer: answer == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": "Tell us whether they know"},
    )
    introducer_name = forms.CharField(
        label="Your name",
        max_length=120,
        error_messages={"required": "Tell us your name"},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    source = forms.ChoiceField(
        label="Who are you to them?",
        choices=[choice for choice in Source.choices if choice[0] != Source.SELF],
        error_messages={"required": "Choose who you are to them"},
    )
    introducer_contact = forms.CharField(
        label="How can we reach you?",
        help_text="A phone number or an e-mail address, in case we need to ask.",
        max_length=120,
        error_messages={"required": "Tell us how to reach you"},
    )
    postcode = PostcodeField(
        label="Their postcode, if you know it", required=False, max_length=10
    )
