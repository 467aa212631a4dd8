"""Rules of our stylesheets, and whether one could ever match something on a page."""

import re
from dataclasses import dataclass
from functools import cache

from .page_parts import HOUSE, source, whole

SHEETS = HOUSE / "static" / "css"
#: What draws the answers: widgets, whose tags stand in no template of ours.
FROM_PYTHON = {"input", "select", "textarea", "option", "html", "body"}
#: Says `{{ kind }}` inside the names of its classes; nhsuk styles both alike.
CHOICES = "living/_choices.html"
TAG = re.compile(r"{%.*?%}|{#.*?#}", re.DOTALL)
VALUE = re.compile(r"{{.*?}}", re.DOTALL)


@dataclass(frozen=True)
class Rule:
    """One selector: the classes, ids and kinds of element that it needs."""

    selector: str
    classes: frozenset[str]
    ids: frozenset[str]
    tags: frozenset[str]


@cache
def rules(sheet):
    """Every selector of a sheet, those inside @media as well."""
    text = re.sub(r"/\*.*?\*/", "", (SHEETS / f"{sheet}.css").read_text(), flags=re.S)
    heads = re.findall(r"([^{};]+){", text)
    return [
        rule(selector.strip())
        for head in heads
        if not head.strip().startswith("@")
        for selector in _apart(head)
    ]


def _apart(head):
    """Selectors between commas; not those inside brackets."""
    return re.split(r",(?![^(]*\))", head)


def rule(selector):
    bare = re.sub(r":not\([^)]*\)|\[[^\]]*\]|::?[\w-]+(?!\w*\()", " ", selector)
    classes = re.findall(r"\.([\w-]+)", bare)
    ids = re.findall(r"#([\w-]+)", bare)
    tags = re.findall(r"(?<![\w.#-])([a-z][a-z0-9]*)(?![\w-]*\()", bare)
    return Rule(selector, frozenset(classes), frozenset(ids), frozenset(tags))


@cache
def classes_in(name):
    """Classes that a template may write, each as a pattern."""
    found = set()
    for words in re.findall(r'class="((?:{[{%].*?[%}]}|[^"])*)"', source(name)):
        words = words.replace("{{ kind }}", "radios") if name == CHOICES else words
        for word in VALUE.sub("*", TAG.sub("\0", words)).split():
            first, *rest = word.split("\0")
            found |= {first, *rest, *(first + each for each in rest)}
    # what stands alone comes from a filter that has tests of its own
    return frozenset(found - {"", "*"})


@cache
def ids_in(name):
    return frozenset(re.findall(r'id="([\w-]+)"', source(name)))


@cache
def tags_in(name):
    return frozenset(re.findall(r"<([a-z][a-z0-9]*)", source(name)))


def could_match(sheet, page):
    """The rules of a sheet that may match something on this page."""
    names = whole(page)
    patterns = frozenset().union(*(classes_in(name) for name in names))
    ids = frozenset().union(*(ids_in(name) for name in names))
    tags = FROM_PYTHON.union(*(tags_in(name) for name in names))
    return [
        each.selector
        for each in rules(sheet)
        if each.tags <= tags
        and each.ids <= ids
        and all(_is_in(name, patterns) for name in each.classes)
    ]


def _is_in(name, patterns):
    if name in patterns:
        return True
    return any("*" in p and _fits(p, name) for p in patterns)


@cache
def _fits(pattern, name):
    return re.fullmatch(re.escape(pattern).replace(r"\*", r"[\w-]*"), name) is not None
