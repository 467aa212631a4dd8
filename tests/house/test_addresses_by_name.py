"""Our addresses are written in `urls.py` alone; all else asks for them by name.

So an address can change without a message, a redirect or a header pointing nowhere.
"""

import ast
import re
from pathlib import Path

from django.conf import settings
from django.urls import URLPattern, get_resolver, reverse

from .doors import DOORS

HOUSE = Path(__file__).parents[2]
APPS = ("welcome", "referrals", "storybooks", "livingwell")
#: Where an address is written down as it is, and why.
EXCEPTIONS = {
    "livingwell/settings/accounts.py": "prefixes; the last test holds them",
    "livingwell/settings/apps_and_pages.py": "where static files lie",
    "livingwell/processes/readiness.py": "asks over HTTP, before Django is set up",
}
#: Pages that are drawn when nothing works, not even looking up an address.
BARE = {"bare.html", "400.html", "500.html"}
_FIXED = re.compile(r"(?:^|/)\^?([\w-]+)(?=/|$)")
_LINK = re.compile(
    r"""(?:href|action|formaction|src|hx-\w+)=["'](/[^"'/][^"']*|/)["']"""
)
_IN_SCRIPT = re.compile(r"""["'`](/[a-z][\w-]*)(?=[/"'`?])""")


def routes(patterns=None, before=""):
    """Every route of ours, whole, with its name; those of other packages left out."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLPattern):
            if one.callback.__module__.partition(".")[0] in APPS:
                yield route, one.name
        else:
            yield from routes(one.url_patterns, route)


#: The fixed parts of our addresses: people, my-story, healthz …
PARTS = {part for route, _ in routes() for part in _FIXED.findall(route)}
PARTS |= {"accounts", "admin", "static"}


def is_address(text):
    """Whether it begins like an address of ours: `/people/…`."""
    found = re.match(r"/([\w-]+)(?:[/?#]|$)", text)
    return bool(found and found[1] in PARTS)


def addresses_in(source):
    """Every text in Python that begins like one, a docstring or an f-string too."""
    for node in ast.walk(ast.parse(source)):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and is_address(text):
            yield text


def test_no_address_of_ours_is_spelt_out_in_python():
    spelt = {
        str(path.relative_to(HOUSE)): found
        for app in APPS
        for path in sorted((HOUSE / app).rglob("*.py"))
        if "migrations" not in path.parts and not path.name.endswith("urls.py")
        if (found := list(addresses_in(path.read_text())))
    }
    assert spelt.keys() == EXCEPTIONS.keys(), spelt


def test_the_search_would_find_one():
    assert {"people", "referrals", "my-story", "mine", "healthz"} <= PARTS
    found = addresses_in('tell(path=f"/people/{pk}/")\nredirect("/today/")')
    assert list(found) == ["/today/", "/people/"]
    assert list(addresses_in('Path(f"/proc/{pid}")\nsay("/ or //")')) == []


def test_no_address_of_ours_is_spelt_out_in_a_template_or_script():
    pages = [path for path in (HOUSE / "templates").rglob("*.*") if path.is_file()]
    linked = {p.name for p in pages if _LINK.search(p.read_text(errors="replace"))}
    assert linked == BARE
    for script in (HOUSE / "static" / "js").glob("*.js"):
        found = _IN_SCRIPT.findall(script.read_text())
        assert not [one for one in found if is_address(one)], script


def test_what_the_settings_say_of_addresses_is_so():
    assert reverse("account_login").startswith(settings.ACCOUNT_PAGES)
    assert reverse("mfa_index").startswith(settings.ACCOUNT_PAGES)
    assert reverse("welcome:my_story", args=["k"]) == f"{settings.OWN_PAGES}k/"
    names = set(settings.FILES_COME_TO)
    assert names == {"welcome:imports", "welcome:add_attachment"}
    assert all(name in DOORS for name in names)
    with_token = [route for route, _ in routes() if ":token>" in route]
    assert len(with_token) > 20
    for route in with_token:
        before = "/" + route.partition("<")[0]
        assert before.endswith(tuple(settings.PRIVATE_LINKS)), route
