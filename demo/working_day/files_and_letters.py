"""What lies in Ailsa's record beside her story: two files, two letters, a draft."""

import zipfile
from datetime import date, timedelta
from io import BytesIO
from random import Random

from referrals.models import Agreement
from welcome.actions import attachment_rows, letter_rows
from welcome.attachments import storing
from welcome.models import Attachment, Person, User
from welcome.reading.letter_facts import paper_of
from welcome.web import typst_rendering

from ..lives.hours import moment, working_days_before
from ..playing import Stage
from ..rows import Rows, new_id
from ..towns.towns import Town

_GAS = """Dear customer,

We have written to you three times about your account. £412.60 is still to be paid.

If it is hard for you to pay, please ring us. We can agree on an amount that you can \
manage, and we’ll stop all further letters while you talk to us or to an adviser.

Yours faithfully,

Customer care"""
_TO_GP = """Dear doctor,

Ailsa has been coming to us since the middle of the month. She sleeps about four hours \
a night, and has stopped opening her letters.

She would like to talk with you about her sleep, and asks for an appointment after two \
o’clock. We are helping her with the letters and the debt.

Yours sincerely,

Morag Reid, peer worker"""
_TO_HER = """Dear Ailsa,

Thank you for talking with me. Harbour Money Advice will ring you about the letters.

With best wishes,

Morag"""
_AFTER_WE_MET = """Dear Ailsa,

It was good to meet you at the library. We agreed to open the letters together, one at \
a time, with a biscuit.

You can reach me on the team’s number, after eleven, as you asked us to ring then too.

With best wishes,

Morag"""
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main"
_PARTS = {
    "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package"
    "/2006/content-types'><Default Extension='rels' ContentType='application/vnd."
    "openxmlformats-package.relationships+xml'/><Override PartName='/word/document.xml'"
    f" ContentType='{_WORD}+xml'/></Types>",
    "_rels/.rels": "<Relationships xmlns='http://schemas.openxmlformats.org/package"
    "/2006/relationships'><Relationship Id='r1' Type='http://schemas.openxmlformats.org"
    "/officeDocument/2006/relationships/officeDocument' Target='word/document.xml'/>"
    "</Relationships>",
    "word/document.xml": "<w:document xmlns:w='http://schemas.openxmlformats.org"
    "/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>Council tax reduction: "
    "application form</w:t></w:r></w:p></w:body></w:document>",
}


def templates(rows: Rows, towns: list[Town], seed: str) -> None:
    """The letters that every site begins with."""
    rng = Random(f"{seed} letters")
    for town in towns:
        for template in letter_rows.unsaved_templates(town.site):
            rows.add_as(new_id(rng), template)


def files_and_letters(rows: Rows, ailsa: Stage, today: date) -> None:
    """A letter that she shares with Harbour, a form, two letters of ours, a draft."""
    rng, by, person = Random("Ailsa’s files"), ailsa.listener, ailsa.person
    assert by and person
    paper = typst_rendering.pdf("post", _from_the_gas_company(today))
    letter = _file(
        rows, rng, person, paper, by, _day(today, 10), "Letter from the gas company"
    )
    agreement = ailsa.referrals[1].agreement
    assert agreement
    through = Agreement.attachments.through
    rows.add(through(agreement_id=agreement.pk, attachment_id=letter.pk))
    _file(
        rows, rng, person, _form(), by, _day(today, 8), "Council tax form",
        kind="form", type="docx",
    )  # fmt: skip
    _letter(rows, rng, person, by, _day(today, 6), "gp", "Leith Walk Surgery", _TO_GP)
    _letter(rows, rng, person, by, _day(today, 7), "person", "Ailsa", _AFTER_WE_MET)
    draft = letter_rows.unsaved_letter(
        person, by=by, at=moment(_day(today, 1), 16), to="person",
        addressee=person.known_as, words=_TO_HER,
    )  # fmt: skip
    rows.add_as(new_id(rng), draft)


def _letter(
    rows: Rows, rng: Random, person: Person, by: User, day: date, to: str,
    addressee: str, words: str,
) -> None:  # fmt: skip
    """Written and made into a PDF. She agreed that her GP is written to."""
    at = moment(day, 11, 20)
    letter = letter_rows.unsaved_letter(
        person, by=by, at=at, to=to, addressee=addressee, words=words,
        agreed="yes" if to == "gp" else "",
    )  # fmt: skip
    rows.add_as(new_id(rng), letter)
    paper = typst_rendering.pdf("post", paper_of(letter))
    file = _file(
        rows, rng, person, paper, by, day, str(letter), kind="letter_sent",
        scan="made_here",
    )  # fmt: skip
    rows.add(letter_rows.became(letter, file, by=by, at=at + timedelta(minutes=2)))


def _file(
    rows: Rows, rng: Random, person: Person, content: bytes, by: User, day: date,
    title: str, kind: str = "letter_received", type: str = "pdf",
    scan: str = "not_scanned",
) -> Attachment:  # fmt: skip
    at = moment(day, 11, 21)
    with storing.kept(content) as kept:
        kept.is_used = True
    row = attachment_rows.unsaved_attachment(
        person, kept, content, by=by, at=at, kind=kind, title=title, dated=day,
        type=type, scan=scan, person_may_see=True,
    )  # fmt: skip
    file = rows.add_as(new_id(rng), row)
    rows.add(attachment_rows.added(file, by=by, at=at))
    return file


def _from_the_gas_company(today: date) -> dict[str, object]:
    day = _day(today, 12)
    return {
        "title": "Your account", "addressee": "To the account holder", "address": "",
        "day": f"{day.day} {day:%B %Y}", "reference": "000 000 000", "words": _GAS,
        "team": "Firth Gas", "reach": "01632 960000",
    }  # fmt: skip


def _form() -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as parts:
        for name, content in _PARTS.items():
            parts.writestr(name, content)
    return held.getvalue()


def _day(today: date, working_days: int) -> date:
    return working_days_before(today, working_days, "scotland")
