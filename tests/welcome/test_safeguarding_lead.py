"""The safeguarding lead: a list, one concern, its decisions, and none of the story."""

from datetime import timedelta

from django.utils import timezone

from welcome.models import Look, Role, SafeguardingConcern

from .. import factories as make
from ..reading_pages import text as html

MARKED = "A bruise on her wrist."


def test_the_lead_reads_the_concern_and_never_the_rest_of_the_story(
    concern, amina, sheila
):
    client = make.browser_of(sheila)

    page = html(client.get(f"/safeguarding/{concern.pk}/"))

    assert MARKED in page
    assert "Amina Yusuf" in page
    assert "The letters frighten me." not in page
    assert f"/people/{amina.pk}/" not in page
    assert client.get(f"/people/{amina.pk}/").status_code == 403
    look = Look.objects.get(person=amina, by=sheila)
    assert look.about == f"welcome.SafeguardingConcern:{concern.pk}"


def test_the_lead_begins_at_the_list_where_the_overdue_come_first(amina, priya, sheila):
    today = timezone.localdate()
    for words, days in [("Later", 9), ("Late", -3), ("Soon", 2)]:
        one = make.raise_concern(
            amina, priya, seen_or_said=words, kind="child" if days < 0 else "adult"
        )
        day = today + timedelta(days=days)
        SafeguardingConcern.objects.filter(pk=one.pk).update(review_on=day)

    page = html(make.browser_of(sheila).get("/home/", follow=True))

    assert "3 open. 1 overdue for review." in page
    assert page.index("concern about a child") < page.index("concern about an adult")
    assert "Later" not in page


def test_a_long_list_says_how_many_and_goes_on(amina, priya, sheila):
    for number in range(30):
        make.raise_concern(amina, priya, seen_or_said=f"Number {number}")
    client = make.browser_of(sheila)

    page = client.get("/safeguarding/")

    assert "30 open." in html(page)
    assert html(page).count("Raised by North East Welcome Team") == 25
    older = page.context["open"].older_url
    assert html(client.get(older)).count("Raised by North East Welcome Team") == 5


def test_the_list_asks_no_more_for_many(
    amina, priya, sheila, django_assert_max_num_queries
):
    for number in range(20):
        make.raise_concern(amina, priya, seen_or_said=f"Number {number}")
    client = make.browser_of(sheila)

    with django_assert_max_num_queries(9):
        client.get("/safeguarding/")


def test_the_lead_closes_it_and_reopens_it(concern, sheila):
    client, path = make.browser_of(sheila), f"/safeguarding/{concern.pk}"

    page = html(client.post(f"{path}/close/", {"words": "A new lock."}))
    assert "Choose the outcome" in page
    assert "A new lock." in page
    client.post(f"{path}/close/", {"words": "A new lock.", "outcome": "support"})
    concern.refresh_from_db()
    assert not concern.is_open
    again = make.typed_concern(words="He is back.")
    page = html(client.post(f"{path}/reopen/", again, follow=True))

    assert "He is back." in page
    assert "Reopened." in page


def test_a_team_lead_decides_only_where_the_site_has_no_safeguarding_lead(
    amina, priya, ruth, site
):
    concern = make.raise_concern(amina, priya)
    path = f"/safeguarding/{concern.pk}/close/"
    assert make.browser_of(ruth).get(path).status_code == 200
    assert make.browser_of(priya).get(path).status_code == 403

    board = make.make_organisation(name="Board", site=site)
    make.make_member(Role.SAFEGUARDING, board)

    assert make.browser_of(ruth).get(path).status_code == 403


def test_another_team_and_another_sites_lead_know_nothing_of_it(concern, tomasz):
    board = make.make_organisation(name="Far Board", site=make.make_site())
    far = make.make_member(Role.SAFEGUARDING, board)

    for user in (tomasz, far):
        answer = make.browser_of(user).get(f"/safeguarding/{concern.pk}/")
        assert answer.status_code == 404
    assert "Amina" not in html(make.browser_of(far).get("/safeguarding/"))
