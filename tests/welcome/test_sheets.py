"""Links to the stylesheets of a page."""

import re

import pytest
from django.template import Context, Template


def links(names):
    page = Template("{% load sheets %}{% sheets %}" + names + "{% endsheets %}")
    return re.findall(r'href="[^"]*css/([\w-]+)[^"]*\.css"', page.render(Context()))


def test_sheets_come_in_their_order_however_they_are_named():
    assert links("map page cards") == ["page", "cards", "map"]


def test_a_sheet_that_is_named_twice_comes_once():
    assert links("hopes cards hopes") == ["cards", "hopes"]


def test_no_name_is_no_link():
    assert links("  ") == []


def test_a_sheet_that_does_not_exist_is_noticed():
    with pytest.raises(KeyError, match="mapp"):
        links("mapp")
