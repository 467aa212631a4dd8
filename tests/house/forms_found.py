"""Every form on a page, read from its HTML as a browser would send it."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

TYPED = "Typed by hand"
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
_NOT_SENT = ("csrfmiddlewaretoken", "kept_as")


@dataclass
class Field:
    name: str
    kind: str
    value: str = ""
    #: What can be chosen, for radios, ticks and lists.
    options: list[str] = field(default_factory=list)

    @property
    def is_typed(self):
        return self.kind in ("text", "textarea", "search")

    @property
    def is_number_or_key(self):
        return self.kind in ("hidden", "number", "figures", "date")

    @property
    def filled(self):
        """What an ordinary person would send."""
        if self.options and self.kind != "checkbox":
            return self.value or self.options[-1]
        usual = {"number": "3", "figures": "3", "email": "a@example.org"}
        usual |= {"text": TYPED, "textarea": TYPED, "checkbox": None}
        return self.value or usual.get(self.kind, "")


@dataclass
class Form:
    action: str
    method: str
    fields: dict[str, Field] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)

    @property
    def door(self):
        """The name of the address that takes this form."""
        try:
            return resolve(self.action.partition("?")[0]).view_name
        except Resolver404:
            return ""

    @property
    def shape(self):
        """The same for the same form on another page, or of another person."""
        return self.door, tuple(_UUID.sub("", name) for name in self.fields)

    @property
    def filled(self):
        said = {f.name: f.filled for f in self.fields.values()}
        return {name: value for name, value in said.items() if value is not None}


class _Reader(HTMLParser):
    def __init__(self, address):
        super().__init__()
        self.address, self.forms, self.links = address, [], []
        self.form = self.area = self.select = None

    def handle_starttag(self, tag, attrs):
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            to = urlsplit(said.get("action", ""))
            action = (to.path or self.address) + (f"?{to.query}" if to.query else "")
            self.form = Form(action, said.get("method", "get").lower())
            self.forms.append(self.form)
        elif tag == "a" and said.get("href", "").startswith("/"):
            self.links.append(said["href"].partition("#")[0])
        elif self.form and tag in ("input", "textarea", "select", "button", "option"):
            getattr(self, f"_{tag}")(said)

    def handle_endtag(self, tag):
        if tag in ("form", "textarea", "select"):
            setattr(self, {"textarea": "area"}.get(tag, tag), None)

    def handle_data(self, data):
        if self.area:
            self.area.value += data.removeprefix("\n")

    def _field(self, said, kind):
        name = said.get("name", "")
        if not name or name in _NOT_SENT:
            return Field("", kind)
        return self.form.fields.setdefault(name, Field(name, kind))

    def _input(self, said):
        kind = said.get("type", "text")
        if kind == "text" and said.get("inputmode") in ("numeric", "decimal"):
            kind = "figures"
        if kind in ("submit", "file"):
            return
        found = self._field(said, kind)
        if kind in ("radio", "checkbox"):
            found.options.append(said.get("value", "on"))
            found.value = said.get("value", "on") if "checked" in said else found.value
        else:
            found.value = said.get("value", "")

    def _textarea(self, said):
        self.area = self._field(said, "textarea")

    def _select(self, said):
        self.select = self._field(said, "select")

    def _option(self, said):
        self.select.options.append(said.get("value", ""))
        if "selected" in said:
            self.select.value = said.get("value", "")

    def _button(self, said):
        if said.get("name"):
            self.form.buttons.append((said["name"], said.get("value", "")))


def read(address, html):
    """The forms of a page, and where its links lead."""
    reader = _Reader(address)
    reader.feed(html)
    return reader.forms, reader.links
