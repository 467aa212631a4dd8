"""Every package the product runs on has its licence named in NOTICE."""

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest


def _declared(name):
    try:
        return metadata(name).get("License-Expression")
    except PackageNotFoundError:  # for another system or version of Python
        return None


ROOT = Path(__file__).resolve().parents[2]
LINES = (ROOT / "NOTICE").read_text().splitlines()
PACKAGES = sorted(
    set(
        re.findall(
            r"^([a-z0-9._-]+)(?:\[.*\])?==",
            (ROOT / "requirements.lock").read_text(),
            re.M | re.I,
        )
    )
)
#: By name: its licence and our remark, read from “name | licence | remark”.
NOTICED = {
    name: (licence, remark)
    for line in LINES
    if line.count("|") in (1, 2)
    for name, licence, remark in [[part.strip() for part in f"{line}|".split("|")][:3]]
    if not name.startswith(" ")
}
#: What the installed packages say themselves, where they say it in one expression.
DECLARED = {name: said for name in PACKAGES if (said := _declared(name))}
#: Licences that ask something of whoever passes the program on.
COPYLEFT = re.compile(r"\b(A?GPL|LGPL|MPL|CC-BY-SA|EUPL)")
#: Under these alone, ours would have to be published under them too.
NEVER = re.compile(r"^A?GPL-[\d.]+(-only|-or-later)?$")


def test_there_are_packages():
    assert len(PACKAGES) > 30


@pytest.mark.parametrize("name", PACKAGES)
def test_every_package_has_a_line_in_the_notice(name):
    licence, _ = NOTICED[name]
    assert licence


@pytest.mark.parametrize("name", sorted(DECLARED))
def test_the_notice_names_the_licence_the_package_declares(name):
    assert NOTICED[name][0] == DECLARED[name]


def test_the_notice_names_no_package_that_is_gone():
    assert set(NOTICED) <= set(PACKAGES)


@pytest.mark.parametrize("name", PACKAGES)
def test_no_package_is_under_the_gpl_and_each_copyleft_licence_has_a_remark(name):
    licence, remark = NOTICED[name]
    assert not NEVER.match(licence)
    assert remark or not COPYLEFT.search(licence)


@pytest.mark.parametrize(
    "licence",
    [
        "LICENSE",
        "static/css/LICENCE-nhsuk-frontend.txt",
        "static/fonts/LICENCE-atkinson-hyperlegible.txt",
        "static/fonts/LICENCE-literata.txt",
        "templates/paper/fonts/LICENCE-atkinson-hyperlegible.txt",
        "templates/paper/fonts/LICENCE-literata.txt",
        "tests/data/nhsuk/LICENCE.txt",
        "tests/data/open_referral/NOTICE.md",
    ],
)
def test_every_licence_text_is_here_and_not_empty(licence):
    assert len((ROOT / licence).read_text()) > 500
    assert licence == "LICENSE" or licence in (ROOT / "NOTICE").read_text()
