"""HTML as plain text, with its paragraphs and bullets. Pure.

Directories are filled in with a rich text editor. What we keep is text: a script never
gets further than here, and a link keeps the address that it leads to.
"""

import html
import re
from html.parser import HTMLParser

_LINES = {"br", "tr", "dt", "dd"}
_BLOCKS = {
    "p", "div", "section", "article", "header", "footer", "blockquote", "pre",
    "ul", "ol", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "figure", "body",
    "html", "table",
}  # fmt: skip
#: Nothing inside these was written for a reader.
_UNSEEN = {"script", "style", "noscript", "iframe", "object", "template", "head"}
_INSIDE_A_LINE = {
    "a", "b", "i", "u", "em", "strong", "span", "font", "small", "sub", "sup", "td",
    "th", "tbody", "thead", "img", "li", "abbr", "code", "s", "strike", "del", "ins",
    "label",
    "center", "mark", "button", "figcaption", "o:p", "link", "meta", "input", "svg",
}  # fmt: skip
_KNOWN = _LINES | _BLOCKS | _UNSEEN | _INSIDE_A_LINE
_A_TAG = re.compile(
    rf"</?(?:{'|'.join(sorted(map(re.escape, _KNOWN)))})(?=[\s/>])|<!--", re.I
)
_FOLLOWED = re.compile(r"(?:https?://|mailto:|tel:)\S+", re.I)


def plain_text(words: str) -> str:
    """As a reader would see it. A text without HTML keeps its lines.

    >>> plain_text("<p>Tea &amp; talk.</p><ul><li>Mondays<li>Fridays</ul>")
    'Tea & talk.\\n\\n• Mondays\\n• Fridays'
    >>> plain_text('See <a href="https://x.example">our page</a><script>x</script>')
    'See our page (https://x.example)'
    >>> plain_text("Ages < 16 & their <friends>\\nOn Tuesdays")
    'Ages < 16 & their <friends>\\nOn Tuesdays'
    """
    if not _A_TAG.search(words):
        words = html.unescape(words)
    for _ in range(2):  # some directories escape their HTML a second time
        if _A_TAG.search(words):
            words = _read(words)
    lines = [line.rstrip() for line in words.replace("\r\n", "\n").split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def one_line(words: str) -> str:
    """The same for a name or an address: blanks instead of lines.

    >>> one_line("<b>Bread</b> &amp;<br>Roses")
    'Bread & Roses'
    """
    return " ".join(plain_text(words).split()) if _may_be_html(words) else words


def _may_be_html(words: str) -> bool:
    return any(sign in words for sign in "<&\n\r\t")


def _read(words: str) -> str:
    reader = _Reader()
    reader.feed(words.replace("<![", "&lt;!["))
    reader.close()
    return "\n".join(line.strip() for line in "".join(reader.found).split("\n"))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._unseen = ""
        self._link: tuple[int, str] | None = None
        #: For each list that is open: the last number, or None for bullets.
        self._lists: list[int | None] = []

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.found.append(re.sub(r"\s+", " ", data))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen = self._unseen or tag
        elif tag not in _KNOWN:
            self.handle_data(self.get_starttag_text() or "")
        elif tag == "li":
            self._say(f"\n{self._mark()} ")
        elif tag == "a":
            self._link = (len(self.found), dict(attrs).get("href") or "")
        else:
            self._open(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _UNSEEN:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = "" if self._unseen == tag else self._unseen
        elif tag not in _KNOWN:
            self.handle_data(f"</{tag}>")
        elif tag == "a":
            self._end_link()
        elif tag in _BLOCKS:
            self._lists = self._lists[:-1] if tag in ("ul", "ol") else self._lists
            self._say("\n\n")

    def _open(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self._lists.append(0 if tag == "ol" else None)
        if tag in _BLOCKS:
            # A paragraph inside a bullet begins on the bullet's own line.
            is_after_a_mark = bool(self.found) and self.found[-1].startswith("\n•")
            self._say("" if is_after_a_mark else "\n\n")
        elif tag in _LINES or tag in ("td", "th"):
            self._say("\n" if tag in _LINES else " ")

    def _mark(self) -> str:
        if not self._lists or self._lists[-1] is None:
            return "•"
        self._lists[-1] += 1
        return f"{self._lists[-1]}."

    def _end_link(self) -> None:
        if self._link is None:
            return
        start, address = self._link
        self._link = None
        seen = "".join(self.found[start:]).strip()
        if not _FOLLOWED.fullmatch(address):
            return
        told = re.sub(r"^(mailto|tel):", "", address, flags=re.I)
        if told.rstrip("/") not in (seen, f"http://{seen}", f"https://{seen}"):
            self._say(f" ({told})" if seen else told)

    def _say(self, words: str) -> None:
        if words and not self._unseen:
            self.found.append(words)
