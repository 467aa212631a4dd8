"""What a column of a team's own list can be, and how its heading tells. Pure.

`headings.txt` has a line for each: code | what the page calls it | usual headings.
"""

import re
from pathlib import Path

_KNOWN = (Path(__file__).parent / "headings.txt").read_text()

FIELDS: dict[str, str] = {}
HEADINGS: dict[str, str] = {}
for _line in _KNOWN.splitlines():
    _code, _label, _usual = (part.strip() for part in _line.split("|"))
    FIELDS[_code] = _label
    HEADINGS |= dict.fromkeys(_usual.split(", "), _code)

#: Several columns may say a part of these; every other is said by one column.
IN_PARTS = {"notes", "address", "access", "reach_words", "partner"}
#: These hold a day.
DATES = {"born", "introduced_on", "held_since"}
#: One of these must be there, or no one would have a name.
NAMES = {"known_as", "first_name", "last_name", "formal_name"}
#: Said on one line. With a line break in it, a cell may be two people's.
ONE_LINE = NAMES | {
    "born", "identifier", "phone", "gp_phone", "email", "postcode",
    "introduced_on", "held_since", "status", "worker",
}  # fmt: skip
#: The column that we add to rows which are handed back.
REASON = "Why it was not imported"


def tidy(heading: str) -> str:
    """
    >>> tidy("  D.O.B. "), tidy("E-mail_Address"), tidy("Person’s name")
    ('d o b', 'e mail address', 'persons name')
    """
    words = re.sub(r"[’']", "", heading.lower())
    return " ".join(re.sub(r"[^a-z0-9]+", " ", words).split())


def guess(headings: list[str], remembered: dict[str, str] | None = None) -> list[str]:
    """What each column most likely is: as the team said before, or by its heading.

    >>> guess(["Surname", "Forename", "DOB", "Shoe size", "Mobile", "Tel"])
    ['last_name', 'first_name', 'born', '', 'phone', '']
    """
    known = HEADINGS | (remembered or {})
    columns: list[str] = []
    for heading in headings:
        code = known.get(tidy(heading), "")
        taken = code in columns and code not in IN_PARTS
        columns.append("" if taken else code)
    return columns


def what_is_wrong(columns: list[str]) -> str:
    """A sentence where these columns cannot be imported, or nothing.

    >>> what_is_wrong(["born"])
    'Choose which column is the name. Everyone needs one.'
    >>> what_is_wrong(["formal_name", "phone", "phone"])
    'Two columns are “Phone”. Choose one of them.'
    >>> what_is_wrong(["formal_name", "notes", "notes", "", ""])
    ''
    """
    if not NAMES & set(columns):
        return "Choose which column is the name. Everyone needs one."
    for code, label in FIELDS.items():
        if columns.count(code) > 1 and code not in IN_PARTS:
            return f"Two columns are “{label}”. Choose one of them."
    return ""
