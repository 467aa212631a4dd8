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

    def __init__(self, data: QueryDict | None = None, *, person: Person) -> None:
        super().__init__(data, person=person)
        self.fields["identifier"] = NumberField(
            nation=person.site.nation,
            required=False,
            max_length=20,
            help_text="Nobody needs it to be helped.",
        )


class ReachForm(ContactFields, PartForm):
    part, title = "reach", "How it is safe to reach them"
    mine = "How it is safe to reach me"

    days = checkboxes(
        "On which days is it safe?", DAYS, hint="None ticked means any day."
    )
    times = text_line(
        "At what time?", hint="After two, when the children are at school.", most=120
    )
    may_say = text_line(
        "What may a message say?",
        hint="“It is Priya, about Tuesday.” Leave it empty for a name alone.",
        most=300,
    )
    address = text_line("Address", most=200)
    postcode = PostcodeField(label="Postcode", required=False, max_length=10)
    field_order = ["phone", "email", "may", "days", "times", "may_say", "reach_words"]


class NeedsForm(PartForm):
    part, title = "needs", "Language, and what has to be right"

    language = text_line("Language", most=40)
    interpreter = text_line(
        "Interpreter", hint="Urdu, a woman. Leave it empty if none is needed.", most=80
    )
    access = checkboxes("What has to be right to be there?", Adjustment)
    access_words = text_line("Anything else?", most=300)


class DoctorForm(PartForm):
    part, title = "doctor", "GP practice"
    lead = "Nobody needs a doctor’s letter to be helped here."

    gp_practice = text_line("Name of the practice", most=120)
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

    name = text_line("Name", "Write their name, or what they are called", most=80)
    who = text_line(
        "Who are they to them?",
        hint="Sister, neighbour, the man from the mosque, advocate.",
        most=80,
    )
    phone = PhoneField(label="Phone", required=False, max_length=30)
    may_be_told = text_line(
        "What may they be told?",
        hint="Leave it empty for: nothing without asking first.",
        most=300,
    )
    is_rung_first = checkbox("Ring them first when it gets bad")


PARTS: dict[str, type[PartForm]] = {
    form.part: form
    for form in (NamesForm, ReachForm, NeedsForm, DoctorForm, FairnessForm)
}
