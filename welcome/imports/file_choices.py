"""How a file is to be read, as someone chose, and what they choose from. Pure."""

from dataclasses import asdict, dataclass, field
from typing import TypedDict, cast

from .grids import Grid, Row, SheetFound
from .tables import Heading

#: So much of a file is shown when someone says where its headings are.
_ROWS, _CELLS, _LETTERS = 15, 12, 40


class _Numbers(TypedDict):
    row: int
    lines: int


class _Found(TypedDict):
    name: str
    rows: int
    is_hidden: bool


@dataclass(frozen=True)
class FileChoices:
    """What someone said about the file; what is empty is guessed."""

    sheet: str = ""
    letters: str = ""
    #: None: guessed. A row of 0: there are no headings.
    heading: Heading | None = None

    def stored(self) -> dict[str, object]:
        return asdict(self)

    @classmethod
    def of(cls, stored: dict[str, object]) -> "FileChoices":
        """As `stored` wrote it; nothing where nothing was chosen."""
        heading = stored.get("heading")
        known = Heading(**heading) if isinstance(heading, dict) else None
        return cls(str(stored.get("sheet", "")), str(stored.get("letters", "")), known)


class _Stored(TypedDict):
    rows: list[Row]
    heading: _Numbers
    sheet: str
    sheets: list[_Found]
    letters: list[tuple[str, str]]
    hidden_rows: int | None


@dataclass(frozen=True)
class Offered:
    """The first rows as they are, and what there is to choose."""

    rows: list[Row] = field(default_factory=list)
    heading: Heading = Heading(1)
    sheet: str = ""
    sheets: list[SheetFound] = field(default_factory=list)
    letters: list[tuple[str, str]] = field(default_factory=list)
    hidden_rows: int | None = 0

    def stored(self) -> dict[str, object]:
        return asdict(self)

    @classmethod
    def of(cls, stored: dict[str, object]) -> "Offered":
        """As `stored` wrote it; empty where the file was emptied."""
        if not stored:
            return cls()
        said = cast(_Stored, stored)
        return cls(
            rows=[(number, cells) for number, cells in said["rows"]],
            heading=Heading(**said["heading"]),
            sheet=said["sheet"],
            sheets=[SheetFound(**one) for one in said["sheets"]],
            letters=[(way, words) for way, words in said["letters"]],
            hidden_rows=said["hidden_rows"],
        )


def offer(grid: Grid, heading: Heading) -> Offered:
    """Enough of a file to see where its table is."""
    rows = [
        (number, [cell[:_LETTERS] for cell in cells[:_CELLS]])
        for number, cells in grid.rows[:_ROWS]
    ]
    return Offered(
        rows, heading, grid.sheet, grid.sheets, grid.letters, grid.hidden_rows
    )
