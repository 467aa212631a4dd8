"""A day is asked for in one way everywhere: `DatePartsField`, three boxes."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

_OTHERS = {"DateField", "DateInput", "SelectDateWidget", "SplitDateTimeField"}


def _form_files():
    apps = ("welcome", "referrals", "storybooks")
    return [
        file
        for app in apps
        for file in sorted((ROOT / app).rglob("*.py"))
        if "forms" in str(file.relative_to(ROOT))
    ]


@pytest.mark.parametrize("file", _form_files(), ids=lambda f: str(f.relative_to(ROOT)))
def test_no_form_asks_for_a_day_in_another_way(file: Path):
    named = {
        node.attr
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id in ("forms", "widgets")
    }
    assert not named & _OTHERS, f"{file.name}: use DatePartsField"


def test_no_template_draws_a_date_box_by_hand():
    drawn = [
        file.name
        for file in (ROOT / "templates").rglob("*.html")
        if 'type="date"' in file.read_text()
    ]
    assert not drawn
