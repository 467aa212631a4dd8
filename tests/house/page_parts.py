"""Templates as they hang together: who extends, includes and renders which."""

import re
from functools import cache
from pathlib import Path

from django.template.loader import get_template

HOUSE = Path(__file__).resolve().parents[2]
ROOMS = ["livingwell", "welcome", "referrals", "storybooks"]
FOLDER = HOUSE / "templates"
OURS = sorted(str(file.relative_to(FOLDER)) for file in FOLDER.rglob("*.html"))
#: What draws a question, wherever a page says `|as_crispy_field` or `{% crispy %}`.
QUESTIONS = ["living/field.html", "living/errors.html"]
#: What draws allauth's own pages: they say `{% element %}` and extend a layout.
ELEMENTS = [name for name in OURS if name.startswith("allauth/elements/")]
#: A name that is put together by Python is said here, with every name it may become.
MADE_UP = {
    "welcome/imports/{part}.html": [
        "welcome/imports/_import_progress.html",
        "welcome/imports/import_busy.html",
    ],
    "referrals/{page}.html": [
        "referrals/farewells/farewell.html",
        "referrals/answering/give_back.html",
        "referrals/answering/pause.html",
    ],
}


@cache
def source(name):
    """The text of a template: ours, or of an app that we build on."""
    ours = FOLDER / name
    file = ours if ours.is_file() else Path(get_template(name).origin.name)
    return file.read_text()


@cache
def parts_of_tags():
    """The template behind each of our inclusion tags."""
    found = {}
    for room in ROOMS:
        for file in (HOUSE / room).glob("templatetags/*.py"):
            shape = r'inclusion_tag\("([^"]+)"[^)]*\)\s+def (\w+)'
            found |= {tag: name for name, tag in re.findall(shape, file.read_text())}
    return found


@cache
def named_in(name):
    """The templates that this one extends, includes, or draws with a tag."""
    text = source(name)
    found = set(re.findall(r'{% (?:include|extends) "([^"]+)"', text))
    tags = set(re.findall(r"{% (\w+)", text)) & set(parts_of_tags())
    found |= {parts_of_tags()[tag] for tag in tags}
    found |= set(QUESTIONS) if "crispy" in text else set()
    return found | (set(ELEMENTS) if name.startswith("allauth/layouts/") else set())


@cache
def parent(name):
    """The template that this one extends, if any."""
    found = re.search(r'{% extends "([^"]+)" %}', source(name))
    return found and found[1]


@cache
def sheets_of(name):
    """The sheets that this page names, and those it takes over from its parent."""
    block = re.search(r"{% block sheets %}(.*?){% endblock %}", source(name), re.DOTALL)
    above = sheets_of(parent(name)) if parent(name) else frozenset()
    if block is None:
        return above
    said = block[1].replace("{{ block.super }}", "")
    return frozenset(said.split()) | (above if said != block[1] else frozenset())


@cache
def whole(name):
    """This template and everything that comes with it, however deep."""
    found, new = set(), {name}
    while new:
        found |= new
        new = {part for each in new for part in named_in(each)} - found
    return frozenset(found)


@cache
def named_in_python():
    """Every template whose name is a string in our Python."""
    text = "\n".join(f.read_text() for r in ROOMS for f in (HOUSE / r).rglob("*.py"))
    found = set(re.findall(r'"([\w/{}]+\.html)"', text))
    made_up = {name for name in found if "{" in name}
    assert made_up == set(MADE_UP)
    return (found - made_up) | {name for names in MADE_UP.values() for name in names}
