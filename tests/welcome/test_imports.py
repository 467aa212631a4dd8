"""A team's own list is brought over: nobody twice, nobody lost, nobody unheld."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.db import IntegrityError
from time_machine import travel

from welcome import actions, tasks
from welcome.actions import import_files, imports
from welcome.import_runs import batches, bringing
from welcome.imports import shelf
from welcome.models import Event, Import, ImportRow, Person, Role
from welcome.refusals import Refused

from .. import factories as make

pytestmark = pytest.mark.django_db
LIST = """Surname,Forename,DOB,Mobile,Notes,Shoe size
Yusufu,Hodan,03/05/1992,07700 900118,Letters and debt,38
Reid,Tam,1960,7700900119,,44
,,,,nobody,
Unknown,-,31/02/1990,,,
"""


@pytest.fixture
def lena(team):
    """She leads Amina's welcome team."""
    return make.make_member(Role.LEAD, team, name="Lena Grant")


def take(lena, text, **given):
    return import_files.take_file(
        text.encode(), by=lena, team=lena.first_team, file_name="list.csv"
    )


def look(lena, text=LIST):
    taken = take(lena, text)
    imports.name_columns(taken, by=lena, codes=taken.columns)
    batches.go_on(taken.pk)
    taken.refresh_from_db()
    return taken


def bring(lena, text=LIST):
    taken = look(lena, text)
    if taken.rows.to_bring().exists():
        imports.run(taken, seen=make.seen(taken), by=lena)
        batches.go_on(taken.pk)
        taken.refresh_from_db()
    return taken


def verdicts(taken):
    return dict(taken.rows.values_list("number", "verdict"))


def test_a_dry_run_says_what_would_become_of_each_row_and_makes_nobody(lena):
    taken = look(lena)

    assert taken.state == "ready"
    assert verdicts(taken) == {2: "new", 3: "new", 4: "bad", 5: "bad"}
    assert "no name" in taken.rows.get(number=4).why
    assert shelf.not_mapped(taken) == ["Shoe size"]
    assert not Person.objects.exists()


def test_whoever_is_brought_over_is_held_by_the_team_from_that_moment(lena, team):
    taken = bring(lena)
    hodan = Person.objects.get(known_as="Hodan")

    assert taken.state == "done"
    assert hodan.is_open and hodan.holding.team == team
    assert hodan.formal_name == "Hodan Yusufu"
    assert hodan.contact_wish.phone_digits == "07700900118"
    assert hodan.passages.get().words == "Letters and debt"
    assert hodan.passages.get().voice == "team"
    assert set(hodan.events.values_list("what", flat=True)) == {
        "person.brought_over", "passage.added",
    }  # fmt: skip


def test_their_doctor_is_brought_over_too(lena):
    bring(lena, "Name,GP Surgery,GP Tel\nHodan Yusufu,Shore Surgery,1314960120\n")
    hodan = Person.objects.get(known_as="Hodan")

    assert (hodan.gp_practice, hodan.gp_phone) == ("Shore Surgery", "01314960120")


def test_the_same_list_again_makes_nobody_new(lena):
    bring(lena)
    before = Person.objects.count(), Event.objects.exclude(person=None).count()
    taken = bring(lena)

    assert (
        Person.objects.count(),
        Event.objects.exclude(person=None).count(),
    ) == before
    assert verdicts(taken) == {2: "here", 3: "here", 4: "bad", 5: "bad"}


def test_somebody_who_may_be_here_waits_for_a_choice(lena, amina):
    amina.born_on = "1992-05-03"
    amina.save()
    taken = bring(lena, "Name,DOB\nAmina Yusuff,03/05/1992\nRuth Lamb,1980\n")
    row = taken.rows.get(number=2)

    assert (row.verdict, row.twin_id, row.outcome) == ("choose", amina.pk, "")
    assert taken.state == "ready"
    assert Person.objects.count() == 2
    imports.choose(taken, seen=make.seen(taken), by=lena, choices={2: "same"})
    imports.run(taken, seen=make.seen(taken), by=lena)
    batches.go_on(taken.pk)
    row.refresh_from_db()
    assert (row.outcome, row.person_id) == ("same", amina.pk)
    assert Person.objects.count() == 2


def test_a_list_without_a_name_is_refused(lena):
    with pytest.raises(Refused, match="which column is the name"):
        look(lena, "DOB,Shoe size\n1990,41\n")


def test_rows_of_one_file_that_may_be_one_person_are_asked_about(lena):
    taken = bring(
        lena,
        "Name,DOB,Notes\nAmina Yusuf,1992-05-03,\nAmina Yusuff,1992-05-03,x\n"
        "Amina Yusuf,1992-05-03,\n",
    )

    assert verdicts(taken) == {2: "new", 3: "choose", 4: "here"}
    first = taken.rows.get(number=2)
    assert taken.rows.get(number=3).twin_id == first.person_id
    assert ImportRow.objects.filter(outcome="made").count() == 1


def test_who_came_by_another_way_since_the_look_is_never_made_twice(lena, priya):
    taken = look(lena, "Name,DOB\nAmina Yusuf,1992-05-03\n")
    make.make_person(
        team=lena.first_team,
        known_as="Amina",
        formal_name="Amina Yusuf",
        born_on="1992-05-03",
    )
    imports.run(taken, seen=make.seen(taken), by=lena)
    batches.go_on(taken.pk)
    taken.refresh_from_db()

    assert taken.state == "ready"
    assert taken.rows.get().verdict == "choose"
    assert Person.objects.count() == 1


def test_one_number_names_one_person_whatever_was_chosen(lena, team):
    text = "Name,DOB,CHI\nTam Reid,1960,0101801238\nIsla Baird,1971,0101801238\n"
    taken = bring(lena, text)
    assert verdicts(taken) == {2: "new", 3: "choose"}
    imports.choose(taken, seen=make.seen(taken), by=lena, choices={3: "new"})
    imports.run(taken, seen=make.seen(taken), by=lena)
    batches.go_on(taken.pk)

    row = taken.rows.get(number=3)
    assert (row.outcome, row.choice) == ("", "")
    assert "already has this NHS or CHI number" in row.why
    assert row.twin == Person.objects.get()
    assert Person.objects.count() == 1


def test_somebody_of_another_team_is_theirs_and_they_are_told(lena, tomasz):
    theirs = make.make_open_person(
        tomasz, known_as="Amina", formal_name="Amina Yusuf", born_on="1992-05-03"
    )
    taken = look(lena, "Name,DOB,Notes\nAmina Yusuf,1992-05-03,Letters\n")
    imports.choose(taken, seen=make.seen(taken), by=lena, choices={2: "same"})
    imports.run(taken, seen=make.seen(taken), by=lena)
    batches.go_on(taken.pk)

    assert theirs.introductions.waiting().count() == 1
    assert not theirs.passages.exists()
    assert Person.objects.count() == 1


def test_what_the_list_says_of_somebody_recognised_is_added_once(lena, amina):
    amina.born_on = "1992-05-03"
    amina.save()
    text = "Name,DOB,Notes,Phone\nAmina Yusuf,1992-05-03,Sleeps badly,07700900118\n"
    for _ in range(2):
        taken = look(lena, text)
        imports.choose(taken, seen=make.seen(taken), by=lena, choices={2: "same"})
        imports.run(taken, seen=make.seen(taken), by=lena)
        batches.go_on(taken.pk)

    amina.refresh_from_db()
    assert amina.passages.filter(words="Sleeps badly", voice="team").count() == 1
    assert amina.contact_wish.phone == ""


def test_what_stood_in_the_file_is_gone_after_its_last_day(lena):
    taken = bring(lena)
    assert taken.rows.get(number=2).cells == []
    assert taken.rows.get(number=5).cells != []
    ready = look(lena, LIST.replace("Hodan", "Hawa"))
    with travel(datetime.combine(taken.kept_until, time(12), UTC)):
        tasks.empty_imports()
    assert taken.rows.get(number=5).cells != []
    with travel(datetime.combine(taken.kept_until, time(12), UTC) + timedelta(days=1)):
        tasks.empty_imports()
    for each in (taken, ready):
        each.refresh_from_db()
    assert ready.state == "put_aside"
    assert ready.file_name.startswith("List of")

    assert taken.emptied_at
    assert all(not cells for cells in taken.rows.values_list("cells", flat=True))


def test_a_list_put_aside_is_emptied_at_once_and_makes_nobody(lena):
    taken = imports.put_aside(look(lena), by=lena)

    assert taken.state == "put_aside"
    assert not taken.rows.exclude(cells=[]).exists()
    with pytest.raises(Refused):
        imports.run(taken, seen=make.seen(taken), by=lena)


def test_one_row_that_the_database_will_not_take_holds_up_nobody(lena, monkeypatch):
    taken = look(lena, "Name\n" + "".join(f"Person{n} Of{n}\n" for n in range(9)))
    make_people = bringing.bring_over

    def refuse_one(told, **given):
        for each in told:
            if each.known_as == "Person4":
                each.known_as = "x" * 200
        return make_people(told, **given)

    monkeypatch.setattr(bringing, "bring_over", refuse_one)
    imports.run(taken, seen=make.seen(taken), by=lena)
    batches.go_on(taken.pk)
    taken.refresh_from_db()

    assert taken.state == "done"
    assert Person.objects.count() == 8
    assert "couldn’t save this row" in taken.rows.get(verdict="bad").why


def test_the_columns_are_remembered_for_the_team(lena):
    taken = take(lena, "Nickname,Who sent them\nTam,GP\n")
    assert taken.columns == ["known_as", ""]
    imports.name_columns(taken, by=lena, codes=["known_as", "introduced_by"])

    again = take(lena, "Who sent them,Nickname\nGP,Isla\n")
    assert again.columns == ["introduced_by", "known_as"]


def test_days_to_be_heard_are_not_counted_from_the_old_list(lena, priya):
    bring(lena, "Name,Referral date\nTam Reid,2019-03-01\n")
    tam = Person.objects.get()
    talk = actions.begin(tam, by=priya)
    actions.finish(talk, by=priya, said={"brought": "x"}, read_back=False)

    event = tam.events.get(what="conversation.finished")
    assert "days" not in event.detail
    assert tam.introductions.get().made_at.year == 2019
    assert not Event.objects.filter(what="introduction.made").exists()


def test_a_list_is_seen_by_leads_of_that_team_alone(lena, priya, tomasz, stranger):
    taken = look(lena)
    other = make.make_member(Role.LEAD, tomasz.first_team)

    for user in (priya, tomasz, other, stranger):
        assert not Import.objects.visible_to(user).exists()
        assert not ImportRow.objects.visible_to(user).exists()
    assert Import.objects.visible_to(lena).get() == taken


BREAKS = {
    "import_row_is_bad_for_a_reason": {"verdict": "bad", "why": ""},
    "import_row_verdict_is_known": {"verdict": "odd"},
    "import_row_choice_is_asked_for": {"verdict": "new", "choice": "new"},
    "import_row_is_the_same_as_somebody": {"verdict": "choose", "choice": "same"},
    "import_row_became_somebody": {"outcome": "made"},
    "import_row_once_in_a_file": {"number": 3},
}


@pytest.mark.parametrize("name", BREAKS)
def test_the_database_keeps_the_rules_of_rows(lena, name):
    taken = look(lena)
    with pytest.raises(IntegrityError, match=name):
        taken.rows.filter(number=2).update(**BREAKS[name])


def test_the_database_lets_one_key_make_one_person(lena):
    bring(lena)
    first = ImportRow.objects.get(number=2)
    with pytest.raises(IntegrityError, match="import_row_makes_one_person"):
        ImportRow.objects.filter(number=3).update(key=first.key)


@pytest.mark.parametrize(
    "name, change",
    [
        ("import_state_is_known", {"state": "odd"}),
        ("import_is_run_after_a_look", {"looked_from": None}),
        ("import_empty_is_over", {"emptied_at": "2026-01-01T12:00Z"}),
    ],
)
def test_the_database_keeps_the_rules_of_lists(lena, name, change):
    taken = look(lena)
    with pytest.raises(IntegrityError, match=name):
        Import.objects.filter(pk=taken.pk).update(**change)


@pytest.mark.parametrize("gap", [" / ", "; ", " or ", " "])
def test_two_numbers_in_a_cell_cost_nobody_their_record(lena, gap):
    both = f"07700 900118{gap}0131 496 0142"
    taken = bring(lena, f'Name,Phone,Safe contact\nHodan Yusufu,"{both}",mornings\n')
    wish = Person.objects.get(known_as="Hodan").contact_wish

    assert (wish.phone, wish.phone_digits) == ("", "")
    assert sorted(wish.words.splitlines()) == [f"Phone: {both}", "mornings"]
    assert "Phone: more than one number in one cell" in taken.rows.get().why


def test_two_numbers_of_a_practice_are_kept_in_words(lena):
    both = "0131 496 0120 / 0131 496 0121"
    bring(lena, f"Name,GP Tel,Notes\nHodan Yusufu,{both},Letters\n")
    hodan = Person.objects.get(known_as="Hodan")

    assert hodan.gp_phone == ""
    assert (
        both in hodan.passages.get().words and "Letters" in hodan.passages.get().words
    )


def test_what_is_brought_over_is_clean(lena):
    text = (
        "Name,Mobile,E-mail,Postcode,Notes\n"
        "Ho\u200bdan\u00a0Yusu\u00adfu,٠٧٧٠٠ ٩٠٠١١٨,h\u200bodan@example.org,EH６ 7AA,"
        "می\u200cخواهم\n"
    )
    bring(lena, text)
    hodan = Person.objects.get()

    assert (hodan.known_as, hodan.formal_name) == ("Hodan", "Hodan Yusufu")
    assert hodan.contact_wish.phone == "07700 900118"
    assert hodan.contact_wish.phone_digits == "07700900118"
    assert hodan.contact_wish.email == "hodan@example.org"
    assert hodan.postcode == "EH6 7AA"
    assert hodan.passages.get().words == "می\u200cخواهم"


def test_choices_of_an_old_page_are_never_about_somebody_else(lena, amina):
    """The columns were named again: row 2 may be another person by now."""
    amina.born_on = "1992-05-03"
    amina.save()
    taken = bring(lena, "Name,DOB\nAmina Yusuff,03/05/1992\n")
    old = make.seen(taken)
    imports.name_columns(taken, by=lena, codes=taken.columns)
    batches.go_on(taken.pk)

    for act in (imports.choose, imports.run):
        more = {"choices": {2: "same"}} if act is imports.choose else {}
        with pytest.raises(Refused, match="changed the columns"):
            act(taken, by=lena, seen=old, **more)
    assert taken.rows.get(number=2).choice == ""
