"""Docs are in plain British English: a short list of what nobody here would say."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
#: What is never said, and why not or what instead.
NEVER = {
    r"\bshall\b": "“will” or “should”",
    r"\banew\b": "“again”",
    r"\bwho(so)?ever\b": "say who, or “anyone who”",
    r"\b(some|any|every)body\b": "“someone”, “anyone”, “everyone”, or say who",
    r"\bat any moment\b": "“at any time”",
    r"\bat every moment\b": "“always”",
    r"\bhangs? (together|on)\b": "“is connected”, “belongs to”",
    r"\bstands? (here|there|in it|beside|above|below|where)\b": "“is”",
    r"\b(brought|bring) over\b": "“imported”, “import”",
    r"\b(lay|lays|laid) down\b": "“end”, “set out”",
    r"\bput aside\b": "“cancel”, “keep back”",
    r"\blet go\b": "“delete”, “end”",
    r"\btakes? along\b": "“take away”",
    r"\ball the same\b": "“anyway”",
    r"\bever after\b": "“afterwards”",
    r"\btwins?\b": "“duplicates”",
    r"\bin vain\b": "“wrongly”, “without effect”",
    r"\bonce more\b": "“again”",
    r"\bsigns\b(?! (everyone )?(in|out)| sessions)": "“characters”",
    r"\bholds? good\b": "“applies”",
    r"\bnobody may\b": "“no one can”",
    r"\bspeaks? of\b": "“mentions”, “is about”",
}


def prose(doc):
    """What is read: without code, and without where links lead."""
    text = re.sub(r"^ *```.*?^ *```$", "", doc.read_text(), flags=re.S | re.M)
    text = re.sub(r"`[^`\n]*`", "", text)
    return re.sub(r"\]\([^)]*\)", "]", text)


@pytest.mark.parametrize("doc", PAGES, ids=lambda doc: str(doc.relative_to(ROOT)))
def test_no_page_says_what_nobody_would_say(doc):
    text = prose(doc)
    found = {
        match[0]: instead
        for phrase, instead in NEVER.items()
        for match in re.finditer(phrase, text, re.I)
    }
    assert found == {}


def test_the_list_finds_what_it_is_for():
    said = "Whoever waits: it shall stand here anew, and somebody may at any moment."
    assert sum(bool(re.search(phrase, said, re.I)) for phrase in NEVER) >= 5


def test_the_list_does_not_find_plain_words():
    said = "Everyone has someone. We sign you out, and you can ask again at any time."
    assert not any(re.search(phrase, said, re.I) for phrase in NEVER)
