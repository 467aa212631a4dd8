"""Screens are in plain British English: a closed list of what none of them says.

Pages, e-mails, papers, forms, errors and what a page says by itself. A new phrase that
no one would say aloud belongs in `words_never_said.py`, with what to say instead.
"""

from pathlib import Path

import pytest

from .words_never_said import NEVER
from .words_read import KINDS, line_at, words_in

HOUSE = Path(__file__).resolve().parents[2]
APPS = ["livingwell", "welcome", "referrals", "storybooks"]
#: Words by which a computer knows a word: no one reads these.
LISTS = [
    "everyday_words.py",
    "same_words.py",
    "small_words.py",
    "words_that_are_names.py",
]


def _files():
    """Everything of ours that holds words for a reader."""
    for file in (HOUSE / "templates").rglob("*.*"):
        if file.suffix in KINDS and "fonts" not in file.parts:
            yield file
    yield from (HOUSE / "static" / "js").glob("*[!n].js")
    yield HOUSE / "welcome" / "imports" / "headings.txt"
    for app in APPS:
        for file in (HOUSE / app).rglob("*.py"):
            if "migrations" not in file.parts and file.name not in LISTS:
                yield file


FILES = sorted(_files())
AREAS = sorted({str(file.relative_to(HOUSE).parent) for file in FILES})


def never_said(text, line):
    """What this text says that no screen should, and on which line."""
    small = text.lower()
    for phrase in [each for each in NEVER if each.could_be_in(small)]:
        for found in phrase.found_in(text):
            where = line + line_at(text, found.start()) - 1
            said = " ".join(found[0].split())
            yield f"{where}: “{said}”: {phrase.why}. Say {phrase.instead}."


def _problems(file):
    return [each for line, text in words_in(file) for each in never_said(text, line)]


@pytest.mark.parametrize("area", AREAS)
def test_no_screen_says_what_no_one_would_say(area):
    problems = [
        f"{file.relative_to(HOUSE)}:{problem}"
        for file in FILES
        if file.parent == HOUSE / area
        for problem in _problems(file)
    ]
    assert not problems, "\n".join(["", *problems])


def test_pages_mails_papers_scripts_and_code_are_all_read():
    assert {file.suffix for file in FILES} == set(KINDS)
    assert len(FILES) > 700


PLANTED = {
    ".html": [
        "<p>Hello.</p>\n<p>It shall\n  be <b>here</b>.</p>",
        '{% comment %}\n{% endcomment %}<a aria-label="For nobody">x</a>',
        '\n{% include "parts/_form.html" with button="Write it down" back="a" only %}',
        "\n<p>Three{# ! #} it stands <b>here</b></p>",
    ],
    ".txt": ["Good news\nSomebody is here ({{ reference }})."],
    ".typ": ["#let a = 1\n#if b [Nobody yet.]", "// no\n== How it hangs together"],
    ".js": ['/* no */\nsay("x", "the line is down", "y")', "\nsay(`${n} words, anew`)"],
    ".py": [
        '"""Doc."""\nERROR = "Look " "once more"',
        '"""Doc."""\nERROR = f"{x} waits for {y}"',
    ],
}


@pytest.mark.parametrize(
    ("ending", "text"), [(end, text) for end in PLANTED for text in PLANTED[end]]
)
def test_a_planted_phrase_is_found_on_its_line(ending, text, tmp_path):
    file = tmp_path / f"planted{ending}"
    file.write_text(text)
    (problem,) = _problems(file)
    assert problem.startswith("2: ")
    assert ". Say “" in problem


UNREAD = {
    ".html": "{# nobody #}<!-- whom --><script>let anew = 1</script>"
    '<p class="shall" id="whom">{% if a == "nobody" %}{{ somebody }}{% endif %}</p>',
    ".txt": "{{ whom }} {# anew #}",
    ".typ": "// whom\n#let nobody = 1",
    ".js": '/* whom */ const nobody = "anew"; // shall',
    ".py": '"""Whoever."""\nCODE = "nobody"  # anew\ndef shall():\n    """Whom."""',
}


@pytest.mark.parametrize("ending", UNREAD)
def test_what_no_one_reads_is_not_looked_at(ending, tmp_path):
    file = tmp_path / f"unread{ending}"
    file.write_text(UNREAD[ending])
    assert _problems(file) == []


def test_plain_words_are_not_found():
    said = (
        "Someone is waiting for your answer. You can sign in again at any time, and "
        "everyone who has a key contact will hear from us before Tuesday."
    )
    assert list(never_said(said, 1)) == []


def test_each_phrase_says_why_and_what_instead():
    for phrase in NEVER:
        assert phrase.why and "“" in phrase.instead
    assert len({phrase.never for phrase in NEVER}) == len(NEVER)
