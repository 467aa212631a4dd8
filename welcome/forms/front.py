"""What we ask at the public front door: few questions, plain words, no account."""

from typing import Any, cast
from uuid import UUID

from django import forms

from ..actions.introductions import Said
from ..models import Site, Source
from .bot_check import SlowedForm
from .fields import PostcodeField, ReachField
from .once import OnceField
from .plain_fields import checkboxes, drop_down, text_box, text_line, yes_or_no

WAYS = [
    ("call", "Ring me"),
    ("text", "Text me"),
    ("message", "Leave a voice message"),
]


def _has_texts(site: Site | None) -> bool:
    """Of a site that has yet to be chosen: whether every one has them."""
    if site is None:
        return not Site.objects.filter(has_texts=False).exists()
    return site.has_texts


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

    known_as = text_line(
        "What would you like us to call you?",
        "Tell us what to call you",
        hint="Any name you like.",
        most=80,
        autocomplete="nickname",
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
    ways = checkboxes("If it’s a phone, what can we do?", WAYS)
    words = text_box(
        "Is there anything you want us to know first?",
        hint="You can leave this empty and tell us when we talk.",
        rows=4,
        is_spoken=True,
    )
    postcode = PostcodeField(
        label="Your postcode, if you like",
        help_text="So that the team nearest to you can ring.",
        required=False,
        max_length=10,
        widget=forms.TextInput(attrs={"autocomplete": "postal-code"}),
    )

    def __init__(self, *args: Any, site: Site | None = None, **kwargs: Any) -> None:
        super().__init__(*args, site=site, **kwargs)
        if not _has_texts(site):
            ways = [way for way in WAYS if way[0] != "text"]
            cast(forms.ChoiceField, self.fields["ways"]).choices = ways

    def introduction(self) -> Introducing:
        return {**super().introduction(), "source": Source.SELF}


class IntroduceForm(FrontDoorForm):
    """Introduce someone else: who they are, who you are, and that they know."""

    known_as = text_line(
        "What is their name?",
        "Tell us their name",
        hint="The name they like to be called by.",
        most=80,
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
    reach_words = text_line(
        "Anything that keeps it safe?",
        hint="A safe time of day, what not to say, who might answer.",
        most=300,
    )
    words = text_box(
        "What would they like us to know?",
        hint="In their words, as far as you can. They can tell us the rest.",
        rows=4,
    )
    person_knows = yes_or_no(
        "Do they know that you are asking us?",
        "Yes, and they’re glad",
        "Not yet",
        "Tell us whether they know",
        hint="We’ll talk with them, not about them.",
    )
    introducer_name = text_line(
        "Your name", "Tell us your name", most=120, autocomplete="name"
    )
    source = drop_down(
        "Who are you to them?",
        [choice for choice in Source.choices if choice[0] != Source.SELF],
        "Choose who you are to them",
    )
    introducer_contact = text_line(
        "How can we reach you?",
        "Tell us how to reach you",
        hint="A phone number or an e-mail address, in case we need to ask.",
        most=120,
    )
    postcode = PostcodeField(
        label="Their postcode, if you know it", required=False, max_length=10
    )
