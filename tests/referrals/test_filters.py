"""Lists are filtered by codes in the address, say how many, and show no more for it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from referrals import actions
from referrals.models import Referral
from welcome import actions as welcome
from welcome.models import Contact, Event, Look, MapVersion

from .. import factories as make
from ..reading_pages import text
from .sending import send_somebody


@pytest.fixture
def signed_in(client, priya):
    client.force_login(priya)
    return client


@pytest.fixture
def partner(client, omar):
    client.force_login(omar)
    return client


def listed(page):
    return set(page.context["page"].rows)


# Sent


def test_sent_is_filtered_by_state(signed_in, sent, priya, letters, omar):
    other = send_somebody(priya, letters)
    actions.accept(other, seen=make.seen(other), by=omar)
    page = signed_in.get("/sent/?state=sent")
    assert listed(page) == {sent}
    assert "1 of 2" in text(page)


def test_sent_is_filtered_by_an_overdue_answer(signed_in, sent, priya, letters):
    late = send_somebody(priya, letters)
    yesterday = timezone.localdate() - timedelta(days=1)
    Referral.objects.filter(pk=late.pk).update(answer_due_on=yesterday)
    assert listed(signed_in.get("/sent/?answer=overdue")) == {late}


def test_sent_is_filtered_by_need_and_by_who_sent_it(
    signed_in, sent, team, letters, priya
):
    mhairi = make.make_welcomer(team, name="Mhairi Bain")
    other = send_somebody(mhairi, letters)
    assert sent in listed(signed_in.get("/sent/?need=money"))
    assert listed(signed_in.get("/sent/?need=grief")) == set()
    assert listed(signed_in.get(f"/sent/?worker={mhairi.pk}")) == {other}


def test_a_worker_of_another_team_filters_nothing(signed_in, sent, tomasz):
    assert listed(signed_in.get(f"/sent/?worker={tomasz.pk}")) == {sent}


# A partner's own


def test_a_partner_finds_what_has_ended(partner, accepted, omar):
    page = partner.get("/referrals/all/?state=over")
    assert listed(page) == set()
    actions.give_back(accepted, seen=make.seen(accepted), by=omar, **make.NEXT_STEP)
    page = partner.get("/referrals/all/?state=over")
    assert listed(page) == {accepted}


def test_of_what_is_closed_a_partner_sees_no_name_and_finds_no_need(
    partner, accepted, omar
):
    assert listed(partner.get("/referrals/all/?need=money")) == {accepted}
    actions.give_back(accepted, seen=make.seen(accepted), by=omar, **make.NEXT_STEP)
    page = partner.get("/referrals/all/?state=over")
    assert "Amina" not in page.content.decode()
    assert accepted.person.reference in text(page)
    assert listed(partner.get("/referrals/all/?need=money")) == set()


def test_a_stranger_finds_nothing(client, accepted, stranger):
    client.force_login(stranger)
    for asked in ("", "?state=over", "?need=money", "?state=accepted"):
        assert listed(client.get(f"/referrals/all/{asked}")) == set()


def test_a_draft_is_never_on_it(partner, request_made):
    assert listed(partner.get("/referrals/all/")) == set()


def test_a_partner_filters_by_who_helps(partner, accepted, omar, harbour):
    nadia = make.make_partner(harbour, name="Nadia Shah")
    assert listed(partner.get(f"/referrals/all/?worker={omar.pk}")) == {accepted}
    assert listed(partner.get(f"/referrals/all/?worker={nadia.pk}")) == set()


# People and the waiting list


def people_on(page):
    return {person.known_as for person in page.context["people"]}


def test_people_are_filtered_by_who_holds_them(signed_in, amina, accepted, priya, team):
    make.make_open_person(priya, known_as="Una")
    mhairi = make.make_welcomer(team)
    make.make_open_person(mhairi, known_as="Bo")
    assert people_on(signed_in.get("/people/")) == {"Amina", "Una", "Bo"}
    assert people_on(signed_in.get("/people/?held=me")) == {"Una"}
    assert people_on(signed_in.get("/people/?held=team")) == {"Una", "Bo"}


def test_people_to_whom_we_said_farewell_are_listed_if_asked(signed_in, amina, priya):
    gone = make.make_open_person(priya, known_as="Una")
    welcome.say_farewell(gone, by=priya, reason="well", words="Take care.")
    assert people_on(signed_in.get("/people/")) == {"Amina"}
    assert people_on(signed_in.get("/people/?state=closed")) == {"Una"}
    assert people_on(signed_in.get("/people/?state=all")) == {"Amina", "Una"}


def test_people_are_filtered_by_how_quiet_they_are(signed_in, amina, priya):
    talked = make.make_open_person(priya, known_as="Una")
    long_ago = timezone.now() - timedelta(weeks=5)
    Contact.objects.create(
        person=talked, by=priya, at=long_ago, outcome="spoke", reached=True
    )
    assert people_on(signed_in.get("/people/?quiet=4")) == {"Una"}
    assert people_on(signed_in.get("/people/?quiet=8")) == set()


def test_people_are_found_by_what_they_asked_for_or_drew(
    signed_in, request_made, priya
):
    drew = make.make_open_person(priya, known_as="Una")
    sleep = {"id": 1, "words": "Sleep", "more": "", "kind": "body"}
    MapVersion.objects.create(
        person=drew, number=1, needs=[sleep], change="need_added", made_by=priya
    )
    assert people_on(signed_in.get("/people/?need=money")) == {"Amina"}
    assert people_on(signed_in.get("/people/?need=body")) == {"Una"}


def test_the_waiting_list_is_filtered_by_what_was_done(signed_in, priya, team):
    rung, planned, new = (
        make.make_introduction(team, known_as=name) for name in ("A", "B", "C")
    )
    late = make.make_introduction(
        team, known_as="D", made_at=timezone.now() - timedelta(days=9)
    )
    Contact.objects.create(introduction=rung, by=priya, reached=False)
    at = timezone.now() + timedelta(days=1)
    welcome.plan_meeting(planned, by=priya, who=priya, at=at, how="ours", place="")

    def on(asked):
        return listed(signed_in.get(f"/waiting/{asked}"))

    assert on("") == {rung, planned, new, late}
    assert on("?so_far=call") == {planned, new, late}
    assert on("?so_far=planned") == {planned}
    assert on("?so_far=overdue") == {late}


# All of them


@pytest.mark.parametrize(
    "name", ["welcome:people", "welcome:waiting", "welcome:caseload", "referrals:sent"]
)
def test_what_a_list_does_not_know_filters_nothing(signed_in, sent, name):
    url = reverse(name)
    plain = signed_in.get(url)
    odd = signed_in.get(f"{url}?state=x&need=1&quiet=-1&worker=1&so_far=%27&held=z")
    assert odd.status_code == 200
    assert odd.context["shown"] == plain.context["shown"]
    assert not odd.context["filters"].is_filtering


def test_the_next_page_keeps_the_filters(signed_in, priya, letters):
    for _ in range(26):
        send_somebody(priya, letters)
    page = signed_in.get("/sent/?state=sent")
    further = page.context["page"].older_url
    assert "state=sent" in further
    assert len(listed(signed_in.get(further))) == 1
    assert "26 of 26" in text(page)


# As files


def body_of(answer):
    return b"".join(answer.streaming_content).decode("utf-8-sig")


def test_a_partners_file_names_only_whom_it_may_read_about(partner, accepted, omar):
    assert "Amina" in body_of(partner.get("/referrals/all.csv"))
    actions.give_back(accepted, seen=make.seen(accepted), by=omar, **make.NEXT_STEP)
    looks = Look.objects.count()
    body = body_of(partner.get("/referrals/all.csv"))
    assert "Amina" not in body
    assert accepted.person.reference in body
    assert Look.objects.count() == looks


def test_what_was_sent_as_a_file_keeps_the_filters(signed_in, sent):
    assert sent.person.reference in body_of(signed_in.get("/sent.csv?state=sent"))
    assert "Amina" not in body_of(signed_in.get("/sent.csv?state=ended"))
    assert Event.objects.filter(what="list.taken", detail__list="sent").count() == 2


def test_the_inbox_itself_is_filtered(partner, sent, priya, letters, omar):
    late, helped = send_somebody(priya, letters), send_somebody(priya, letters)
    actions.accept(helped, seen=make.seen(helped), by=omar)
    yesterday = timezone.localdate() - timedelta(days=1)
    Referral.objects.filter(pk=late.pk).update(answer_due_on=yesterday)

    def both(page):
        waiting = {referral for referral, _, _ in page.context["waiting"]}
        return waiting, set(page.context["helping"].rows)

    assert both(partner.get("/referrals/")) == ({sent, late}, {helped})
    assert both(partner.get("/referrals/?answer=overdue")) == ({late}, set())
    assert both(partner.get("/referrals/?need=grief")) == (set(), set())
    assert both(partner.get(f"/referrals/?worker={omar.pk}")) == (set(), {helped})
    assert "match these filters" in text(partner.get("/referrals/?need=grief"))
