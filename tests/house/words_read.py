"""The words that someone reads in a file of ours: each with the line where it is.

What no one reads (tags, code, comments) is left out, and each line stays where it was.
"""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

#: Text, and the line on which it begins.
Read = tuple[int, str]

_COMMENT = r"{#.*?#}|{% ?comment.*?endcomment ?%}|<!--.*?-->"
_CODE = r"<(script|style)\b(?![^>]*json).*?</\1>"
#: Read by the database.
_SQL = r"\s*\(*(SELECT|INSERT|UPDATE|DELETE|COPY|WITH|SET|GRANT|REVOKE) "
#: What Django puts into a page: a tag or a value. Its strings may be read.
_DJANGO = r"{%.*?%}|{{.*?}}"
_READ_ALOUD = r"\b(?:aria-label|alt|title|placeholder|value|content)=\"([^\"]*)\""
#: Each is read whole, so that none begins where another ends.
_STRING = r"\"([^\"\n]*)\"|`([^`]*)`"


def blank(pattern: str, text: str) -> str:
    """Take out what matches, and keep every line where it is.

    >>> blank("{%.*?%}", "a {% b %} c")
    'a         c'
    """
    return re.sub(
        pattern, lambda found: re.sub(r"[^\n]", " ", found[0]), text, flags=re.DOTALL
    )


def html(text: str) -> Iterator[Read]:
    """Text, the attributes that are read aloud, and sentences given to a part."""
    text = blank(_CODE, blank(_COMMENT, text))
    for found in re.finditer(_DJANGO, text, re.DOTALL):
        yield from _sentences(_inside(found, _STRING, text))
    text = blank(_DJANGO, text)
    for found in re.finditer(r"<[a-z][^<>]*>", text, re.DOTALL):
        yield from _inside(found, _READ_ALOUD, text)
    yield 1, blank(r"<[/!a-z][^<>]*>", text)


def _inside(found: re.Match[str], pattern: str, text: str) -> Iterator[Read]:
    for said in re.finditer(pattern, found[0], re.DOTALL):
        words = said[said.lastindex or 0]
        yield line_at(text, found.start() + said.start()), words


def _sentences(read: Iterator[Read]) -> Iterator[Read]:
    """Those with a space in them: the others are names and paths."""
    return ((line, said) for line, said in read if " " in said.strip())


def plain(text: str) -> Iterator[Read]:
    """An e-mail or a line for the top of a page: all of it, but for its values."""
    yield 1, blank(f"{_COMMENT}|{_DJANGO}", text)


def typst(text: str) -> Iterator[Read]:
    """What is between brackets or quotation marks: the rest is code."""
    text = blank(r"(?<!:)//[^\n]*", text)
    for found in re.finditer(r"\[([^\[\]#]+)|\"([^\"\n]+)\"|^=+ ([^\n]+)", text, re.M):
        yield line_at(text, found.start()), next(filter(None, found.groups()))


def javascript(text: str) -> Iterator[Read]:
    """Strings with a space in them."""
    text = blank(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", text)
    for whole in re.finditer(r".+", text, re.DOTALL):
        yield from _sentences(_inside(whole, _STRING, text))


def python(text: str) -> Iterator[Read]:
    """Strings with a space in them that are no docstring. `{…}` becomes a gap."""
    unread: set[int] = set()
    for node in ast.walk(ast.parse(text)):  # what holds a string comes before it
        if isinstance(node, ast.Expr):
            unread.add(id(node.value))  # a docstring
        elif id(node) not in unread and (said := _said(node)):
            unread |= {id(part) for part in getattr(node, "values", [])}
            yield node.lineno, said


def _said(node: ast.AST) -> str:
    """The sentence that this node is, or nothing."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    if not isinstance(node, ast.JoinedStr | ast.Constant):
        return ""
    said = "".join(_of_part(part) for part in parts)
    return said if " " in said.strip() and not re.match(_SQL, said) else ""


def _of_part(part: ast.AST) -> str:
    if isinstance(part, ast.Constant):
        return part.value if isinstance(part.value, str) else ""
    return "…"


def line_at(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1


KINDS: dict[str, Callable[[str], Iterator[Read]]] = {
    ".html": html,
    ".txt": plain,
    ".typ": typst,
    ".js": javascript,
    ".py": python,
}


def words_in(file: Path) -> Iterator[Read]:
    """What is read in this file, by the ending of its name."""
    yield from KINDS[file.suffix](file.read_text())
