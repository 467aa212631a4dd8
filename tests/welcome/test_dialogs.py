"""DIALOG and typed totals: items left out, nothing off the scale or rewritten."""

import uuid
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone

from welcome import actions
from welcome.models import Dialog, Event, TypedTotal
from welcome.models.dialogs import ITEMS
from welcome.reading.dialog_history import dialogs_of, totals_of
from welcome.reading.personal_data_export import copy_of
from welcome.refusals import Refused

from .. import factories as make
from ..reading_pages import text


def fill_in(person, by, *, once=None, **more):
    given = {k: more.pop(k) for k in list(more) if k in ITEMS}
    return actions.fill_in(
        person, by=by, once=once or uuid.uuid4(), answers=given, **more
    )


def last():
    return Event.objects.filter(what="dialog.filled").latest("pk").detail


def days_ago(days):
    return timezone.now() - timedelta(days=days)


def test_means_are_of_what_was_answered_and_there_is_no_total(amina, priya):
    fill_in(amina, priya, job=2, family=5, meetings=7)
    assert last() == {
        "quality": 3.5, "help": 7, "again": False, "better": [], "worse": [],
        "corrects": False,
    }  # fmt: skip


def test_each_item_is_compared_with_the_first_time_it_was_answered(amina, priya):
    fill_in(amina, priya, job=2, family=5)
    fill_in(amina, priya, family=4, safety=1)
    fill_in(amina, priya, job=3, safety=1)
    assert (last()["better"], last()["worse"]) == (["job"], ["family"])
    assert last()["again"] is True


def test_pressing_twice_fills_in_once(amina, priya):
    once = uuid.uuid4()
    for _ in range(2):
        fill_in(amina, priya, once=once, job=4)
    assert amina.dialogs.count() == 1


def test_one_typed_wrongly_is_replaced_and_stays_in_the_copy(amina, priya):
    wrong = fill_in(amina, priya, job=7, filled_at=days_ago(3))
    fill_in(amina, priya, job=1, replaces=wrong, filled_at=wrong.filled_at)
    assert [d.job for d in dialogs_of(amina).dialogs] == [1]
    assert [d["job"] for d in copy_of(amina)["dialog"]] == [7, 1] or [
        d["job"] for d in copy_of(amina)["dialog"]
    ] == [1, 7]
    assert last()["corrects"] is True
    with pytest.raises(Refused, match="just corrected"):
        fill_in(amina, priya, job=2, replaces=wrong)


@pytest.mark.parametrize("item", ITEMS)
@pytest.mark.parametrize("answer", [0, 8, -1])
def test_the_database_refuses_an_answer_off_the_scale(amina, priya, item, answer):
    """National data has eights in it. Ours has not."""
    with pytest.raises(IntegrityError, match=f"dialog_{item}_is_from_1_to_7"):
        make.make_dialog(amina, priya, **{item: answer})


def test_the_database_refuses_one_without_any_answer(amina, priya):
    with pytest.raises(IntegrityError, match="dialog_answers_something"):
        Dialog.objects.create(person=amina, by=priya)


@pytest.mark.parametrize(
    ("scale", "total"),
    [("reqol10", -1), ("reqol10", 41), ("swemwbs", 6), ("swemwbs", "35.01"),
     ("else", 10)],
)  # fmt: skip
def test_the_database_refuses_a_total_that_cannot_be(amina, priya, scale, total):
    with pytest.raises(IntegrityError, match="total_is_one_that_the_scale_can_have"):
        TypedTotal.objects.create(
            person=amina, by=priya, scale=scale, total=Decimal(total)
        )


@pytest.mark.parametrize(
    "rewrite",
    [
        "UPDATE welcome_dialog SET job = 7",
        "UPDATE welcome_dialog SET filled_at = now()",
        "DELETE FROM welcome_dialog",
        "UPDATE welcome_typedtotal SET total = 30",
        "DELETE FROM welcome_typedtotal",
    ],
)
def test_no_number_is_rewritten(amina, priya, rewrite):
    make.make_dialog(amina, priya)
    type_total(amina, priya, "reqol10", 12)
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        connection.cursor().execute(rewrite)


def type_total(person, by, scale, total, **more):
    return actions.type_total(
        person, by=by, once=uuid.uuid4(), scale=scale, total=Decimal(total), **more
    )


def test_totals_of_reqol_are_compared_and_those_of_swemwbs_only_told(amina, priya):
    type_total(amina, priya, "reqol10", 20)
    type_total(amina, priya, "reqol10", 14, filled_at=days_ago(60))
    type_total(amina, priya, "swemwbs", "19.25")
    type_total(amina, priya, "swemwbs", 30)
    reqol, swemwbs = totals_of(amina)
    assert (reqol.told, reqol.change.verdict) == ("14, then 20", "reliably better")
    assert (swemwbs.told, swemwbs.change.verdict) == ("19.25, then 30", "")
    assert Event.objects.filter(what="total.typed").latest("pk").detail == {
        "scale": "swemwbs"
    }


def test_a_total_typed_wrongly_counts_no_more_and_stays(amina, priya):
    type_total(amina, priya, "swemwbs", 30)
    type_total(amina, priya, "reqol10", 12)
    type_total(amina, priya, "reqol10", 21, is_slip=True)
    assert [row.told for row in totals_of(amina)] == [
        "21, answered once",
        "30, answered once",
    ]
    assert len(copy_of(amina)["totals"]) == 3


def test_what_is_seen_says_in_words_what_the_picture_shows(amina, priya):
    make.make_dialog(amina, priya, job=2, family=5, filled_at=days_ago(90))
    make.make_dialog(amina, priya, job=4, family=5)
    seen = dialogs_of(amina)
    assert seen.summary == "Reliably better: job situation. Reliably worse: none."
    rows = {row.label: row for row in seen.items}
    assert rows["Job situation"].told == "2, then 4"
    assert rows["Job situation"].stones.label == "From 2 to 4, out of 7"
    assert rows["Medication"].told == "not answered yet"
    assert rows["Medication"].cells == ["–", "–"]
    assert [row.cells for row in seen.means] == [["3.5", "4.5"], ["–", "–"]]


def test_the_table_keeps_the_first_and_the_latest(amina, priya):
    for day in range(9):
        make.make_dialog(amina, priya, job=1, filled_at=days_ago(day))
    seen = dialogs_of(amina)
    assert seen.columns == [seen.dialogs[0], *seen.dialogs[-5:]]
    assert all(len(row.cells) == 6 for row in seen.items)


def test_priya_fills_it_in_and_the_page_shows_it(client, priya, amina):
    client.force_login(priya)
    address = f"/people/{amina.pk}/dialog/"
    said = {"once": uuid.uuid4(), "job": 3, "family": "", "place": "The library"}
    assert client.post(address, said).status_code == 302
    dialog = amina.dialogs.get()
    assert (dialog.job, dialog.family, dialog.place) == (3, None, "The library")
    page = text(client.get(address))
    assert "Stefan Priebe" in page and 'aria-label="3 out of 7"' in page


def test_everything_is_kept_where_something_is_wrong(client, priya, amina):
    client.force_login(priya)
    said = {"once": uuid.uuid4(), "job": 8, "family": 6, "place": "The library"}
    page = text(client.post(f"/people/{amina.pk}/dialog/", said))
    assert "Job situation: choose a number from 1 to 7" in page
    assert 'name="family" value="6" checked' in page
    assert 'value="The library"' in page
    assert not amina.dialogs.exists()


def test_leaving_out_all_of_them_is_not_a_filling_in(client, priya, amina):
    client.force_login(priya)
    said = {"once": uuid.uuid4()}
    page = text(client.post(f"/people/{amina.pk}/dialog/", said))
    assert "Answer at least one of the eleven" in page


def test_it_is_put_right_on_a_page_that_starts_from_what_was_typed(
    client, priya, amina
):
    wrong = make.make_dialog(amina, priya, job=7, filled_at=days_ago(20))
    client.force_login(priya)
    address = f"/dialogs/{wrong.pk}/correct/"
    assert 'name="job" value="7" checked' in text(client.get(address))
    day = timezone.localdate(wrong.filled_at)
    said = {"once": uuid.uuid4(), "job": 1, "day_0": day.day, "day_1": day.month,
            "day_2": day.year}  # fmt: skip
    assert client.post(address, said).status_code == 302
    [now] = amina.dialogs.current()
    assert (now.job, now.filled_at, now.replaces) == (1, wrong.filled_at, wrong)
    assert client.get(address).status_code == 404


def test_a_total_off_the_scale_is_refused_with_a_sentence(client, priya, amina):
    client.force_login(priya)
    said = {"total-once": uuid.uuid4(), "total-scale": "reqol10", "total-total": "41"}
    page = text(client.post(f"/people/{amina.pk}/dialog/total/", said))
    assert "Check the total: ReQoL-10 goes from 0 to 40" in page
    assert not amina.typed_totals.exists()
