"""The huddle: who comes up, one decision for each, and nothing lost between two."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, InternalError, ProgrammingError, transaction
from django.utils import timezone

from referrals import actions as referrals
from welcome import actions
from welcome.models import Decision, Event, Huddle, Mark, Task, User
from welcome.reading import huddle_agenda, huddle_reasons
from welcome.reading.huddle_reasons import quiet_people
from welcome.refusals import Refused

from .. import factories as make
from ..reading_pages import text as html


@pytest.fixture
def huddle(team, priya):
    return actions.begin_huddle(team, by=priya, there=[])


@pytest.fixture
def colleague(team):
    return make.make_welcomer(team, name="Callum Reid")


def comes_up(team, user):
    found = huddle_agenda.agenda(team, user).turns
    return {t.about.known_as: [r.kind for r in t.reasons] for t in found}


def heard(person, by, days=1):
    at = timezone.now() - timedelta(days=days)
    return make.make_conversation(
        person, by, started_at=at, finished_at=at, finished_by=by, was_read_back=True
    )


def test_everyone_new_marked_and_given_back_comes_up(
    team,
    priya,
    amina,
    sent,
    omar,
):
    make.make_introduction(team, known_as="Ruth")
    ben = make.make_open_person(priya, known_as="Ben")
    heard(ben, priya)
    actions.raise_in_huddle(ben, by=priya, why="He has moved house.")
    referrals.give_back(
        sent, seen=make.seen(sent), by=omar, reason="full", suggestion="Try Lantern"
    )

    assert list(comes_up(team, priya).items()) == [
        ("Amina", ["back"]),
        ("Ben", ["marked", "new"]),
        ("Ruth", ["new"]),
    ]


def test_whoever_is_quiet_for_long_comes_up(team, priya, amina, settings, monkeypatch):
    assert comes_up(team, priya) == {}
    later = timezone.now() + timedelta(days=settings.QUIET_AFTER_DAYS + 1)
    monkeypatch.setattr(huddle_reasons.timezone, "now", lambda: later)
    assert comes_up(team, priya) == {"Amina": ["quiet"]}


def test_what_the_clock_does_by_itself_breaks_no_silence(team, amina, priya, db):
    later = timezone.now() + timedelta(days=40)
    clock = User.objects.hand("clock")
    Event.objects.create(what="x", at=later, by=clock, person=amina, about="x")
    before = timezone.now() + timedelta(days=30)
    assert [pk for pk, _ in quiet_people(team.people.all(), before)] == [amina.pk]


def test_a_decision_takes_them_off_and_makes_one_task(
    team, priya, colleague, amina, huddle
):
    heard(amina, priya)
    actions.raise_in_huddle(amina, by=priya, why="She asked for you, Callum.")
    made = {"by": priya, "huddle": huddle, "words": "Callum rings her."}
    first = actions.decide(amina, whose=colleague, **made)
    again = actions.decide(amina, whose=colleague, **made)

    assert first == again
    assert comes_up(team, priya) == {}
    assert Mark.objects.get().taken_off == first
    assert Task.objects.get().whose == colleague
    event = Event.objects.get(what="huddle.decided")
    assert "rings" not in str(event.detail)


def test_the_second_of_two_is_shown_what_the_first_decided(
    priya, colleague, amina, huddle
):
    first = actions.decide(amina, by=colleague, huddle=huddle, words="We visit.")
    with pytest.raises(actions.DecidedSince) as since:
        actions.decide(amina, by=priya, huddle=huddle, words="We ring.")
    assert since.value.decision == first

    mine = actions.decide(
        amina, by=priya, huddle=huddle, words="We ring.", instead_of=str(first.pk)
    )
    assert list(Decision.objects.standing()) == [mine]
    assert mine.replaces == first


def test_the_page_gives_the_second_her_words_back(
    client, priya, colleague, amina, huddle
):
    actions.decide(amina, by=colleague, huddle=huddle, words="We visit.")
    client.force_login(priya)
    about = {"about": f"person:{amina.pk}", "words": "We ring her."}
    page = client.post(f"/huddle/{huddle.pk}/decide/", about)

    assert "Callum Reid has already decided" in page.content.decode()
    assert "We visit." in page.content.decode()
    assert "We ring her." in page.content.decode()


@pytest.mark.parametrize(
    ("due", "error"),
    [(("1", "1", "2001"), "on or after"), (("3", "", "2027"), "Add a month")],
)
def test_a_wrong_day_is_said_beside_the_three_boxes(
    client, priya, amina, huddle, due, error
):
    client.force_login(priya)
    said = {"about": f"person:{amina.pk}", "words": "Ring", "whose": str(priya.pk)}
    said |= {f"due_on_{n}": part for n, part in enumerate(due)}
    page = client.post(f"/huddle/{huddle.pk}/decide/", said).content.decode()

    assert error in page
    assert f'value="{due[2]}"' in page and 'value="Ring"' in page
    assert not Decision.objects.exists()


def test_a_decision_that_is_replaced_asks_nobody_any_more(
    client, priya, colleague, amina, huddle
):
    first = actions.decide(
        amina, by=priya, huddle=huddle, words="Callum rings.", whose=colleague
    )
    actions.decide(
        amina, by=priya, huddle=huddle, words="I do.", whose=priya,
        instead_of=str(first.pk),
    )  # fmt: skip
    assert [task.whose for task in Task.objects.to_do()] == [priya]


def test_a_task_stands_on_today_until_it_is_done(client, priya, amina, huddle):
    actions.decide(amina, by=priya, huddle=huddle, words="Ring her.", whose=priya)
    client.force_login(priya)
    assert "Ring her." in html(client.get("/today/"))
    assert "Ring her." in html(client.get(f"/people/{amina.pk}/"))

    client.post(f"/tasks/{Task.objects.get().pk}/done/")
    assert "Ring her." not in html(client.get("/today/"))
    assert Event.objects.filter(what="task.done", person=amina).count() == 1


def test_after_the_end_nothing_is_decided_and_the_next_can_begin(
    team, priya, amina, huddle
):
    actions.end_huddle(huddle, by=priya)
    with pytest.raises(Refused):
        actions.decide(amina, by=priya, huddle=huddle, words="Too late")
    assert actions.begin_huddle(team, by=priya, there=[]) != huddle


def test_a_huddle_is_begun_once_by_two(team, priya, colleague, huddle):
    assert actions.begin_huddle(team, by=colleague, there=[]) == huddle
    assert set(huddle.there.all()) == {priya, colleague}


def test_the_minutes_can_be_read_the_next_day(client, priya, amina, huddle):
    actions.decide(amina, by=priya, huddle=huddle, words="We visit on Friday.")
    actions.end_huddle(huddle, by=priya)
    client.force_login(priya)
    assert "We visit on Friday." in html(client.get(f"/huddle/{huddle.pk}/"))


def test_another_team_sees_nobody(client, tomasz, priya, amina, huddle):
    actions.raise_in_huddle(amina, by=priya, why="Her post.")
    client.force_login(tomasz)
    assert "Amina" not in html(client.get("/huddle/"))
    theirs = actions.begin_huddle(tomasz.first_team, by=tomasz, there=[])
    said = {"about": f"person:{amina.pk}", "words": "x"}
    assert client.post(f"/huddle/{theirs.pk}/decide/", said).status_code == 404


def test_the_wall_shows_a_first_name_and_a_letter_and_nothing_else(
    client, priya, amina, huddle
):
    actions.raise_in_huddle(amina, by=priya, why="Her post frightens her.")
    client.force_login(priya)
    text = html(client.get("/huddle/?wall=1"))

    assert "Amina Y." in text
    assert "Yusuf" not in text
    assert "post" not in text.partition("<main")[2].partition("</main")[0]


def test_500_people_cost_as_many_queries_as_three(
    client, team, priya, amina, huddle, django_assert_max_num_queries
):
    for _ in range(500):
        person = make.make_open_person(priya, team=team)
        Mark.objects.create(person=person, made_by=priya, why="x")
        make.make_introduction(team)
    client.force_login(priya)

    with django_assert_max_num_queries(24):
        page = client.get("/huddle/")
    assert len(page.context["turns"]) == huddle_agenda.AT_MOST
    assert page.context["agenda"].figures == "99+"


def test_everybody_who_comes_up_can_be_reached(client, team, priya, amina, huddle):
    names = {"Amina", *(f"Newcomer {n:02}" for n in range(25))}
    actions.raise_in_huddle(amina, by=priya, why="Her post.")
    for name in names - {"Amina"}:
        make.make_introduction(team, known_as=name)
    client.force_login(priya)
    found, page = [], client.get("/huddle/")
    assert "<b>10 of 26</b>" in html(page)
    while True:
        found += [turn.about.known_as for turn in page.context["turns"]]
        mark = page.context["agenda"].next_mark
        if not mark:
            break
        page = client.get("/huddle/", {"after": mark})

    assert sorted(found) == sorted(names)


def test_a_page_after_somebody_who_was_decided_about_begins_again(
    client, team, priya, amina, huddle
):
    waiting = [make.make_introduction(team) for _ in range(15)]
    client.force_login(priya)
    mark = client.get("/huddle/").context["agenda"].next_mark
    last = client.get("/huddle/").context["turns"][-1].about
    actions.decide(last, by=priya, huddle=huddle, words="We ring.")

    page = client.get("/huddle/", {"after": mark})

    shown = {turn.about for turn in page.context["turns"]}
    assert last not in shown
    assert waiting[0] in shown | {amina}


@pytest.mark.parametrize("mark", ["x", "x:y:z", "", "%00"])
def test_a_senseless_mark_begins_at_the_beginning(client, team, priya, huddle, mark):
    make.make_introduction(team)
    client.force_login(priya)
    assert client.get("/huddle/", {"after": mark}).context["turns"]


def test_what_was_decided_is_cut_and_the_minutes_have_all(client, team, priya, huddle):
    for n in range(7):
        asked = make.make_introduction(team)
        actions.decide(asked, by=priya, huddle=huddle, words=f"Ring {n}.")
    client.force_login(priya)

    page = html(client.get("/huddle/"))

    assert "<b>3 of 7</b>" in page
    assert f'href="/huddle/{huddle.pk}/"' in page


def test_every_huddle_that_is_over_can_be_found(client, team, priya):
    for _ in range(26):
        begun = actions.begin_huddle(team, by=priya, there=[])
        actions.end_huddle(begun, by=priya)
    client.force_login(priya)

    page = client.get("/huddle/minutes/").context["page"]

    assert len(page.rows) == 25
    assert len(client.get(page.older_url).context["page"].rows) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        lambda h, a, p: Huddle.objects.create(team=h.team, begun_by=p),
        lambda h, a, p: Huddle.objects.filter(pk=h.pk).update(ended_at=timezone.now()),
        lambda h, a, p: Mark.objects.create(person=a, made_by=p, why=""),
        lambda h, a, p: [
            Mark.objects.create(person=a, made_by=p, why="x") for _ in "12"
        ],
        lambda h, a, p: Decision.objects.create(
            huddle=h, person=a, decided_by=p, words=""
        ),
        lambda h, a, p: Decision.objects.create(huddle=h, decided_by=p, words="x"),
        lambda h, a, p: [
            Decision.objects.create(huddle=h, person=a, decided_by=p, words="x")
            for _ in "12"
        ],
        lambda h, a, p: [
            Decision.objects.create(
                huddle=h,
                introduction=make.make_introduction(h.team)
                if n == "1"
                else Decision.objects.get().introduction,
                decided_by=p,
                words="x",
            )
            for n in "12"
        ],
        lambda h, a, p: Task.objects.create(
            decision=Decision.objects.create(
                huddle=h, person=a, decided_by=p, words="x"
            ),
            whose=p,
            due_on=timezone.localdate(),
            done_at=timezone.now(),
        ),
    ],
)
def test_the_database_refuses(huddle, amina, priya, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        wrong(huddle, amina, priya)


def test_the_words_of_a_decision_are_never_rewritten(huddle, amina, priya):
    actions.decide(amina, by=priya, huddle=huddle, words="We visit.")
    with (
        pytest.raises((InternalError, ProgrammingError, IntegrityError)),
        transaction.atomic(),
    ):
        Decision.objects.update(words="We do not.")
