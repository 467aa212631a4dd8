"""People's words stand in their own direction, and no one's words are offered again."""

import re

from django import forms

from .page_parts import OURS, source

#: What a page shows in somebody's own words has one of these classes.
SPOKEN = {"voice", "words", "words-back", "both-texts", "hope__said", "event__said"}
TAG = re.compile(r'<(?:p|span|b|div|blockquote)\s([^<>]*?class="([^"]*)"[^<>]*)>')


def test_words_that_someone_said_have_a_direction_of_their_own():
    wrong = [
        f"{name}: {found[0]}"
        for name in OURS
        for found in TAG.finditer(source(name))
        if SPOKEN & set(re.sub(r"{%.*?%}", " ", found[2]).split())
        and "dir=" not in found[1]
    ]
    assert not wrong


class Form(forms.Form):
    words = forms.CharField()
    story = forms.CharField(widget=forms.Textarea)
    email = forms.EmailField(widget=forms.EmailInput(attrs={"autocomplete": "email"}))
    secret = forms.CharField(widget=forms.PasswordInput)


def test_a_box_offers_no_ones_words_to_the_next_one_unless_it_is_about_who_types():
    form = Form()
    for name in ("words", "story"):
        assert 'autocomplete="off"' in str(form[name])
        assert 'dir="auto"' in str(form[name])
    assert 'autocomplete="email"' in str(form["email"])
    assert "autocomplete" not in str(form["secret"])
