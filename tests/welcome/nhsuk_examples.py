"""The examples that nhsuk-frontend ships, as forms of ours, and markup made comparable.

The pack is told apart from nhsuk in a few ways, on purpose, and only in these:
  headings    ours stand on the page, never inside a label or a legend; so sizes go too
  ids         ours follow Django (`id_x_helptext`, `id_x_0`); what matters is that they
              tie the same things together, so ids are numbered as they first appear
  names       are Django's; whether there is one is compared
  extras      Django's own `required`, `maxlength`, `cols`, `aria-invalid`
"""

import json
from html.parser import HTMLParser
from pathlib import Path

from django import forms
from django.utils.safestring import mark_safe

from welcome.forms.dates import DatePartsField

DATA = Path(__file__).resolve().parents[1] / "data" / "nhsuk"

#: Examples of things that we do not use, by a word in their name or in their context.
NOT_USED = {
    "small": "small radios and checkboxes: ours are big enough for a thumb",
    "inline": "answers side by side: ours stand one under the other",
    "disabled": "we say why something cannot be done, and leave nothing greyed out",
    "conditional": "a question that opens a question: we ask on the next page",
    "divider": "“or” between answers",
    "all": "“all of these” and “none of these” need a script to be true",
    "none": "“all of these” and “none of these” need a script to be true",
    "item hints": "hints under single answers",
    "prefix": "£ or kg around a box",
    "suffix": "£ or kg around a box",
    "button": "a button inside a question",
    "fieldset": "answers without a question over them",
    "error only": "red without words: we always say what to do",
    "translations": "another language",
    "words": "words counted instead of characters",
    "count type": "characters counted in a named way",
    "label ids": "labels with an id of their own",
    "threshold": "a count that appears late",
    "length": "characters counted another way",
    "in JavaScript": "set up by a script of one's own",
    "neither": "nothing to count to",
    "overriding": "settings that contradict each other",
    "fields": "settings that contradict each other",
    "day and month": "a date always has its three parts",
    "month and year": "a date always has its three parts",
    "using items": "the same markup, asked for in another way",
    "empty item": "the same markup, asked for in another way",
    "autocomplete values": "nobody else's birthday is the browser's to fill in",
    "name prefix": "names are Django's",
    "description": "a summary that explains itself before it lists",
    "HTML": "markup inside texts",
    "call block": "markup inside texts",
    "as a link": "a link is written by the page, not by a form",
    "icon": "pictures in buttons",
    "login": "nhsuk's own sign-in buttons",
    "reverse": "buttons on blue",
    "warning": "no button of ours is red",
    "solid": "buttons on grey",
    "deprecated": "gone in nhsuk itself",
    "auto-focus": "the summary always takes the focus",
    "empty items": "errors without words",
    "double click not": "every button of ours waits for the first press",
}


def examples(component):
    """The examples of a component that are about something we use."""
    data = json.loads((DATA / f"{component}.json").read_text())
    return [e for e in data["fixtures"] if not _why_not(e)]


def _why_not(example):
    context, name = example["context"], example["name"]
    odd = {
        "small": context.get("small"),
        "disabled": '"disabled": true' in json.dumps(context),
        "using items": "using items" in name
        or '"items": [{"name"' in json.dumps(context),
        "error only": "only" in name and "error" in name,
        "label ids": name in ("label", "legend") and '"id"' in json.dumps(context),
        "item hints": "on items" in name,
        "fieldset": name == "without fieldset",
        "all": '"all"' in name,
        "none": '"none"' in name,
        "conditional": any(
            isinstance(i, dict) and i.get("conditional")
            for i in context.get("items", [])
        ),
        "divider": "divider" in name,
        "words": "maxwords" in context or context.get("countType") == "words",
        "count type": "countType" in context,
        "threshold": "threshold" in context,
        "button": "button" in context or "with button" in name,
    }
    said = [word for word in NOT_USED if word not in odd and word in name]
    return [word for word in odd if odd[word]] + said


def text_of(part):
    """What a label, hint or error of an example says, however it was given."""
    if not isinstance(part, dict):
        return part or ""
    html = part.get("html")
    return mark_safe(html) if html else part.get("heading") or part.get("text", "")


def form_for(component, context):
    """A form with one field, `example`, that asks what the example asks."""
    fieldset = context.get("fieldset") or {}
    label = text_of(context.get("label") or fieldset.get("legend"))
    about = {"label": label, "help_text": text_of(context.get("hint"))}
    field = _FIELDS[component](context, about)
    kind = type("ExampleForm", (forms.Form,), {"example": field})
    form = kind(_data(component, context), initial={"example": _initial(context)})
    form.full_clean()
    form._errors = forms.utils.ErrorDict()
    if words := text_of(context.get("errorMessage")):
        form.add_error("example", _error(context, words))
    return form


def _error(context, words):
    parts = [
        i
        for i, p in enumerate(("day", "month", "year"))
        if (context.get(p) or {}).get("error")
    ]
    return forms.ValidationError(words, params={"parts": parts} if parts else None)


def _data(component, context):
    if component == "date-input":
        typed = context.get("values") or {}
        return {
            f"example_{i}": (context.get(part) or {}).get("value")
            or typed.get(part, "")
            for i, part in enumerate(("day", "month", "year"))
        }
    many = component == "checkboxes"
    given = context.get("values", []) if many else context.get("value", "")
    return {"example": given}


def _initial(context):
    return context.get("values") or context.get("value")


def _input(context, about):
    attrs = {
        "class": _widths(context),
        **{
            key: str(context[key]).lower() if key == "spellcheck" else context[key]
            for key in ("inputmode", "autocomplete", "spellcheck")
            if key in context
        },
    }
    if "type" in context:
        attrs["type"] = context["type"]
    return forms.CharField(required=False, widget=forms.TextInput(attrs), **about)


def _widths(context):
    classes = [context.get("classes", "")]
    if context.get("code"):
        classes.append("nhsuk-input--code")
    if context.get("width"):
        classes.append(f"nhsuk-input--width-{context['width']}")
    return " ".join(classes)


def _textarea(context, about, **attrs):
    attrs |= {"rows": context.get("rows", 5)}
    if "autocomplete" in context:
        attrs["autocomplete"] = context["autocomplete"]
    most = context.get("maxlength")
    widget = forms.Textarea(attrs)
    return forms.CharField(required=False, max_length=most, widget=widget, **about)


def _choices(context):
    return [(i["value"], i["text"]) for i in context.get("items", [])]


_FIELDS = {
    "input": _input,
    "textarea": _textarea,
    "character-count": lambda c, a: _textarea(c, a, **{"data-count": True}),
    "select": lambda c, a: forms.ChoiceField(required=False, choices=_choices(c), **a),
    "radios": lambda c, a: forms.ChoiceField(
        required=False, choices=_choices(c), widget=forms.RadioSelect, **a
    ),
    "checkboxes": lambda c, a: forms.MultipleChoiceField(
        required=False, choices=_choices(c), widget=forms.CheckboxSelectMultiple, **a
    ),
    "date-input": lambda c, a: DatePartsField(required=False, **a),
    "password-input": lambda c, a: forms.CharField(
        required=False,
        widget=forms.PasswordInput(
            {
                "autocomplete": c.get("autocomplete", "current-password"),
                "class": _widths(c),
            }
        ),
        **a,
    ),
}


def tree(html):
    """The markup as nested lists that compare equal where only dress differs."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


_NO_END = {"input", "br", "meta", "link"}
_DROPPED = {"required", "maxlength", "cols", "aria-invalid", "data-count", "rows"}
#: Ours in every box: see `welcome/forms/bound_fields.py`, and its house test.
_OF_OURS = {("dir", "auto"), ("autocomplete", "off")}
_REFERENCES = {"id", "for", "aria-describedby", "aria-controls"}
_SIZES = {
    f"nhsuk-{part}--{size}"
    for part in ("label", "fieldset__legend")
    for size in ("xl", "l", "m", "s")
}
_UNWRAPPED = {"nhsuk-label-wrapper", "nhsuk-fieldset__heading"}


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.root, self.open, self.numbers = [], [], {}

    def _here(self):
        inside = [node for node in self.open if node is not None]
        return inside[-1][2] if inside else self.root

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        classes = (attrs.get("class") or "").split()
        node = None
        if not _UNWRAPPED & set(classes):
            node = (tag, self._comparable(attrs, classes), [])
            self._here().append(node)
        if tag not in _NO_END:
            self.open.append(node)

    def handle_endtag(self, tag):
        if tag not in _NO_END:
            self.open.pop()

    def handle_data(self, data):
        if words := " ".join(data.split()):
            self._here().append(words)

    def _comparable(self, attrs, classes):
        kept = {
            k: v
            for k, v in attrs.items()
            if k not in _DROPPED and k != "class" and (k, v) not in _OF_OURS
        }
        if str(kept.get("id", "")).startswith("div_"):
            del kept["id"]
        if "name" in kept:
            kept["name"] = "given"
        if kept.get("value") == "" and "type" in kept:
            del kept["value"]
        for key in _REFERENCES & kept.keys():
            kept[key] = [self._number(ref) for ref in kept[key].split()]
        if str(kept.get("href", "")).startswith("#"):
            kept["href"] = self._number(kept["href"][1:])
        return kept | {"class": sorted(set(classes) - _SIZES)}

    def _number(self, ref):
        return self.numbers.setdefault(ref, len(self.numbers) + 1)
