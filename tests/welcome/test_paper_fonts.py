"""People's words on paper in their own script: no empty box, in their direction."""

import io

import pypdf
import pytest

from welcome.web import paper_fonts, typst_rendering

FACTS = {
    "title": "A letter", "foot": "A foot", "name": "Amina", "by": "Omar Aziz",
    "partner": "Harbour", "day": "1 December", "door": "Ring us.",
}  # fmt: skip
SAID = {
    "Polish": "Łukasz Żółć śpi źle – nie… ½ €5",
    "Vietnamese": "Mất ngủ, nhớ nhà ắặẵ",
    "Yoruba": "Kò sùn dáadáa; ọmọ mi ń ṣàìsàn",
    "Ukrainian": "Каже, що не спить. Їй потрібен спокій, ґанок і їжа.",
    "Greek": "Δεν κοιμάμαι καλά.",
    "Hebrew": "אני לא ישן טוב.",
    "Arabic": "يقول إنه لا ينام.",
    "Urdu": "مجھے نیند نہیں آتی۔",
    "Bengali": "ঘুম আসে না। বাড়ির কথা মনে পড়ে।",
    "Punjabi": "ਨੀਂਦ ਨਹੀਂ ਆਉਂਦੀ।",
    "Gujarati": "મને ઊંઘ નથી આવતી.",
    "Hindi": "मुझे नींद नहीं आती।",
    "Tamil": "எனக்கு தூக்கம் வரவில்லை.",
    "Chinese": "睡不著，想家。",
    "Cantonese": "我瞓唔到，好掛住屋企。",
}


@pytest.fixture
def no_others(monkeypatch):
    """This machine has no fonts of its own."""

    def refuse(text, *, and_of_this_machine=False):
        assert not and_of_this_machine, "our own fonts were not enough"
        return paper_fonts.fonts_for(text)

    monkeypatch.setattr(typst_rendering, "fonts_for", refuse)


@pytest.mark.parametrize("language", SAID)
def test_every_letter_is_on_the_paper(no_others, language):
    paper = typst_rendering.pdf("letter", FACTS | {"words": SAID[language]})
    document = pypdf.PdfReader(io.BytesIO(paper))

    assert document.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "can’t be printed" not in document.pages[0].extract_text()


def test_fonts_of_a_script_are_read_only_where_it_is_used():
    plain = paper_fonts.fonts_for("Letters and debt")
    assert paper_fonts.fonts_for("More letters") is plain
    assert paper_fonts.fonts_for(SAID["Tamil"]) is not plain
    assert paper_fonts.fonts_for(SAID["Hindi"]) is not paper_fonts.fonts_for(
        SAID["Tamil"]
    )


def begins_at(words, first):
    """How far from the left edge the piece of text with `first` in it stands, in mm."""
    paper = typst_rendering.pdf("letter", FACTS | {"words": words})
    found = []

    def visit(text, page, line, *_):
        if first in text:
            found.append((page[0] * line[4] + page[4]) / 72 * 25.4)

    pypdf.PdfReader(io.BytesIO(paper)).pages[0].extract_text(visitor_text=visit)
    return found[0]


def test_arabic_is_set_from_the_right_and_english_from_the_left():
    assert 15 < begins_at("Letters and debt.", "Letters") < 25
    assert begins_at(SAID["Arabic"], "ينام") > 120
