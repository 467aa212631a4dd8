"""The parts of the record besides the story: one form each, one page each.

The boxes bear the names of `welcome.facts`. Every one may stay empty but a name.
"""

from django import forms
from django.http import QueryDict

from ..models import Adjustment, Person
from ..values import equality
from ..values.working_days import DAYS
from .fields import NumberField, PhoneField, PostcodeField
from .person_fields import ContactFields, NameFields
from .plain_fields import checkbox, checkboxes, text_line
from .record_parts import PartForm


class NamesForm(NameFields, PartForm):
    part, title = "names", "Names, birthday, number"
    my_labels = {"known_as": "What do you like to be called?"}

    def __init__(self, data: QueryDict | None = None, *, person: Person) -> None:
        super().__init__(data, person=person)
        self.fields["identifier"] = NumberField(
            nation=person.site.nation,
            required=False,
            max_length=20,
            help_text="No one needs it to get help.",
        )


class ReachForm(ContactFields, PartForm):
    part, title = "reach", "Contact details"
    mine = "How to reach me safely"

    days = checkboxes(
        "On which days is it safe?", DAYS, hint="If you tick none, any day is safe."
    )
    times = text_line(
        "At what time?",
        hint="For example: after two, when the children are at school.",
        most=120,
    )
    may_say = text_line(
        "What can a message say?",
        hint="For example: “It’s Priya, about Tuesday.” If you leave it empty, we only "
        "give a name.",
        most=300,
    )
    address = text_line("Address", most=200)
    postcode = PostcodeField(label="Postcode", required=False, max_length=10)
    field_order = ["phone", "email", "may", "days", "times", "may_say", "reach_words"]


class NeedsForm(PartForm):
    part, title = "needs", "Language and access needs"

    language = text_line("Language", most=40)
    interpreter = text_line(
        "Interpreter",
        hint="For example: Urdu, a woman. Leave it empty if not needed.",
        most=80,
    )
    access = checkboxes("Access needs", Adjustment)
    access_words = text_line("Anything else?", most=300)


class DoctorForm(PartForm):
    part, title = "doctor", "GP practice"
    lead = "No one needs a doctor’s letter to get help here."

    gp_practice = text_line("Name of the practice", most=120)
    gp_phone = PhoneField(label="Phone of the practice", required=False, max_length=30)


class FairnessForm(PartForm):
    part, title = "fairness", "Equality questions"
    lead = (
        "We ask these to check whether some people wait longer than others. No one can "
        "be recognised in the numbers. You can choose not to say."
    )

    def __init__(self, data: QueryDict | None = None, *, person: Person) -> None:
        super().__init__(data, person=person)
        nation = equality.ETHNICITIES[person.site.nation]
        self._ask("ethnicity", "Ethnic group", nation)
        self._ask("gender", "Gender", equality.GENDERS)
        self._ask(
            "same_as_at_birth",
            "Is that the same as the sex registered at birth?",
            equality.YES_OR_NO,
        )
        self._ask(
            "disability",
            "Does a disability or long-term illness make daily life harder?",
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
            "Looking after someone who couldn’t manage without help?",
            equality.YES_OR_NO,
        )

    def _ask(self, name: str, label: str, choices: list[tuple[str, str]]) -> None:
        offered = equality.asked(choices)
        stands = str(self.now.get(name, ""))
        if stands not in dict(offered):  # written down by another nation's list
            offered = [*offered, (stands, f"Now: {stands}")]
        widget = forms.Select if len(offered) > 8 else forms.RadioSelect
        self.fields[name] = forms.ChoiceField(
            label=label, choices=offered, required=False, widget=widget
        )


class SupporterForm(forms.Form):
    """Someone who matters to the person."""

    name = text_line("Name", "Write their name, or what they are called", most=80)
    who = text_line(
        "How do they know each other?",
        hint="For example: sister, neighbour, man from the mosque, advocate.",
        most=80,
    )
    phone = PhoneField(label="Phone", required=False, max_length=30)
    may_be_told = text_line(
        "What can they be told?",
        hint="If you leave it empty, we tell them nothing without asking first.",
        most=300,
    )
    is_rung_first = checkbox("Ring them first if things get bad")


PARTS: dict[str, type[PartForm]] = {
    form.part: form
    for form in (NamesForm, ReachForm, NeedsForm, DoctorForm, FairnessForm)
}
