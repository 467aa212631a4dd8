"""Every box of every form is cleaned: ours, those of sign-in, those of the admin."""

import importlib
import pkgutil

import pytest
from django import forms
from django.forms.renderers import get_default_renderer

import referrals
import storybooks
import welcome
from welcome.forms.bound_fields import CleanedField

OTHERS = [
    "allauth.account.forms",
    "allauth.mfa.base.forms",
    "allauth.mfa.totp.forms",
    "allauth.mfa.webauthn.forms",
    "allauth.usersessions.forms",
    "django.contrib.auth.forms",
]


def _imported():
    for room in (welcome, referrals, storybooks):
        for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            if ".migrations" not in found.name:
                importlib.import_module(found.name)
    for name in OTHERS:
        importlib.import_module(name)


def _below(kind):
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)


_imported()
FORMS = sorted(
    {form for form in _below(forms.BaseForm) if hasattr(form, "base_fields")}, key=str
)
TYPED = "A\u202emi\u200bna"


def test_the_forms_of_every_room_and_of_sign_in_are_there():
    rooms = {form.__module__.partition(".")[0] for form in FORMS}
    assert {"welcome", "referrals", "storybooks", "allauth"} <= rooms
    assert len(FORMS) > 60


@pytest.mark.parametrize("form", FORMS, ids=lambda f: f"{f.__module__}.{f.__name__}")
def test_no_form_has_boxes_of_its_own_making(form):
    own = [form, *form.base_fields.values()]

    assert form.default_renderer is None
    assert all(each.bound_field_class is None for each in own)
    assert all(
        type(each).get_bound_field is forms.Field.get_bound_field for each in own[1:]
    )


@pytest.mark.parametrize("form", FORMS, ids=lambda f: f"{f.__module__}.{f.__name__}")
def test_what_is_typed_into_each_box_is_clean_but_a_password(form):
    """Only the boxes: how a form begins is its own business, so that is left out."""
    bare = type(form)("Bare", (forms.Form,), dict(form.base_fields))
    said = bare({name: TYPED for name in form.base_fields})
    for box in said:
        if isinstance(box.field, forms.CharField):
            is_password = isinstance(box.field.widget, forms.PasswordInput)
            assert box.data == (TYPED if is_password else "Amina"), box.name


def test_a_form_that_is_written_tomorrow_is_cleaned_too():
    class Tomorrow(forms.Form):
        name = forms.CharField()
        email = forms.EmailField()
        secret = forms.CharField(widget=forms.PasswordInput)

    form = Tomorrow({"name": TYPED, "email": "a\u200d@b.org", "secret": TYPED})

    assert form.is_valid()
    said = {"name": "Amina", "email": "a@b.org", "secret": TYPED}
    assert form.cleaned_data == said
    assert get_default_renderer().bound_field_class is CleanedField
