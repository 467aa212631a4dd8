"""Several people of a caseload in one go: to the huddle, or to a colleague."""

import pytest

from welcome import actions
from welcome.models import Handover, Mark, Message

from .. import factories as make
from ..reading_pages import text


@pytest.fixture
def signed_in(client, priya):
    client.force_login(priya)
    return client


@pytest.fixture
def mhairi(team):
    return make.make_welcomer(team, name="Mhairi Bain")


@pytest.fixture
def una(priya):
    return make.make_open_person(priya, known_as="Una")


def send(client, *people, at="/caseload/", **more):
    said = {"people": [str(person.pk) for person in people], "why": "She rang twice."}
    return client.post(at, said | more)


def test_each_comes_up_in_the_huddle_once_however_often_it_is_pressed(
    signed_in, amina, una
):
    for _ in range(2):
        answer = send(signed_in, amina, una, what="huddle")
        assert answer.status_code == 302

    assert set(Mark.objects.values_list("person", "why")) == {
        (amina.pk, "She rang twice."),
        (una.pk, "She rang twice."),
    }
    assert "The team will talk about 2 people." in text(signed_in.get("/caseload/"))


def test_a_colleague_is_asked_and_nothing_changes_until_they_accept(
    signed_in, amina, una, priya, mhairi
):
    send(signed_in, amina, una, what="ask", colleague=str(mhairi.pk))

    asked = Handover.objects.open().filter(to_worker=mhairi)
    assert {handover.person for handover in asked} == {amina, una}
    assert amina.holding.worker == una.holding.worker == priya


def test_a_colleague_is_told_once_of_several_and_by_reference_only(
    signed_in, amina, una, mhairi
):
    for _ in range(2):
        send(signed_in, amina, una, what="ask", colleague=str(mhairi.pk))

    told = Message.objects.get(to=mhairi.email)
    assert told.template == "handovers_offered"
    assert told.path == "/today/asked-to-hold/"


def test_of_one_person_a_colleague_is_told_as_usual(signed_in, amina, mhairi):
    send(signed_in, amina, what="ask", colleague=str(mhairi.pk))
    assert Message.objects.get(to=mhairi.email).template == "handover_offered"


def test_what_is_refused_for_one_stops_no_other_and_is_said(
    signed_in, amina, una, priya, mhairi, team
):
    other = make.make_welcomer(team, name="Rhona Shaw")
    actions.ask_to_hold(amina, by=priya, why="Leave", to_team=team, to_worker=other)
    answer = send(signed_in, amina, una, what="ask", colleague=str(mhairi.pk))
    page = text(signed_in.get(answer.url))

    assert "You asked Mhairi Bain to hold 1 person." in page
    assert "Amina: Rhona Shaw hasn’t answered yet." in page
    assert una.handovers.open().get().to_worker == mhairi


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"what": "huddle", "why": ""}, "Write a few words, so that they know why"),
        ({"what": ""}, "Choose what you want to do with them"),
        ({"what": "ask", "colleague": ""}, "Choose a colleague"),
        ({"what": "huddle", "people": []}, "Tick at least one person above"),
    ],
)
def test_what_is_missing_is_said_and_everything_chosen_stays(
    signed_in, amina, mhairi, said, error
):
    page = text(send(signed_in, amina, **said))

    assert error in page
    assert ("She rang twice." in page) == ("why" not in said)
    if "people" not in said:
        assert f'value="{amina.pk}" checked' in page
    assert not Mark.objects.exists()
    assert not Handover.objects.exists()


def test_only_people_of_this_list_can_be_chosen(signed_in, mhairi, site):
    of_a_colleague = make.make_open_person(mhairi)
    elsewhere = make.make_open_person(make.make_welcomer(make.make_team(site=site)))
    for person in (of_a_colleague, elsewhere):
        page = send(signed_in, person, what="huddle")
        assert "The list has changed." in text(page)
    assert not Mark.objects.exists()


def test_only_a_colleague_of_ones_own_team_can_be_asked(signed_in, amina, site):
    stranger = make.make_welcomer(make.make_team(site=site))
    send(signed_in, amina, what="ask", colleague=str(stranger.pk))
    assert not Handover.objects.exists()


def test_filters_are_still_there_afterwards(signed_in, amina):
    answer = send(signed_in, amina, at="/caseload/?sort=name", what="huddle")
    assert answer.url == "/caseload/?sort=name"
