"""What a file is, by its content and never by its name. Pure.

Only what people bring to a front door is taken: PDF, Word, JPEG, PNG. Each is opened
as far as the standard library can, so that a beginning alone convinces no one.
"""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

_ELSE = "We take PDF, Word, JPEG, PNG. This file is something else."
_DAMAGED = "This file is damaged. Open it on your computer, save it again, and add that"
_MACROS = (
    "This Word file contains macros, which can do harm. Save it as a PDF or without"
    " macros, and add that"
)
_TWO = "This is two kinds of file in one, which is not safe. Save it again as a PDF"
_LOCKED = "This file is locked with a password. Save it without one, and add that"
_BOMB = "This Word file is far too large once it is opened. Save it as a PDF, and add"

_PNG = b"\x89PNG\r\n\x1a\n"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: So much may a Word file be once it is opened, in so many parts.
_OPENED, _PARTS = 200_000_000, 3000
#: Of a JPEG: what begins a frame, of whichever coding; all but DHT, JPG and DAC.
_FRAMES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


#: What `zipfile` raises over an archive that was made or cut to break it.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError,
    ValueError, LookupError, RuntimeError,
)  # fmt: skip


class NotTaken(ValueError):
    """Its message tells the user why, and what to do."""


def type_of(content: bytes) -> str:
    """pdf, docx, doc, jpeg or png. Raises NotTaken for any other."""
    for begins, code, look in _KINDS:
        if content.startswith(begins):
            look(content)
            return code
    raise NotTaken(_ELSE)


def _look_at_pdf(content: bytes) -> None:
    if b"%%EOF" not in content[-4096:]:
        raise NotTaken(f"{_DAMAGED}.")
    _is_no_zip(content)


def _look_at_png(content: bytes) -> None:
    names = [name for name, _ in _chunks(content)]
    if names[:1] != [b"IHDR"] or b"IDAT" not in names or names[-1] != b"IEND":
        raise NotTaken(f"{_DAMAGED}.")
    _is_no_zip(content)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each part of a PNG as its sum of check says, up to its end."""
    at = len(_PNG)
    while at + 12 <= len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        body = content[at + 4 : at + 8 + length]
        check = content[at + 8 + length : at + 12 + length]
        if zlib.crc32(body).to_bytes(4, "big") != check:
            raise NotTaken(f"{_DAMAGED}.")
        yield body[:4], body[4:]
        if body[:4] == b"IEND":
            return
        at += 12 + length


def _look_at_jpeg(content: bytes) -> None:
    """From mark to mark until the picture itself begins."""
    at, has_frame = 2, False
    while at + 4 <= len(content) and content[at] == 0xFF:
        mark = content[at + 1]
        has_frame = has_frame or mark in _FRAMES
        if mark == 0xDA:
            break
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    if not has_frame or b"\xff\xd9" not in content[at:]:
        raise NotTaken(f"{_DAMAGED}.")
    _is_no_zip(content)


def _look_at_docx(content: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as parts:
            _look_at_parts(parts)
            kinds = parts.open("[Content_Types].xml").read(1_000_000)
    except NotTaken:
        raise
    except _BROKEN:
        raise NotTaken(f"{_DAMAGED}.") from None
    if b"macroenabled" in kinds.lower():
        raise NotTaken(f"{_MACROS}.")


def _look_at_parts(parts: zipfile.ZipFile) -> None:
    """By the list of what is inside alone: nothing is unpacked to find a bomb."""
    inside = parts.infolist()
    names = {part.filename.lower() for part in inside}
    if not {"[content_types].xml", "word/document.xml"} <= names:
        raise NotTaken(_ELSE)
    if sum(part.file_size for part in inside) > _OPENED or len(inside) > _PARTS:
        raise NotTaken(f"{_BOMB} that.")
    if any(part.flag_bits & 1 for part in inside):
        raise NotTaken(f"{_LOCKED}.")
    if any(name.endswith("vbaproject.bin") for name in names):
        raise NotTaken(f"{_MACROS}.")


def _look_at_doc(content: bytes) -> None:
    """The names of its parts stand in it as they are, two bytes a letter."""
    if _named("EncryptedPackage", content):
        raise NotTaken(f"{_LOCKED}.")
    if not _named("WordDocument", content):
        raise NotTaken(_ELSE)
    if _named("_VBA_PROJECT", content) or _named("Macros", content):
        raise NotTaken(f"{_MACROS}.")
    _is_no_zip(content)


def _named(name: str, content: bytes) -> bool:
    return (name + "\0").encode("utf-16-le") in content


def _is_no_zip(content: bytes) -> None:
    """An archive is read from its end: one may hang behind a picture."""
    if zipfile.is_zipfile(BytesIO(content)):
        raise NotTaken(f"{_TWO}.")


#: How each begins, its code, and how it is looked at.
_KINDS = (
    (b"%PDF-", "pdf", _look_at_pdf),
    (_PNG, "png", _look_at_png),
    (b"\xff\xd8\xff", "jpeg", _look_at_jpeg),
    (b"PK\x03\x04", "docx", _look_at_docx),
    (_OLE, "doc", _look_at_doc),
)
