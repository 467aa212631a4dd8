"""Small files of each kind that people bring, real enough to open; and bad ones."""

import zipfile
import zlib
from io import BytesIO

PDF = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\nstartxref\n9\n%%EOF\n"
#: What every scanner takes for a virus: https://www.eicar.org. Harmless.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
_TYPES = '<Types><Override PartName="/word/document.xml" ContentType="{}"/></Types>'
_PLAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main"
_WITH_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"


def png(side=2):
    def chunk(name, body):
        check = zlib.crc32(name + body).to_bytes(4, "big")
        return len(body).to_bytes(4, "big") + name + body + check

    head = side.to_bytes(4, "big") * 2 + bytes([8, 0, 0, 0, 0])
    rows = zlib.compress(b"".join(b"\0" + bytes(side) for _ in range(side)))
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def jpeg():
    def part(mark, body):
        return bytes([0xFF, mark]) + (len(body) + 2).to_bytes(2, "big") + body

    frame = part(0xC0, bytes([8, 0, 1, 0, 1, 1, 1, 0x11, 0]))
    scan = part(0xDA, bytes([1, 1, 0, 0, 63, 0])) + b"\x00"
    return b"\xff\xd8" + part(0xE0, b"JFIF\0") + frame + scan + b"\xff\xd9"


def docx(*, types=_PLAIN, **more):
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", _TYPES.format(types))
        parts.writestr("word/document.xml", "<w:document/>")
        for name, content in more.items():
            parts.writestr(name, content)
    return held.getvalue()


def docm():
    return docx(types=_WITH_MACROS)


def bomb():
    """Some 200 kB that would be 210 MB."""
    return docx(**{"word/media/a.bin": bytes(210_000_000)})


def doc(*names):
    inside = b"".join((n + "\0").encode("utf-16-le") for n in ("WordDocument", *names))
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + inside + bytes(512)


def archive():
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as parts:
        parts.writestr("run.exe", "MZ")
    return held.getvalue()
