"""Links, file names and addresses in the docs lead somewhere; README stays short."""

import re
from pathlib import Path
from uuid import uuid4

import pytest
from django.urls import resolve

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
ENDINGS = {"py", "md", "html", "txt", "css", "js", "json", "toml", "lock", "typ", "svg"}
#: Names that stand for any file or folder of their kind.
EXAMPLES = {"app/subject/page.html", "app/subject/_part.html"}
EXAMPLES |= {"noun_became.txt", "tasks.py"}
EXAMPLES |= {"models/", "access/", "actions/", "forms/", "views/", "templatetags/"}
#: What is there only while the product runs.
MADE_AT_RUN = ("var/", ".venv/")
#: Files of ours that may cite a document.
CODE = ["*.py", "*.html", "*.txt", "*.js", "*.css", "*.toml", "*.typ", "*.md"]
CODE += ["Makefile"]
NOT_OURS = {".venv", "var", "node_modules", ".git"}


def prose(text):
    """Without blocks of code."""
    return re.sub(r"^ *```.*?^ *```$", "", text, flags=re.S | re.M)


def spans(page):
    return re.findall(r"`([^`\n]+)`", prose(page.read_text()))


def anchors(page):
    """The anchors of a page's headings, as the host of the repository makes them."""
    heads = re.findall(r"^#+ (.+)$", prose(page.read_text()), re.M)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def is_file_name(span):
    if not re.fullmatch(r"[\w.\-]+(/[\w.*\-]+)*/?", span) or span in EXAMPLES:
        return False
    ends_as_one = span.rpartition(".")[2] in ENDINGS and "." in span
    return (("/" in span) or ends_as_one) and not span.startswith(MADE_AT_RUN)


def ours(*patterns):
    """The files of these kinds; the environment's thousands are never looked at."""
    for top in ROOT.iterdir():
        if top.name not in NOT_OURS:
            inside = top.rglob("*") if top.is_dir() else [top]
            for file in inside:
                parts = set(file.relative_to(ROOT).parts)
                if any(map(file.match, patterns)) and not NOT_OURS & parts:
                    yield file


def links():
    for page in PAGES:
        for target in re.findall(r"\]\(([^)\s]+)\)", prose(page.read_text())):
            if not target.startswith(("http://", "https://", "mailto:")):
                yield pytest.param(
                    page, target, id=f"{page.relative_to(ROOT)}→{target}"
                )


def test_the_readme_can_be_read_in_one_sitting():
    assert len((ROOT / "README.md").read_bytes()) <= 8192


@pytest.mark.parametrize(("doc", "target"), list(links()))
def test_every_link_leads_somewhere(doc, target):
    path, _, anchor = target.partition("#")
    there = (doc.parent / path).resolve() if path else doc
    assert there.exists()
    assert not anchor or anchor in anchors(there)


@pytest.mark.parametrize("doc", PAGES, ids=lambda doc: str(doc.relative_to(ROOT)))
def test_every_file_that_is_named_exists(doc):
    named = {span for span in spans(doc) if is_file_name(span)}
    assert {name for name in named if not any(ROOT.glob(name.rstrip("/")))} == set()


@pytest.mark.parametrize("doc", PAGES, ids=lambda doc: str(doc.relative_to(ROOT)))
def test_every_address_that_is_named_is_answered(doc):
    for span in spans(doc):
        if re.fullmatch(r"/[\w/-]*", span):
            resolve(span.replace("ID", str(uuid4())))


def cited():
    """Each document that is named anywhere, with the file that names it."""
    for file in ours(*CODE):
        lines = [line for line in file.read_text().splitlines() if ".md" in line]
        for name in re.findall(r"(?<![\w*])[\w./-]+\.md\b", "\n".join(lines)):
            yield file, name


def test_no_file_cites_a_document_that_is_not_here():
    gone = {
        f"{file.relative_to(ROOT)}: {name}"
        for file, name in cited()
        if not (ROOT / name).exists() and not (file.parent / name).exists()
    }
    assert gone == set()


def test_every_heading_that_is_cited_is_on_its_page():
    found = 0
    for file in ours("*.py"):
        for name, heading in re.findall(
            r"(docs/[\w/-]+\.md),\s+(?:#: )?“([^”]+)”", file.read_text()
        ):
            found += 1
            assert f"## {heading}\n" in (ROOT / name).read_text(), f"{file}: {heading}"
    assert found > 5


def test_every_page_of_the_docs_can_be_reached_from_the_readme():
    seen, to_read = set(), [ROOT / "README.md"]
    while to_read:
        page = to_read.pop()
        seen.add(page)
        for target in re.findall(r"\]\(([^)#\s]+\.md)", page.read_text()):
            there = (page.parent / target).resolve()
            if there.exists() and there not in seen:
                to_read.append(there)
    assert set(PAGES) <= seen
