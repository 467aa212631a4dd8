"""Pages for paper: tagged PDFs, made from our own sheets and plain facts.

A sheet is a Typst file in `templates/paper/`. What people said goes in as data beside
it (JSON) and never becomes a part of it: nothing in a story can be a command. Nothing
is written to a disk on the way.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

import typst
from django.http import HttpResponse

from .paper_fonts import SHEETS, fonts_for

#: What no sheet of paper can show: control signs, and what turns the line around.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def pdf(sheet: str, facts: Mapping[str, object]) -> bytes:
    """The sheet with these facts on it. Tagged, and by the rules of PDF/UA-1.

    A sign that our letters do not have (a smile) is looked for among the letters of
    this machine; if there is none, the paper is made all the same and says so,
    without the claim that everyone can read it all.
    """
    try:
        return _set(sheet, facts, "ua-1")
    except typst.TypstError as problem:
        if "could not be displayed" not in str(problem):
            raise
    try:
        return _set(sheet, facts, "ua-1", further=True)
    except typst.TypstError:
        return _set(sheet, {**facts, "lacks_signs": True}, "1.7", further=True)


def answer_with(paper: bytes, name: str, *, to_keep: bool) -> HttpResponse:
    """A PDF that no browser or proxy keeps by itself; `to_keep` asks where to save."""
    response = HttpResponse(paper, content_type="application/pdf")
    how = "attachment" if to_keep else "inline"
    response["Content-Disposition"] = f'{how}; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response


def _set(
    sheet: str, facts: Mapping[str, object], rule: Any, *, further: bool = False
) -> bytes:
    said = json.dumps(_seen(facts), ensure_ascii=False)
    made = typst.compile(
        str(SHEETS / f"{sheet}.typ"),
        root=str(SHEETS),
        format="pdf",
        font_paths=fonts_for(said, and_of_this_machine=further),
        pdf_standards=[rule],
        sys_inputs={"facts": said},
    )
    assert isinstance(made, bytes)
    return made


def _seen(facts: Any) -> Any:
    """The same, without what no paper can show."""
    if isinstance(facts, Mapping):
        return {name: _seen(fact) for name, fact in facts.items()}
    if isinstance(facts, list):
        return [_seen(fact) for fact in facts]
    return _UNSEEN.sub("", facts) if isinstance(facts, str) else facts
