"""Text boxes, radios, checkboxes: the plain fields that most forms are made of.

`missing` is said where nothing was answered. Without it, no one has to answer.
"""

from typing import Any

from django import forms


def text_line(
    label: str, missing: str = "", *, most: int, autocomplete: str = "", **more: Any
) -> forms.CharField:
    """One line of text."""
    attrs = {"autocomplete": autocomplete} if autocomplete else {}
    widget = forms.TextInput(attrs=attrs)
    return forms.CharField(
        label=label, max_length=most, widget=widget, **_asked(missing, more)
    )


def text_box(
    label: str,
    missing: str = "",
    *,
    most: int = 4000,
    rows: int = 3,
    is_spoken: bool = False,
    **more: Any,
) -> forms.CharField:
    """Room for sentences. `is_spoken`: it takes the person's own words."""
    attrs: dict[str, object] = {"rows": rows}
    if is_spoken:
        attrs["data-voice"] = "person"
    widget = forms.Textarea(attrs=attrs)
    return forms.CharField(
        label=label, max_length=most, widget=widget, **_asked(missing, more)
    )


def radios(
    label: str, choices: Any, missing: str = "", **more: Any
) -> forms.ChoiceField:
    """One of a few, all in sight."""
    return forms.ChoiceField(
        label=label, choices=choices, widget=forms.RadioSelect, **_asked(missing, more)
    )


def drop_down(
    label: str, choices: Any, missing: str = "", **more: Any
) -> forms.ChoiceField:
    """One of many, in a list that opens."""
    return forms.ChoiceField(label=label, choices=choices, **_asked(missing, more))


def yes_or_no(
    label: str, yes: str, no: str, missing: str, **more: Any
) -> forms.TypedChoiceField:
    """Cleans to a bool. Neither is chosen at first, unless `initial` says so."""
    return forms.TypedChoiceField(
        label=label,
        choices=[("yes", yes), ("no", no)],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
        **_asked(missing, more),
    )


def checkboxes(
    label: str, choices: Any, missing: str = "", **more: Any
) -> forms.MultipleChoiceField:
    """Any of these."""
    return forms.MultipleChoiceField(
        label=label,
        choices=choices,
        widget=forms.CheckboxSelectMultiple,
        **_asked(missing, more),
    )


def checkbox(label: str, **more: Any) -> forms.BooleanField:
    """One box to tick, or to leave."""
    return forms.BooleanField(label=label, **_asked("", more))


def email_address() -> forms.EmailField:
    return forms.EmailField(
        label="E-mail",
        required=False,
        error_messages={"invalid": "Write an e-mail address, like name@example.org"},
    )


def _asked(missing: str, more: dict[str, Any]) -> dict[str, Any]:
    """What every field is told: its hint, and what to say where it stays empty."""
    told = {"help_text": more.pop("hint", ""), "required": bool(missing)}
    if missing:
        told["error_messages"] = {"required": missing}
    return told | more
