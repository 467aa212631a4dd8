"""The size of every room: files that can be read in one breath."""

from pathlib import Path
from statistics import median, quantiles

HOUSE = Path(__file__).resolve().parents[2]
ROOMS = ["livingwell", "welcome", "referrals", "storybooks", "demo", "bench"]
VAGUE = {"utils", "helpers", "common", "core", "services", "managers", "selectors"}
FILES = [
    file
    for room in ROOMS
    for file in (HOUSE / room).rglob("*.py")
    if "migrations" not in file.parts
]
TEMPLATES = [
    f for f in (HOUSE / "templates").rglob("*.html") if "living" not in f.parts
]
LINES = {file: len(file.read_text().splitlines()) for file in FILES}


def test_no_file_is_over_240_lines():
    assert len(FILES) > 300
    assert not {_name(file): size for file, size in LINES.items() if size > 240}


def _name(file):
    return str(file.relative_to(HOUSE))


def test_most_files_are_short():
    sizes = [lines for lines in LINES.values() if lines]
    assert median(sizes) <= 72
    assert quantiles(sizes, n=10)[-1] <= 150


def test_every_file_is_named_after_what_is_in_it():
    assert not {file.stem for file in FILES} & VAGUE


def test_no_template_has_inline_style_or_script():
    assert len(TEMPLATES) > 100
    wrong = (" style=", "<script>", " on" + "click=")
    found = [
        f"{_name(file)}: {word}"
        for file in TEMPLATES
        for word in wrong
        if word in file.read_text()
    ]
    assert not found


def test_no_file_says_patient_or_rejects_anybody():
    wrong = ("service user", "patient ", "patients", "discharge", "reject ", "rejected")
    found = [
        f"{file.relative_to(HOUSE)}: {word}"
        for file in (HOUSE / "templates").rglob("*.html")
        for word in wrong
        if word in file.read_text().lower()
    ]
    assert not found
