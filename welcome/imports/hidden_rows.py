"""How many rows of a sheet are hidden, by hand or a filter: they are read too. Pure."""

import io
import re
import zipfile
from xml.etree import ElementTree

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINKS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_HIDDEN = re.compile(rb'<(?:\w+:)?row\b[^>]*\bhidden="(?:1|true)"')
_HIDDEN_ODS = re.compile(
    rb'<table:table-row\b[^>]*table:visibility="(?:collapse|filter)"[^>]*>'
)
_REPEATED = re.compile(rb'table:number-rows-repeated="(\d{1,6})"')


def count_hidden(content: bytes, sheet: str) -> int | None:
    """Hidden rows of .xlsx and .ods. None where we can't tell: .xls and .xlsb."""
    if not content.startswith(b"PK"):
        return None
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        names = packed.namelist()
        if "content.xml" in names:
            return _of_ods(packed.read("content.xml"), sheet)
        if part := _part_of(packed, sheet):
            return len(_HIDDEN.findall(packed.read(part)))
    return None


def _part_of(packed: zipfile.ZipFile, sheet: str) -> str:
    """Where in the file this sheet is; nothing where the file does not say."""
    try:
        book = ElementTree.fromstring(packed.read("xl/workbook.xml"))
        links = ElementTree.fromstring(packed.read("xl/_rels/workbook.xml.rels"))
    except (KeyError, ElementTree.ParseError):
        return ""
    keys = {
        one.get("name"): one.get(f"{_LINKS}id") for one in book.iter(f"{_MAIN}sheet")
    }
    targets = {one.get("Id"): one.get("Target", "") for one in links}
    target = targets.get(keys.get(sheet), "").lstrip("/")
    part = target if target.startswith("xl/") else f"xl/{target}"
    return part if part in packed.namelist() else ""


def _of_ods(text: bytes, sheet: str) -> int:
    for table in text.split(b"<table:table ")[1:]:
        name = re.search(rb'table:name="([^"]*)"', table)
        if name and name[1].decode("utf-8", "replace") == sheet:
            return sum(map(_times, _HIDDEN_ODS.findall(table)))
    return 0


def _times(row: bytes) -> int:
    found = _REPEATED.search(row)
    return int(found[1]) if found else 1
