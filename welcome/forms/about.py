"""The parts of the record besides the story: one form each, one page each.

The boxes bear the names of `welcome.facts`. Every one may stay empty but a name.
"""

from typing import Any, TypedDict, cast

from django import forms
from django.http import QueryDict

from ..facts import Facts, Said, facts_of, seen
from ..models import Adjustment, Person
from ..values import equality
from ..values.working_days import DAYS
from .conversations import MAY
from .fields import BirthdayField, NumberField, PhoneField, PostcodeField


class Rewriting(TypedDict):
    """The arguments of `actions.rewrite`: what is said, and what the page had read."""

    said: Said
    read: str


class PartForm(forms.Form):
    """Begins with what stands there, and knows by a mark what the page has read."""

    part: str
    title: str
    lead = ""
    #: The title on the person’s own page, where it has to be another one.
    mine = ""

    def __init__(self, data: QueryDict | None = None, *, person: Person) -> None:
        self.person = person
        self.now = facts_of(person, self.part)
        super().__init__(data, initial=dict(self.now))
        self.fields["read"] = forms.CharField(
            widget=forms.HiddenInput, initial=seen(self.now), required=False
        )

    def arguments(self) -> Rewriting:
        """Those of `actions.rewrite`. Call on a valid form."""
        said = dict(self.cleaned_data)
        return Rewriting(read=said.pop("read"), said=cast(Said, said))

    def with_the_new_mark(self) -> "PartForm":
        """What was typed, on a page that has read what stands there now."""
        data = cast(QueryDict, self.data).copy()
        fresh = Person.objects.get(pk=self.person.pk)
        data["read"] = seen(facts_of(fresh, self.part))
        return type(self)(data, person=fresh)

    def in_words(self, facts: Facts) -> list[tuple[str, str]]:
        """Each box's label with what these facts say of it, the empty ones left out."""
        rows = [(f, self._in_words(f.name, facts.get(f.name))) for f in self]
        return [
            (str(f.label), words) for f, words in rows if words and f.name != "read"
        ]

    def _in_words(self, name: str, value: Any) -> str:
        names = dict(getattr(self.fields[name], "choices", []))
        if isinstance(value, list):
            return ", ".join(str(names.get(code, code)) for code in value)
        return str(names.get(value, value)) if value else ""


class NamesForm(PartForm):
    part, title = "names", "Names, birthday, number"

    known_as = forms.CharField(
        label="What do they like to be called?",
        max_length=80,
        error_messages={"required": "Write the name they like to be called by"},
    )
    formal_name = forms.CharField(
        label="Full name",
        help_text="As it stands on their letters.",
        required=False,
        max_length=120,
    )
    pronouns = forms.CharField(
        label="Pronouns",
        help_text="As they say them: she, her; he, him; they, them.",
        required=False,
        max_length=30,
    )
    born = BirthdayField(
        label="Birthday",
        help_text="3 May 1992, or only the year.",
        required=False,
        max_length=30,
    )

    def __init__(self, data: QueryDict | None = None, *, person: Person) -> None:
        super().__init__(data, person=person)
        self.fields["identifier"] = NumberField(
            nation=person.site.nation,
            required=False,
            max_length=20,
            help_text="Nobody needs it to be helped.",
        )


class ReachForm(PartForm):
    part, title = "reach", "How it is safe to reach them"
    mine = "How it is safe to reach me"

    phone = PhoneField(label="Phone", required=False, max_length=30)
    email = forms.EmailField(
        label="E-mail",
        required=False,
        error_messages={"invalid": "Write an e-mail address, like name@example.org"},
    )
    may = forms.MultipleChoiceField(
        label="What may we do?",
        choices=MAY,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    days = forms.MultipleChoiceField(
        label="On which days is it safe?",
        help_text="None ticked means any day.",
        choices=DAYS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    times = forms.CharField(
        label="At what time?",
        help_text="After two, when the children are at school.",
        required=False,
        max_length=120,
    )
    may_say = forms.CharField(
        label="What may a message say?",
        help_text="“It is Priya, about Tuesday.” Leave it empty for a name alone.",
        required=False,
        max_length=300,
    )
    reach_words = forms.CharField(
        label="Anything else that keeps it safe?",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2, "data-voice": "person"}),
    )
    address = forms.CharField(label="Address", required=False, max_length=200)
    postcode = PostcodeField(label="Postcode", required=False, max_length=10)


class NeedsForm(PartForm):
    part, title = "needs", "Language, and what has to be right"

    language = forms.CharField(label="Language", required=False, max_length=40)
    interpreter = forms.CharField(
        label="Interpreter",
        help_text="Urdu, a woman. Leave it empty if none is needed.",
        required=False,
        max_length=80,
    )
    access = forms.MultipleChoiceField(
        label="What has to be right to be there?",
        choices=Adjustment,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    access_words = forms.CharField(
        label="Anything else?", required=False, max_length=300
    )


class DoctorForm(PartForm):
    part, title = "doctor", "GP practice"
    lead = "Nobody needs a doctor’s letter to be helped here."

    gp_practice = forms.CharField(
        label="Name of the practice", required=False, max_length=120
    )
    gp_phone = PhoneField(label="Phone of the practice", required=False, max_length=30)


class FairnessForm(PartForm):
    part, title = "fairness", "Is it fair? What we ask everybody"
    lead = (
        "We ask to see whether some people wait longer than others. The numbers never "
        "show anybody. Not to say is an answer too, and changes nothing."
    )

    def __init__(self, data: QueryDict | None = None, *, person: Person) -> None:
        super().__init__(data, person=person)
        nation = equality.ETHNICITIES[person.site.nation]
        self._ask("ethnicity", "Ethnic group", nation)
        self._ask("gender", "Gender", equality.GENDERS)
        self._ask(
            "same_as_at_birth",
            "Is that the same as was said at birth?",
            equality.YES_OR_NO,
        )
        self._ask(
            "disability",
            "Does a disability or a long illness make the days harder?",
            equality.YES_OR_NO,
        )
        self._ask("faith", "Religion or belief", equality.FAITHS)
        self._ask(
            "orientation",
            "Sexual orientation",
            equality.ORIENTATIONS,
        )
        self._ask(
            "carer",
            "Looking after somebody who could not do without it?",
            equality.YES_OR_NO,
        )

    def _ask(self, name: str, label: str, choices: list[tuple[str, str]]) -> None:
        offered = equality.asked(choices)
        stands = str(self.now.get(name, ""))
        if stands not in dict(offered):  # written down by another nation's list
            offered = [*offered, (stands, f"As it stands: {stands}")]
        widget = forms.Select if len(offered) > 8 else forms.RadioSelect
        self.fields[name] = forms.ChoiceField(
            label=label, choices=offered, required=False, widget=widget
        )


class SupporterForm(forms.Form):
    """Somebody who matters to the person."""

    name = forms.CharField(
        label="Name",
        max_length=80,
        error_messages={"required": "Write their name, or what they are called"},
    )
    who = forms.CharField(
        label="Who are they to them?",
        help_text="Sister, neighbour, the man from the mosque, advocate.",
        required=False,
        max_length=80,
    )
    phone = PhoneField(label="Phone", required=False, max_length=30)
    may_be_told = forms.CharField(
        label="What may they be told?",
        help_text="Leave it empty for: nothing without asking first.",
        required=False,
        max_length=300,
    )
    is_rung_first = forms.BooleanField(
        label="Ring them first when it gets bad", required=False
    )


PARTS: dict[str, type[PartForm]] = {
    form.part: form
    for form in (NamesForm, ReachForm, NeedsForm, DoctorForm, FairnessForm)
}
