"""Carol sees how things are, and never who anybody is."""

import csv
import re
from datetime import UTC, date, datetime
from io import StringIO

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from referrals.dashboards import changes
from referrals.dashboards.breakdowns import BREAKDOWNS, IN_NUMERATOR, SPLITS
from referrals.dashboards.measures import MEASURES
from referrals.dashboards.periods import later
from referrals.dashboards.rollups import count_up
from referrals.models import Change, MonthCount
from tests import factories as make
from welcome.models import Event, Role
from welcome.refusals import Refused

from ..reading_pages import text as html

MONTHS = [later(date(2026, 10, 1), -back) for back in range(24)][::-1]


@pytest.fixture(autouse=True)
def november(time_machine):
    time_machine.move_to(datetime(2026, 11, 23, 9, tzinfo=UTC))


# ── Who may see it ───────────────────────────────────────────────────────────


@pytest.fixture
def counted(site, priya, amina):
    """Two years in Edinburgh: forty introductions a month, three of them by police."""
    rows = []
    for month in MONTHS:
        for at in range(40):
            source = "police" if at < 3 else "gp"
            when = datetime(month.year, month.month, 1 + at % 28, 12, tzinfo=UTC)
            for what in ("introduction.made", "conversation.finished"):
                rows.append(
                    Event(
                        what=what,
                        about="x:1",
                        at=when,
                        by=priya,
                        site=site,
                        person=amina,
                        detail={
                            "source": source,
                            "is_first": True,
                            "days": 12 + at % 3,
                        },
                    )
                )
    Event.objects.bulk_create(rows)
    count_up()


PAGES = ["/numbers/"] + [
    f"/numbers/{slug}{ending}" for slug in MEASURES for ending in ("/", ".csv")
]


@pytest.mark.parametrize("address", PAGES)
def test_no_page_of_carols_names_anybody(client, carol, counted, amina, address):
    client.force_login(carol)
    response = client.get(address)
    assert response.status_code == 200
    text = response.content.decode()
    for name in ("Amina", "Yusuf", amina.reference, str(amina.pk)):
        assert name not in text


@pytest.mark.parametrize("address", [PAGES[0], *PAGES[3:5]])
def test_a_page_asks_little_of_the_database(
    client, carol, counted, address, django_assert_max_num_queries
):
    client.force_login(carol)
    with django_assert_max_num_queries(12):
        client.get(address)


def test_a_page_reads_no_person_and_no_event(
    client, carol, counted, django_assert_max_num_queries
):
    client.force_login(carol)
    with django_assert_max_num_queries(12) as asked:
        client.get(reverse("numbers:question", args=["heard"]))
    for query in asked.captured_queries:
        assert "welcome_person" not in query["sql"]
        assert "welcome_event" not in query["sql"]


@pytest.mark.parametrize("who", ["priya", "omar", "stranger", "edith"])
def test_only_commissioners_see_numbers(db, client, request, who):
    client.force_login(request.getfixturevalue(who))
    for page in PAGES[:3]:
        assert client.get(page).status_code == 403


def test_who_is_not_signed_in_is_asked_to(client, db):
    for page in PAGES[:3]:
        assert client.get(page).status_code == 302


@pytest.mark.parametrize("address", PAGES[:3])
def test_another_sites_numbers_are_not_even_known_of(client, carol, address):
    make.make_site(slug="salford", name="Salford")
    client.force_login(carol)
    assert client.get(address, {"site": "salford"}).status_code == 404
    assert client.get(address, {"site": "edinburgh"}).status_code == 200


def test_a_commissioner_of_the_programme_sees_every_site_and_all_together(
    client, site, counted
):
    make.make_site(slug="salford", name="Salford")
    everybody = make.make_member(Role.COMMISSIONER, make.make_organisation())
    client.force_login(everybody)
    for query in ({}, {"site": "salford"}, {"site": "edinburgh"}):
        page = client.get(reverse("numbers:question", args=["heard"]), query)
        assert page.status_code == 200
        assert "The whole programme" in page.content.decode()


def test_a_commissioner_without_a_place_any_more_sees_nothing(client, carol):
    carol.memberships.update(ended_at=datetime(2026, 1, 1, tzinfo=UTC))
    client.force_login(carol)
    assert client.get(PAGES[0]).status_code == 403


def test_an_unknown_question_is_not_there(client, carol):
    client.force_login(carol)
    for page in ("question", "download"):
        address = reverse(f"numbers:{page}", args=["nobody-asks"])
        assert client.get(address).status_code == 404


def test_an_empty_site_has_pages_that_say_so(client, carol):
    client.force_login(carol)
    text = html(client.get(reverse("numbers:question", args=["heard"])))
    assert "There are too few people so far" in text
    assert '<svg class="wide"' not in text


# ── The page ─────────────────────────────────────────────────────────────────


def test_a_chart_has_its_words_its_table_and_no_style_or_script(client, carol, counted):
    client.force_login(carol)
    text = html(client.get(reverse("numbers:question", args=["heard"])))
    charts = re.findall(r"<svg class=\"(?:wide|tall)\".*?</svg>", text, re.DOTALL)
    assert len(charts) == 2
    for chart in charts:
        assert 'role="img"' in chart and "<title" in chart and "<desc" in chart
        assert "style=" not in chart and "<script" not in chart
    assert "All 23 months as a table" in text
    assert "How we count it" in text


def test_the_few_whom_the_police_brought_are_hidden(client, carol, counted):
    client.force_login(carol)
    page = client.get(reverse("numbers:download", args=["introductions"]))
    rows = list(csv.reader(StringIO(page.content.decode("utf-8-sig"))))
    by_source = {row[3]: row[5] for row in rows if row[2].startswith("By who")}
    assert by_source["GP practice"] == "110"
    assert by_source["Police"] == "10"  # nine in a quarter
    assert by_source["Hospital"] == "*"
    assert all(cell == "*" or int(cell) % 5 == 0 for cell in by_source.values())


# ── A change we tried ────────────────────────────────────────────────────────


@pytest.fixture
def mornings(site, carol):
    return changes.note(
        site, by=carol, name="drop-in mornings", hypothesis="Nobody waits for letters.",
        began_on=date(2026, 2, 2), measure="heard",
    )  # fmt: skip


def test_a_change_that_carol_notes_is_drawn_on_the_chart(client, carol, site, counted):
    client.force_login(carol)
    said = {
        "name": "drop-in mornings", "hypothesis": "Nobody waits for a letter.",
        "began_on_0": "2", "began_on_1": "February", "began_on_2": "2026",
        "measure": "heard", "site": str(site.pk),
    }  # fmt: skip
    page = client.post(reverse("numbers:note_change"), said, follow=True)
    text = page.content.decode()
    assert "drop-in mornings, February 2026" in text
    assert "months before drop-in mornings" in text
    assert Event.objects.filter(what="change.noted", by=carol, site=site).exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": " "}, {"hypothesis": ""}, {"began_on_1": "soon"},
        {"began_on_2": "2036"}, {"site": "7"}, {"measure": "names"},
    ],
)  # fmt: skip
def test_a_change_with_something_amiss_keeps_what_was_typed(client, carol, site, wrong):
    client.force_login(carol)
    said = {
        "name": "mornings", "hypothesis": "No letters.",
        **make.in_boxes("began_on", date(2026, 2, 2)),
        "measure": "", "site": str(site.pk),
    }  # fmt: skip
    page = client.post(reverse("numbers:note_change"), said | wrong)
    assert page.status_code == 200
    assert "Error:" in page.content.decode()
    assert not Change.objects.exists()


def test_carol_notes_nothing_at_another_site(client, carol):
    elsewhere = make.make_site()
    client.force_login(carol)
    said = {
        "name": "x",
        "hypothesis": "y",
        **make.in_boxes("began_on", date(2026, 2, 2)),
        "measure": "",
    }
    client.post(reverse("numbers:note_change"), said | {"site": elsewhere.pk})
    assert not Change.objects.exists()


def test_a_double_click_notes_a_change_once(site, carol, mornings):
    again = changes.note(
        site,
        by=carol,
        name=mornings.name,
        hypothesis="Nobody waits for letters.",
        began_on=mornings.began_on,
        measure="heard",
    )
    assert again == mornings
    assert Event.objects.filter(what="change.noted").count() == 1


def test_new_limits_have_who_when_and_why(client, carol, mornings, counted):
    client.force_login(carol)
    address = reverse("numbers:set_limits", args=[mornings.pk])
    page = client.post(address, {"why": "Nine months, and it lasted."}, follow=True)
    assert "New limits from here, set by Carol Reid on 23 November 2026" in html(page)
    mornings.refresh_from_db()
    assert (mornings.rebased_by, mornings.rebase_from) == (carol, True)
    assert client.post(address, {"why": "Again"}).status_code == 409


def test_new_limits_are_set_once(carol, mornings):
    changes.set_new_limits(mornings, by=carol, why="It has lasted.")
    with pytest.raises(Refused):
        changes.set_new_limits(mornings, by=carol, why="Again.")


def test_nobody_sets_limits_at_another_site(client, carol, mornings):
    other = make.make_organisation(site=make.make_site())
    client.force_login(make.make_member(Role.COMMISSIONER, other))
    address = reverse("numbers:set_limits", args=[mornings.pk])
    assert client.get(address).status_code == 404


def test_the_database_wants_a_reason_for_new_limits(mornings):
    with pytest.raises(IntegrityError), transaction.atomic():
        Change.objects.filter(pk=mornings.pk).update(rebase_from=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Change.objects.filter(pk=mornings.pk).update(hypothesis=" ")


def test_every_own_group_of_a_numerator_is_a_group():
    for slug, groups in IN_NUMERATOR.items():
        assert groups < SPLITS[slug].keys()
    assert MonthCount._meta.get_field("group").max_length >= max(
        len(code)
        for one in [*SPLITS.values(), *(b.groups for b in BREAKDOWNS)]
        for code in one
    )
