"""What the crispy pack `living` asks of a field to say it in nhsuk markup."""

from typing import Any

from django import forms, template
from django.forms import BoundField
from django.utils.safestring import SafeString

from ..forms.dates import PARTS, DateParts

register = template.Library()

#: Which markup each widget gets. In this order: a list of checkboxes is, to Django,
#: a kind of radios, so it is asked first.
_KINDS: list[tuple[type[forms.Widget], str]] = [
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "checkbox"),
    (DateParts, "date"),
    (forms.Textarea, "textarea"),
    (forms.Select, "select"),
    (forms.PasswordInput, "password"),
]

#: Classes beside the ones that every control of its kind has.
_MORE_CLASSES = {
    "password": ["nhsuk-password-input__input", "nhsuk-js-password-input-input"],
}


@register.filter
def kind(field: BoundField) -> str:
    """input, textarea, select, radios, checkboxes, checkbox, date or password."""
    widget = field.field.widget
    return next((name for cls, name in _KINDS if isinstance(widget, cls)), "input")


@register.filter
def described_by(field: BoundField) -> str:
    """The ids of hint and error, in the order in which they are read."""
    ids = [f"{field.auto_id}-info"] if counted_to(field) else []
    if field.help_text:
        ids.append(f"{field.auto_id}_helptext")
    if field.errors:
        ids.append(f"{field.auto_id}_error")
    return " ".join(ids)


@register.filter
def group_classes(field: BoundField) -> str:
    """The classes of the group around a question: wrong, counted, a password."""
    classes = ["nhsuk-form-group"]
    if field.errors:
        classes.append("nhsuk-form-group--error")
    if counted_to(field):
        classes.append("nhsuk-character-count")
    elif kind(field) == "password":
        classes.append("nhsuk-password-input")
    return " ".join(classes)


@register.filter
def in_nhsuk(field: BoundField) -> SafeString:
    """The control itself, with nhsuk's classes and tied to hint and error."""
    extra: dict[str, str | bool] = {"class": _classes(field)}
    if described := described_by(field):
        extra["aria-describedby"] = described
    if kind(field) == "password":
        extra |= {"spellcheck": "false", "autocapitalize": "none"}
    return field.as_widget(attrs=extra)


def _classes(field: BoundField) -> str:
    attrs = field.field.widget.attrs
    base = {"password": "nhsuk-input"}.get(kind(field), f"nhsuk-{kind(field)}")
    classes = [base, *_MORE_CLASSES.get(kind(field), [])]
    if field.errors:
        classes.append(f"{base}--error")
    if attrs.get("data-voice") == "person":
        classes.append("in-their-words")
    if counted_to(field):
        classes.append("nhsuk-js-character-count")
    return " ".join([*classes, *str(attrs.get("class", "")).split()])


@register.filter
def counted_to(field: BoundField) -> int:
    """How many characters may be written, where `data-count` asks to count them."""
    if "data-count" not in field.field.widget.attrs:
        return 0
    return getattr(field.field, "max_length", None) or 0


@register.filter
def date_parts(field: BoundField) -> list[dict[str, object]]:
    """Day, month and year of a `DatePartsField`, each ready to be drawn."""
    widget: Any = field.field.widget
    typed = field.value()
    values = typed if isinstance(typed, list) else widget.decompress(typed)
    wrong = _wrong_parts(field)
    return [
        _date_part(field, index, values[index], is_wrong=index in wrong)
        for index in range(len(PARTS))
    ]


def _date_part(
    field: BoundField, index: int, value: str, *, is_wrong: bool
) -> dict[str, object]:
    widget: Any = field.field.widget
    part_id = f"{field.auto_id}_{index}"
    width = 4 if PARTS[index] == "year" else 2
    error = "nhsuk-input--error " if is_wrong else ""
    classes = f"nhsuk-input {error}nhsuk-input--width-{width} nhsuk-date-input__input"
    control = widget.widgets[index].render(
        f"{field.html_name}_{index}",
        value,
        {"id": part_id, "class": classes, "autocomplete": "off"},
    )
    label = PARTS[index].capitalize()
    return {"id": part_id, "label": label, "is_wrong": is_wrong, "control": control}


def _wrong_parts(field: BoundField) -> set[int]:
    """The boxes that the errors are about; all of them where an error names none."""
    wrong: set[int] = set()
    for problem in field.errors.as_data():
        wrong |= set((problem.params or {}).get("parts", range(len(PARTS))))
    return wrong


@register.filter
def first_id(field: BoundField) -> str:
    """Where a link of the error summary leads: something that takes the focus."""
    if kind(field) == "date":
        return f"{field.auto_id}_{min(_wrong_parts(field), default=0)}"
    if kind(field) in ("radios", "checkboxes"):
        return f"{field.auto_id}_0"
    return field.id_for_label or field.auto_id


@register.filter
def box(field: BoundField) -> str:
    """The name under which a script saves this field as it is answered, if any."""
    return str(field.field.widget.attrs.get("data-box", ""))
