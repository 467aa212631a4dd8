"""What tests share lies in a conftest or in a module that is no test, nowhere else."""

import ast
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]


def borrowed(source):
    """The names in imports that lead into a file of tests, or into a conftest."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            names |= {node.module or ""} | {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return sorted(
        name
        for name in names
        if any(
            part == "conftest" or part.startswith("test_") for part in name.split(".")
        )
    )


def test_nothing_is_imported_from_a_test_or_from_a_conftest():
    files = {
        str(file.relative_to(TESTS)): borrowed(file.read_text())
        for file in TESTS.rglob("*.py")
    }
    assert len(files) > 100
    assert not {file: names for file, names in files.items() if names}


@pytest.mark.parametrize(
    "line",
    [
        "from .conftest import WORDS",
        "from ..referrals.conftest import *",
        "from ..referrals import conftest as life",
        "from .test_pages import text",
        "from . import test_pages",
        "import tests.welcome.test_front",
    ],
)
def test_each_way_of_borrowing_is_found(line):
    assert borrowed(line)


@pytest.mark.parametrize(
    "line",
    ["from .. import factories as make", "from django.test import Client", "import re"],
)
def test_no_other_import_is_taken_for_borrowing(line):
    assert not borrowed(line)
