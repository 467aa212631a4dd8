"""The card and the whole story on paper: one page, tagged, words as they were said."""

import io
import time
import uuid

import pypdf
import pytest

from welcome import actions
from welcome.actions.story_map_changes import add_need
from welcome.models import Event, Look
from welcome.reading.pdfs import card_of
from welcome.web import typst_rendering

from .. import factories as make
from ..private_links import WORD, send
from .paper import TRICKS


def read(answer):
    content = answer if isinstance(answer, bytes) else answer.content
    return pypdf.PdfReader(io.BytesIO(content))


def words(document):
    return " ".join(" ".join(p.extract_text() for p in document.pages).split())


@pytest.fixture
def at_desk(client, priya):
    client.force_login(priya)
    return client


@pytest.mark.parametrize("sheet", ["card", "story"])
def test_a_paper_is_tagged_and_says_its_language_and_title(at_desk, amina, sheet):
    root = read(at_desk.get(f"/people/{amina.pk}/{sheet}.pdf")).trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid" in root["/Metadata"].get_data()


def test_the_whole_story_holds_every_passage_and_every_agreement(
    at_desk, amina, sent, omar, priya
):
    make.make_passage(amina, priya, prompt="added", words=TRICKS)

    document = read(at_desk.get(f"/people/{amina.pk}/story.pdf"))

    text = words(document)
    assert document.metadata.title == "Amina Yusuf: the whole story"
    assert "The letters frighten me." in text
    assert "Four hours of sleep." in text
    assert TRICKS in text
    assert "Harbour Money Advice" in text
    assert "They can read what was agreed." in text
    assert f"“{sent.agreement.words}”" in text or sent.agreement.words in text
    assert "printed" in text and "by Priya Nair" in text


def test_headings_are_in_order(at_desk, amina):
    document = read(at_desk.get(f"/people/{amina.pk}/story.pdf"))

    levels = []

    def walk(node):
        node = node.get_object()
        if not isinstance(node, dict):
            return
        tag = str(node.get("/S", ""))
        if tag[:2] == "/H" and tag[2:].isdigit():
            levels.append(int(tag[2:]))
        kids = node.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            if hasattr(kid, "get_object") and not isinstance(kid, int):
                walk(kid)

    walk(document.trailer["/Root"]["/StructTreeRoot"])
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(
        after <= before + 1 for before, after in zip(levels, levels[1:], strict=False)
    )


@pytest.mark.parametrize("length", [1, 20, 400, 4000])
def test_the_card_is_one_page_whatever_was_written(amina, priya, length):
    amina.contact_wish.words = "Never after six. " * min(length, 50)
    for prompt in ("please_do", "please_dont", "matters", "would_like", "keeps_safe"):
        make.make_passage(amina, priya, prompt=prompt, words="Sit with me.\n" * length)

    document = read(typst_rendering.pdf("card", card_of(amina, made_by="Priya Nair")))

    assert len(document.pages) == 1
    assert ("there is more in the whole story" in words(document)) is (length >= 400)
    assert "Who to ring" in words(document)
    assert "116 123" in words(document)


@pytest.mark.parametrize(
    "sign", ["Łódź, žluťoučký", "привет", "سلام", "😀 ☕", "中文", "a\u202eb\x07c"]
)
def test_any_language_comes_to_paper(amina, priya, sign):
    make.make_passage(amina, priya, prompt="matters", words=f"Before {sign} after.")

    document = read(typst_rendering.pdf("card", card_of(amina, made_by="me")))

    text = words(document)
    assert "Before" in text and "after." in text
    assert document.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_printing_is_written_down_with_who(at_desk, amina, priya):
    at_desk.get(f"/people/{amina.pk}/card.pdf")

    event = Event.objects.get(what="copy.printed")
    assert (event.by, event.person, event.detail) == (priya, amina, {"sheet": "card"})
    assert Look.objects.filter(person=amina, by=priya).count() == 1


def test_nothing_is_kept_on_the_way(at_desk, amina):
    answer = at_desk.get(f"/people/{amina.pk}/story.pdf")

    assert answer["Cache-Control"] == "no-store"
    assert answer["Content-Type"] == "application/pdf"
    assert "Amina" not in answer["Content-Disposition"]


@pytest.mark.parametrize("sheet", ["card", "story"])
def test_another_team_learns_nothing(client, tomasz, amina, sheet):
    client.force_login(tomasz)

    assert client.get(f"/people/{amina.pk}/{sheet}.pdf").status_code == 404
    assert not Event.objects.filter(what="copy.printed").exists()


def test_she_takes_her_story_from_her_own_door(client, amina, priya):
    path = send(amina, priya)
    assert client.get(f"{path}story.pdf")["Content-Type"].startswith("text/html")
    client.post(path, {"fact": WORD})

    answer = client.get(f"{path}story.pdf")

    assert "The letters frighten me." in words(read(answer))
    assert answer["Content-Disposition"] == 'attachment; filename="my-story.pdf"'
    assert answer["Cache-Control"] == "no-store"
    event = Event.objects.get(what="copy.taken")
    assert event.by.name == "The person themselves"


def test_two_hundred_passages_come_to_paper_within_two_seconds(at_desk, amina, priya):
    for n in range(200):
        make.make_passage(amina, priya, prompt="added", words=f"Part {n}. " * 60)
    began = time.monotonic()
    document = read(at_desk.get(f"/people/{amina.pk}/story.pdf"))
    took = time.monotonic() - began

    assert "Part 199." in words(document)
    assert took < 2


def test_the_map_and_the_hopes_stand_on_paper_in_words(at_desk, amina, priya):
    hope = make.make_hope(amina, priya, words="To open one letter.")
    actions.rate_hope(hope, by=priya, once=uuid.uuid4(), score=2)
    draw = {"by": priya, "change": "need_added"}
    actions.redraw(amina, add_need("Debt"), was=0, **draw)

    text = words(read(at_desk.get(f"/people/{amina.pk}/story.pdf")))
    assert "Story map" in text and "Debt is not connected to anything yet" in text
    assert "To open one letter." in text and "2 today" in text
