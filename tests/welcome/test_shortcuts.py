"""Single-key shortcuts are on until somebody turns them off: WCAG 2.2, 2.1.4."""

import re
from pathlib import Path

import pytest

from welcome.models import Event

JS = Path(__file__).parents[2] / "static" / "js"


@pytest.mark.parametrize("name", ["priya", "omar"])
def test_each_user_turns_them_off_for_themselves(client, request, name):
    user = request.getfixturevalue(name)
    client.force_login(user)
    assert "data-shortcuts" not in client.get("/settings/").content.decode()
    said = {"uses_shortcuts": "no", "wants_digest": "no"}
    client.post("/settings/", said)
    client.post("/settings/", said)

    assert 'data-shortcuts="off"' in client.get("/settings/").content.decode()
    chosen = Event.objects.get(what="shortcuts.chosen")
    assert (chosen.by, chosen.detail) == (user, {"on": False})


def test_a_partner_is_not_asked_about_an_e_mail_of_a_page_they_lack(client, omar):
    client.force_login(omar)
    assert list(client.get("/settings/").context["form"].fields) == ["uses_shortcuts"]


def test_both_settings_are_wrong_at_once(client, priya):
    client.force_login(priya)
    page = client.post("/settings/", {"uses_shortcuts": "often"})
    assert set(page.context["form"].errors) == {"uses_shortcuts", "wants_digest"}


@pytest.mark.parametrize("file", sorted(JS.glob("*.js")), ids=lambda file: file.name)
def test_no_script_listens_to_a_letter_or_a_figure_against_the_setting(file):
    words = file.read_text()
    single = re.search(r"data-key=|\[0-7\]\$|\bj: 1", words)
    if single and "nhsuk" not in file.name:
        assert 'dataset.shortcuts === "off"' in words
