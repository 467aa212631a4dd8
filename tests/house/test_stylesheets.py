"""A stylesheet for each subject, loaded by each page that uses it and by no other."""

import re

from welcome.templatetags.sheets import ON_EVERY_PAGE, ORDER

from .page_parts import OURS, parent, sheets_of, source, whole
from .style_rules import SHEETS, Rule, classes_in, could_match, rule, rules

SUBJECTS = [sheet for sheet in ORDER if sheet not in ON_EVERY_PAGE]
PAGES = [
    name
    for name in OURS
    if "base.html" in whole(name) and not name.rpartition("/")[2].startswith("_")
]
#: How nhsuk names its own: styled on every page, and only changed by ours.
OF_NHSUK = "nhsuk-"


def test_every_sheet_has_its_place_in_the_order():
    files = {file.stem for file in SHEETS.glob("*.css")}
    assert files == set(ORDER)
    assert len(ORDER) == len(files)


def test_every_page_has_what_every_page_needs():
    said = re.search(r"{% sheets %}(.*?){% block sheets %}", source("base.html"))
    assert tuple(said[1].split()) == ON_EVERY_PAGE


def test_a_page_loads_every_sheet_with_a_rule_that_could_match():
    for template in PAGES:
        others = set(SUBJECTS) - sheets_of(template)
        found = {sheet: could_match(sheet, template) for sheet in others}
        assert not {sheet: hits for sheet, hits in found.items() if hits}, template


def test_a_class_on_a_page_is_defined_in_a_sheet_that_it_loads():
    for template in PAGES:
        loaded = {*ON_EVERY_PAGE[1:], *sheets_of(template)}
        here, elsewhere = _defined(loaded), _defined(set(SUBJECTS) - loaded)
        used = frozenset().union(*(classes_in(name) for name in whole(template)))
        missing = {n for n in (used & elsewhere) - here if not n.startswith(OF_NHSUK)}
        assert not missing, template


def _defined(sheets):
    return frozenset().union(
        *(each.classes for sheet in sheets for each in rules(sheet))
    )


def test_a_page_names_no_sheet_for_nothing():
    for template in PAGES:
        above = sheets_of(parent(template)) if parent(template) else set()
        named = sheets_of(template) - above
        idle = {sheet for sheet in named if not could_match(sheet, template)}
        assert not idle, template


def test_every_sheet_is_loaded_by_some_page():
    for sheet in SUBJECTS:
        assert any(sheet in sheets_of(template) for template in PAGES), sheet


def test_a_rule_is_read_with_all_that_it_needs():
    assert rule('.map:has(> .tie) #x text[y="1"]:not(.z)::before') == Rule(
        '.map:has(> .tie) #x text[y="1"]:not(.z)::before',
        frozenset({"map", "tie"}),
        frozenset({"x"}),
        frozenset({"text"}),
    )
    assert ".wide" not in {each.selector for each in rules("map")}
    assert ".map .wide" in {each.selector for each in rules("map")}


def test_classes_that_are_put_together_are_found():
    assert {"state", "state--held"} <= classes_in("welcome/imports/import.html") | (
        classes_in("referrals/offers/offers.html")
    )
    assert "state--*" in classes_in("parts/_state.html")
    assert could_match("map", "welcome/people/person.html")
    assert not could_match("map", "welcome/about/about.html")
