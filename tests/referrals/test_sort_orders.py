"""Lists are sorted as the address asks: each row once, in order, over all pages."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from referrals import actions
from referrals.forms.inbox import InboxFilters, OpenInboxFilters
from referrals.forms.sent import SentFilters
from referrals.models import Agreement, Referral, State
from referrals.models.referral_states import WITH_PARTNER
from referrals.reading import sort_orders
from referrals.reading.referrals_listed import at_partners_of, sent_by_teams_of
from welcome.forms.people import PeopleFilters
from welcome.forms.waiting_list import WaitingFilters
from welcome.models import Contact, Introduction, Person
from welcome.reading import people_listed, waiting_list

from .. import factories as make
from ..reading_pages import text
from .sending import send_somebody

#: Two pages of 25 for each list of the inbox.
COUNT = 54


def day(n):
    """Days out of order, and several rows share each: then the key decides."""
    return timezone.now().replace(hour=9, minute=0, second=0, microsecond=0) - (
        timedelta(days=1 + n * 5 % 14)
    )


@pytest.fixture
def referrals(priya, omar, letters):
    """Half are accepted; names, days and changes each in another order."""
    for n in range(COUNT):
        person = make.make_open_person(priya, known_as=f"Person {n * 11 % 9}")
        row = send_somebody(priya, letters, person=person)
        if n % 2:
            actions.accept(row, seen=make.seen(row), by=omar)
        due = timezone.localdate() + timedelta(days=n * 3 % 7)
        Referral.objects.filter(pk=row.pk).update(
            sent_at=day(n), moved_at=day(n + 3), answer_due_on=due
        )
    return Referral.objects.select_related("person", "agreement")


def turned(client, url, of_page):
    """Every row of every page, as one list."""
    found, pages = [], 0
    while url:
        rows, url = of_page(client.get(url))
        found += rows
        pages += 1
    assert pages > 1
    return found


def listed(page):
    return page.context["page"].rows, page.context["page"].older_url


def latest(row):
    return -row.moved_at.timestamp(), -row.pk.int


def newest(row):
    return -row.sent_at.timestamp(), -row.pk.int


def waiting_longest(row):
    return row.state != State.SENT, row.sent_at, row.pk


BY_DAY = {"": latest, "new": newest, "waiting": waiting_longest}
SENT = BY_DAY | {"name": lambda row: (row.person.known_as, row.pk)}
TO_ANSWER = {
    "": lambda row: (row.answer_due_on, row.pk),
    "new": newest,
    "waiting": lambda row: (row.sent_at, row.pk),
}
HELPED = {
    "": latest,
    "unchanged": lambda row: (row.moved_at, row.pk),
    "name": lambda row: (row.called, row.pk),
}


def test_what_a_team_sent_is_in_order_over_all_pages(client, priya, referrals):
    client.force_login(priya)
    for code, key in SENT.items():
        found = turned(client, f"/sent/?need=money&sort={code}", listed)
        assert found == sorted(referrals, key=key), code


def test_a_partners_lists_are_in_order_over_all_pages(client, omar, referrals):
    client.force_login(omar)
    for code, key in BY_DAY.items():
        found = turned(client, f"/referrals/all/?need=money&sort={code}", listed)
        assert found == sorted(referrals, key=key), code

    def waiting(page):
        rows = [referral for referral, _, _ in page.context["waiting"]]
        return rows, page.context["page"].older_url

    for code, key in TO_ANSWER.items():
        found = turned(client, f"/referrals/?sort={code}", waiting)
        assert found == sorted(referrals.filter(state=State.SENT), key=key), code

    def helping(page):
        return page.context["helping"].rows, page.context["helping"].older_url

    for code, key in HELPED.items():
        found = turned(client, f"/referrals/?sort=new&sort_helped={code}", helping)
        helped = referrals.filter(state__in=WITH_PARTNER)
        assert found == sorted(helped, key=key), code


def test_people_are_in_order_over_all_pages(client, priya, team):
    people = [
        make.make_open_person(priya, known_as=f"Person {n * 11 % 9}") for n in range(30)
    ]
    for n, person in enumerate(people):
        Person.objects.filter(pk=person.pk).update(made_at=day(n))
        person.made_at = person.quiet_since = day(n)
    for n, person in enumerate(people[:20]):
        person.quiet_since = day(n * 3)
        Contact.objects.create(
            person=person, by=priya, at=day(n * 3), outcome="spoke", reached=True
        )
    keys = {
        "": lambda person: (person.known_as, person.pk),
        "new": lambda person: (-person.made_at.timestamp(), -person.pk.int),
        "quiet": lambda person: (person.quiet_since, person.pk),
    }
    client.force_login(priya)
    for code, key in keys.items():
        found = turned(client, f"/people/?held=me&sort={code}", listed)
        assert found == sorted(people, key=key), code


def test_the_waiting_list_is_in_order_over_all_pages(client, priya, team):
    rows = [
        make.make_introduction(team, known_as=f"Person {n * 11 % 9}", made_at=day(n))
        for n in range(30)
    ]
    keys = {
        "": lambda row: (row.made_at, row.pk),
        "new": lambda row: (-row.made_at.timestamp(), -row.pk.int),
        "name": lambda row: (row.known_as, row.pk),
    }
    client.force_login(priya)
    for code, key in keys.items():
        found = turned(client, f"/waiting/?so_far=call&sort={code}", listed)
        assert found == sorted(rows, key=key), code


# What a list offers, and what it does not know


@pytest.mark.parametrize(
    ("bar", "field", "orders"),
    [
        (SentFilters, "sort", sort_orders.SENT),
        (InboxFilters, "sort", sort_orders.ASKED),
        (OpenInboxFilters, "sort", sort_orders.TO_ANSWER),
        (OpenInboxFilters, "sort_helped", sort_orders.HELPED),
        (PeopleFilters, "sort", people_listed.SORTED_BY),
        (WaitingFilters, "sort", waiting_list.SORTED_BY),
    ],
)
def test_every_choice_has_its_order(bar, field, orders):
    assert [code for code, _ in bar.base_fields[field].choices] == list(orders)


@pytest.mark.parametrize("odd", ["x", "-pk", "person__formal_name", "%27"])
def test_an_order_that_a_list_does_not_know_is_the_first_one(client, priya, sent, odd):
    client.force_login(priya)
    for url in ("/sent/", "/people/", "/waiting/", "/caseload/"):
        page = client.get(f"{url}?sort={odd}")
        assert page.status_code == 200
        assert page.context["filters"].codes["sort"] == ""


def test_an_order_is_no_filter_and_stays_when_filters_are_cleared(client, priya, sent):
    client.force_login(priya)
    sorted_only = client.get("/sent/?sort=name")
    assert "Clear filters" not in text(sorted_only)
    filtered = text(client.get("/sent/?sort=name&need=grief"))
    assert '<a href="?sort=name">Clear filters</a>' in filtered


def test_a_file_is_in_the_order_of_the_page(client, priya, letters):
    for n, name in enumerate(("Cal", "Amina", "Bo")):
        person = make.make_open_person(priya, known_as=name)
        row = send_somebody(priya, letters, person=person)
        Referral.objects.filter(pk=row.pk).update(sent_at=day(n))
    client.force_login(priya)
    body = b"".join(client.get("/sent.csv?sort=name").streaming_content).decode()
    assert re.findall("Cal|Amina|Bo", body) == ["Amina", "Bo", "Cal"]


def test_a_name_that_a_partner_cannot_read_does_not_sort_its_list(
    client, omar, priya, letters
):
    """“Aaron” would come first by his name; by “LW-…” he comes after “Bea”."""
    rows = []
    for name in ("Aaron", "Bea"):
        person = make.make_open_person(priya, known_as=name)
        row = send_somebody(priya, letters, person=person)
        rows.append(actions.accept(row, seen=make.seen(row), by=omar))
    aaron, bea = rows
    Agreement.objects.filter(pk=aaron.agreement_id).update(
        withdrawn_at=timezone.now(), withdrawn_by=priya
    )
    client.force_login(omar)
    page = client.get("/referrals/?sort_helped=name")
    assert page.context["helping"].rows == [bea, aaron]
    assert "Aaron" not in text(page)


# What it costs

HAS_SORT = re.compile(r"(?<!Incremental )Sort  \(")


def plan_of(rows, by):
    """How the database reads the first page, where every index is worth it."""
    with connection.cursor() as cursor:
        for way in ("seqscan", "bitmapscan", "sort", "hashjoin", "mergejoin"):
            cursor.execute(f"SET LOCAL enable_{way} = off")
    return rows.order_by(*by)[:26].explain()


def test_an_index_reads_each_order_of_a_teams_lists(priya, team):
    for code in ("", "new", "waiting"):
        order = sort_orders.SENT[code]
        rows = order.with_keys(sent_by_teams_of(priya, {}))
        assert not HAS_SORT.search(plan_of(rows, order.by)), code
    for code in ("", "new"):
        by = people_listed.SORTED_BY[code]
        people = Person.objects.visible_to(priya)
        assert not HAS_SORT.search(plan_of(people, by)), code
    for code, by in waiting_list.SORTED_BY.items():
        waiting = Introduction.objects.visible_to(priya).waiting()
        assert not HAS_SORT.search(plan_of(waiting, by)), code


def test_a_name_is_in_another_table_so_what_was_sent_is_sorted_by_it(priya):
    plan = plan_of(sent_by_teams_of(priya, {}), sort_orders.SENT["name"].by)
    assert HAS_SORT.search(plan)
    assert "Seq Scan on referrals_referral" not in plan


def test_an_index_reads_each_order_of_a_partners_lists(omar):
    for code, order in sort_orders.ASKED.items():
        rows = order.with_keys(at_partners_of(omar, {}))
        assert not HAS_SORT.search(plan_of(rows, order.by)), code
    for code, order in sort_orders.TO_ANSWER.items():
        rows = order.with_keys(at_partners_of(omar, {}).waiting_for_an_answer())
        assert not HAS_SORT.search(plan_of(rows, order.by)), code
    for code in ("", "unchanged"):
        order = sort_orders.HELPED[code]
        rows = at_partners_of(omar, {}).filter(state__in=WITH_PARTNER)
        assert not HAS_SORT.search(plan_of(rows, order.by)), code


@pytest.mark.parametrize(
    ("who", "url", "codes"),
    [
        ("priya", "/sent/?sort=", sort_orders.SENT),
        ("priya", "/people/?sort=", people_listed.SORTED_BY),
        ("omar", "/referrals/all/?sort=", sort_orders.ASKED),
        ("omar", "/referrals/?sort=", sort_orders.TO_ANSWER),
        ("omar", "/referrals/?sort_helped=", sort_orders.HELPED),
    ],
)
def test_no_order_asks_more_of_the_database(client, accepted, who, url, codes, request):
    client.force_login(request.getfixturevalue(who))

    def queries(code):
        with CaptureQueriesContext(connection) as asked:
            client.get(f"{url}{code}")
        return len(asked)

    queries("")  # the first page of a session also counts what is new
    assert {code: queries(code) for code in codes} == dict.fromkeys(codes, queries(""))
