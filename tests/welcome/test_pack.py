"""Our form markup is nhsuk's own: compared with the examples that nhsuk ships."""

import pytest
from crispy_forms.layout import Fieldset, Submit
from django import forms
from django.template import Context, Template
from django.template.loader import render_to_string

from welcome.forms.dates import DatePartsField
from welcome.forms.layout import lay_out

from .nhsuk_examples import NOT_USED, examples, form_for, text_of, tree

QUESTIONS = [
    "input",
    "textarea",
    "character-count",
    "select",
    "radios",
    "checkboxes",
    "date-input",
    "password-input",
]


def cases(*components):
    return [
        pytest.param(component, example, id=f"{component}: {example['name']} {number}")
        for component in components
        for number, example in enumerate(examples(component))
    ]


@pytest.mark.parametrize(("component", "example"), cases(*QUESTIONS))
def test_a_question_is_marked_up_as_nhsuk_marks_it_up(component, example):
    form = form_for(component, example["context"])

    ours = render_to_string("living/field.html", {"field": form["example"]})

    assert tree(ours) == tree(example["html"])


def test_every_component_is_compared_with_some_examples():
    compared = {component: len(examples(component)) for component in QUESTIONS}

    assert min(compared.values()) >= 5, compared
    assert sum(compared.values()) >= 80, compared
    assert all(NOT_USED.values())


@pytest.mark.parametrize(("component", "example"), cases("error-summary"))
def test_the_summary_is_marked_up_as_nhsuk_marks_it_up(component, example):
    problems = example["context"]["errorList"]
    linked = {f"q{i}": p for i, p in enumerate(problems) if "href" in p}
    form = type("Form", (forms.Form,), {name: forms.CharField() for name in linked})({})
    form.full_clean()
    form._errors = forms.utils.ErrorDict()
    for problem in problems:
        if "href" not in problem:
            form.add_error(None, text_of(problem))
    for name, problem in linked.items():
        form.add_error(name, text_of(problem))

    ours = render_to_string("living/errors.html", {"form": form})

    assert tree(ours) == tree(example["html"])


@pytest.mark.parametrize(("component", "example"), cases("button"))
def test_a_button_is_marked_up_as_nhsuk_marks_it_up(component, example):
    words = example["context"]["text"]
    is_second = "nhsuk-button--secondary" in example["html"]
    button = Submit("go", words, css_class="secondary" if is_second else None)

    ours = tree(button.render(forms.Form(), Context(), template_pack="living"))
    theirs = tree(example["html"])

    for extra in ("name", "value", "data-prevent-double-click"):
        ours[0][1].pop(extra, None)
        theirs[0][1].pop(extra, None)
    assert ours == theirs


@pytest.mark.parametrize(("component", "example"), cases("fieldset"))
def test_a_fieldset_is_marked_up_as_nhsuk_marks_it_up(component, example):
    rows = Fieldset(text_of(example["context"]["legend"]))

    ours = rows.render(forms.Form(), Context(), template_pack="living")

    assert tree(ours) == tree(example["html"])


class DayForm(forms.Form):
    site = forms.CharField(widget=forms.HiddenInput, initial="edinburgh")
    until = DatePartsField(label="Until when?", what="the last day", help_text="A day.")
    may = forms.BooleanField(label="May we?", required=False)

    @property
    def helper(self):
        return lay_out(Fieldset("How long", "until", "may"), Submit("go", "Agree"))


def page(form):
    return Template("{% load crispy_forms_tags %}{% crispy form %}").render(
        Context({"form": form, "csrf_token": "token"})
    )


def typed(day, month, year):
    parts = {"until_0": day, "until_1": month, "until_2": year}
    return DayForm(parts | {"site": "edinburgh"})


def test_a_whole_form_has_its_tag_its_token_and_its_hidden_fields():
    html = page(DayForm())

    assert html.count("<form") == html.count("novalidate") == 1
    assert html.count("csrfmiddlewaretoken") == 1
    assert 'type="hidden" name="site" value="edinburgh"' in html
    assert "error" not in html
    assert "style=" not in html


def test_only_the_wrong_box_of_a_date_is_red_and_the_summary_leads_there():
    html = page(typed("3", "Smarch", "2027"))

    assert html.count("nhsuk-input--error") == 1
    assert 'href="#id_until_1"' in html
    assert 'aria-describedby="id_until_helptext id_until_error"' in html
    assert 'value="Smarch"' in html


def test_every_box_is_red_where_nothing_was_written():
    html = page(typed("", "", ""))

    assert html.count("nhsuk-input--error") == 3
    assert 'href="#id_until_0"' in html
    assert "Write the last day, for example 27 3 2027." in html


def test_what_was_typed_can_do_no_harm_on_its_way_back():
    html = page(typed('"><script>', "{{ x }}", "<b>"))

    assert "<script>" not in html
    assert "<b>" not in html
    assert "{{ x }}" in html


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (("31", "February", "2027"), "Check the day: February 2027 has no such day."),
        (("31", "", "2027"), "Add a month to the last day."),
        (("", "", "2027"), "Add a day and a month to the last day."),
        (("1", "3", "27"), "Write the year of the last day with four figures"),
        (("1", "3", "٢٠٢٧x"), "Write the year of the last day with four figures"),
        (("1", "99999999999999", "2027"), "Write the month of the last day"),
        (("0", "3", "2027"), "Check the day: March 2027 has no such day."),
    ],
)
def test_a_date_that_cannot_be_says_what_to_do(parts, words):
    assert words in typed(*parts).errors["until"][0]


@pytest.mark.parametrize("month", ["3", "03", "March", "mar", " MARCH ", "Mar."])
def test_a_month_is_understood_however_it_is_written(month):
    form = typed(" 1", month, "2027")

    assert form.is_valid(), form.errors
    assert str(form.cleaned_data["until"]) == "2027-03-01"
