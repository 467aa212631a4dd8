"""A list as the file it comes in: CSV in whatever way, or a spreadsheet. Pure."""

from collections.abc import Mapping

from .grids import Grid, Unreadable, grid_of
from .letters import read_letters
from .strict_rows import has_line_break
from .tables import Heading, Sheet, guess, table_of

#: Larger lists come in parts: a page cannot wait for ever.
LARGEST = 25_000_000
_AS_CSV = "Save it as “CSV UTF-8” in your spreadsheet program, and choose that file."


def read(content: bytes, remembered: Mapping[str, str] | None = None) -> Sheet:
    """Headings and rows of a CSV file, the headings where they most likely are.

    Raises Unreadable with a sentence.

    >>> read("Name;Born\\nAmina;1992\\n\\n".encode("utf-8-sig"))
    Sheet(headings=['Name', 'Born'], rows=[(2, ['Amina', '1992'])])
    """
    grid = read_grid(content)
    heading, _ = guess(grid, remembered or {})
    return table_of(grid, heading)


def read_grid(content: bytes, letters: str = "") -> Grid:
    """The rows of a CSV file; by `letters` where someone has said what they mean."""
    refuse_size(content)
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")):
        raise Unreadable(f"This is not a CSV file. {_AS_CSV}")
    try:
        read = read_letters(content, letters)
    except ValueError:
        raise Unreadable(f"We can’t read the text in this file. {_AS_CSV}") from None
    grid = grid_of(read)
    if not grid.rows:
        raise Unreadable("This file is empty.")
    if len(grid.rows[0][1]) == 1 and has_line_break(grid.rows[0][1][0]):
        raise Unreadable("A quotation mark joins the headings to the rows below.")
    return grid


def refuse_size(content: bytes) -> None:
    """Raises Unreadable where it is empty, or larger than we take."""
    if len(content) > LARGEST:
        raise Unreadable(
            "This file is larger than 25 MB. Split it and upload each part."
        )
    if not content.strip():
        raise Unreadable("This file is empty.")


__all__ = ["LARGEST", "Heading", "Sheet", "Unreadable", "read", "read_grid"]
