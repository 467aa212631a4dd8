"""Scripts ask who somebody is, and get ranked answers or a sentence."""

import csv
import io
import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from .. import factories as make


@pytest.fixture
def ailsa(team):
    return make.make_person(
        team=team,
        known_as="Ailsa",
        formal_name="Ailsa Drummond",
        born_on=date(1992, 5, 3),
    )


def ask(**how):
    out = io.StringIO()
    call_command("find_person", stdout=out, **how)
    return out.getvalue()


def test_json_answers_with_id_score_and_why(ailsa):
    said = {"name": "Ailsa Drumond", "born": "3 May 1992"}
    (answer,) = json.loads(ask(json=json.dumps(said), site=ailsa.site.slug))

    assert answer["id"] == str(ailsa.pk)
    assert answer["score"] > 6
    assert "a name one letter apart" in answer["why"]


def test_a_file_answers_row_by_row(ailsa, tmp_path):
    file = tmp_path / "newcomers.csv"
    file.write_text("name,born\nNobody Atall,1950\nDrummond Ailsa,03/05/1992\n")
    (answer,) = csv.DictReader(io.StringIO(ask(csv=str(file), site=ailsa.site.slug)))

    assert (answer["row"], answer["rank"], answer["id"]) == ("2", "1", str(ailsa.pk))


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("{", "not JSON"),
        ("[1]", "one object"),
        ('{"nam": "x"}', "Unknown: nam"),
        ("{}", "at least a name"),
        ('{"name": "x", "born": "yesterday"}', "Write a day like"),
        ('{"name": "x", "identifier": "12"}', "ten digits"),
        ('{"name": "x", "postcode": "12"}', "whole postcode"),
        ('{"name": ["x"]}', "must be a text"),
    ],
)
def test_wrong_input_gets_a_sentence_and_code_2(ailsa, said, sentence):
    with pytest.raises(CommandError, match=sentence) as wrong:
        ask(json=said, site=ailsa.site.slug)
    assert wrong.value.returncode == 2


def test_an_unknown_site_or_file_gets_a_sentence(ailsa, tmp_path):
    for how in ({"site": "nowhere"}, {"site": ailsa.site.slug, "csv": "no.csv"}):
        asked = {"json": '{"name": "x"}'} if "csv" not in how else {}
        with pytest.raises(CommandError) as wrong:
            ask(**how, **asked)
        assert wrong.value.returncode == 2


def test_what_a_script_says_is_read_clean(ailsa):
    said = {"name": "Ai\u200blsa\u00a0Drum\u00admond", "born": "٣ May ١٩٩٢"}
    (answer,) = json.loads(ask(json=json.dumps(said), site=ailsa.site.slug))

    assert answer["id"] == str(ailsa.pk)


def test_two_numbers_in_a_phone_get_a_sentence_and_code_2(ailsa):
    said = {"name": "x", "phone": "07700 900118 / 0131 496 0142"}
    with pytest.raises(CommandError, match="Write one number in each box") as wrong:
        ask(json=json.dumps(said), site=ailsa.site.slug)
    assert wrong.value.returncode == 2
