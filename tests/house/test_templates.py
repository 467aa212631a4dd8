"""Templates: short lines, short files, a folder for each subject, none unused."""

import re
from pathlib import Path

import allauth
import crispy_forms
import pytest
from django.template import TemplateDoesNotExist
from django.template.loader import get_template

from .page_parts import FOLDER, OURS, named_in, named_in_python, source, whole

#: What every page is built on, and the pages that stand where no subject is known.
AT_THE_TOP = {"base.html", "bare.html", "away.html", "refused.html"}
#: Django looks for these itself.
OF_DJANGO = {"400.html", "403.html", "404.html", "500.html"}
AT_THE_TOP |= OF_DJANGO | {"503.html"}
#: Our rooms have a folder for each subject inside them.
ROOMS = ("welcome", "referrals", "storybooks")
LIVING = "living/"
#: A part, and what it is given.
INCLUDES = re.compile(r'\{%\s*include\s+"([^"]+)"([^%]*)%\}')
ONLY = re.compile(r"\bonly\b")


def test_no_line_is_over_160_characters():
    assert len(OURS) > 300
    long = {
        f"{name}:{number}": len(line)
        for name in OURS
        for number, line in enumerate(source(name).splitlines(), 1)
        if len(line) > 160
    }
    assert not long


@pytest.mark.parametrize(("opens", "ends"), [("{#", "#}"), ("{%", "%}"), ("{{", "}}")])
def test_no_tag_or_comment_goes_over_the_end_of_its_line(opens, ends):
    """Django shows such a one on the page, as it stands there."""
    torn = [
        f"{name}:{number}"
        for name in OURS
        for number, line in enumerate(source(name).splitlines(), 1)
        if line.rfind(opens) > line.rfind(ends)
    ]
    assert torn == []


def test_no_template_is_over_80_lines():
    sizes = {name: len(source(name).splitlines()) for name in OURS}
    assert not {name: size for name, size in sizes.items() if size > 80}


def test_every_template_stands_in_the_folder_of_its_subject():
    deep = {room: 2 for room in ROOMS}
    wrong = [name for name in OURS if name.count("/") < deep.get(_room(name), 1)]
    assert set(wrong) == AT_THE_TOP


def _room(name):
    return name.partition("/")[0]


def test_whatever_a_template_names_is_there():
    for name in OURS:
        for part in named_in(name):
            assert get_template(part), name


def test_whatever_our_code_names_is_there():
    names = named_in_python()
    assert len(names) > 100
    assert not {name for name in names if name not in OURS}


def test_no_template_is_unused():
    begun = named_in_python() | OF_DJANGO | _of_crispy()
    begun |= {name for name in OURS if _stands_for_another(name)}
    used = frozenset().union(*(whole(name) for name in begun))
    assert not set(OURS) - used


def _of_crispy():
    """What crispy asks a pack for, by a name that begins with the pack's own."""
    files = Path(crispy_forms.__file__).parent.rglob("*.py")
    code = "\n".join(file.read_text() for file in files)
    pack = [name for name in OURS if name.startswith(LIVING)]
    return {name for name in pack if f"%s/{name.removeprefix(LIVING)}" in code}


def _stands_for_another(name):
    """Whether allauth has a template by this name, and finds ours instead."""
    return (Path(allauth.__file__).parent / "templates" / name).is_file()


def test_a_name_that_is_not_there_is_noticed():
    assert "base.html" in named_in("welcome/people/person.html")
    assert "referrals/referrals/_referrals_of.html" in whole(
        "welcome/people/person.html"
    )
    with pytest.raises(TemplateDoesNotExist):
        source("welcome/people/nowhere.html")


def test_the_folder_is_the_one_that_pages_come_from():
    origin = get_template("welcome/people/person.html").origin.name
    assert Path(origin) == FOLDER / "welcome/people/person.html"


# An include with `only` hands on nothing by itself, not even the token of a form:
# then every browser is refused, while Django's test client is let in without one.


def test_a_form_in_a_part_gets_its_token():
    bare = [
        (name, part)
        for name in OURS
        for part, given in INCLUDES.findall(source(name))
        if ONLY.search(given) and "csrf_token" not in given and has_form(part)
    ]
    assert bare == []
    assert has_form("parts/_form.html") and not has_form("parts/_pager.html")


def has_form(part, inside=()):
    """Whether it, or any part of it, needs the token."""
    if "{% csrf_token %}" in source(part):
        return True
    parts = {name for name, _ in INCLUDES.findall(source(part))} - {part, *inside}
    return any(has_form(name, (part, *inside)) for name in parts)
