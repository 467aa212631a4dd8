"""The pages of a lead: compare, link, undo; and what others see of it."""

import pytest
from django.utils import timezone

from welcome import actions
from welcome.models import LinkAsked, Linking, Look, Message, Person, Role, User

from ... import factories as make
from ...reading_pages import text


@pytest.fixture
def lead(client, ruth):
    client.force_login(ruth)
    return client


def press(client, kept, other, **said):
    page = client.get(f"/people/{kept.pk}/link/{other.pk}/")
    rules = {name: "kept" for name in page.context["form"].fields} | {"why": "Sure"}
    data = rules | {"as_seen": page.context["as_seen"]} | said
    return client.post(f"/people/{kept.pk}/link/{other.pk}/", data)


def test_side_by_side_then_one(lead, amina, aminah):
    page = lead.get(f"/people/{amina.pk}/link/{aminah.pk}/").content.decode()
    assert "Amina Yusuf" in page
    assert "Aminah Yusif" in page

    assert press(lead, amina, aminah, name="both").status_code == 302

    page = lead.get(f"/people/{amina.pk}/").content.decode()
    assert "My sister." in page
    assert "also known as Aminah Yusif" in page
    assert "Undo" in page


def test_pressed_twice(lead, amina, aminah):
    page = lead.get(f"/people/{amina.pk}/link/{aminah.pk}/")
    said = {name: "kept" for name in page.context["form"].fields} | {"why": "Sure"}
    said["as_seen"] = page.context["as_seen"]
    for _ in range(2):
        done = lead.post(f"/people/{amina.pk}/link/{aminah.pk}/", said)
        assert done.url == f"/people/{amina.pk}/"
    assert Linking.objects.count() == 1


def test_the_other_changed_meanwhile_is_said_on_the_page(lead, amina, aminah, priya):
    page = lead.get(f"/people/{amina.pk}/link/{aminah.pk}/")
    mark = page.context["as_seen"]
    make.make_passage(aminah, priya)

    page = press(lead, amina, aminah, as_seen=mark)
    assert "while you compared them" in page.content.decode()
    assert not Linking.objects.exists()


def test_the_old_address_leads_to_the_one_that_stayed(lead, amina, aminah):
    press(lead, amina, aminah)

    assert lead.get(f"/people/{aminah.pk}/").url == f"/people/{amina.pk}/"
    assert lead.get(f"/people/{aminah.pk}/trail/").url == f"/people/{amina.pk}/trail/"
    assert lead.post(f"/people/{aminah.pk}/add/").status_code == 409


@pytest.mark.parametrize("words", ["reference", "formal_name"])
def test_what_stood_on_the_other_still_finds_them_once(lead, amina, aminah, words):
    press(lead, amina, aminah)
    page = lead.post("/people/", {"q": getattr(aminah, words)}, follow=True)

    assert page.context["people"] == [amina]


def test_undo_on_the_page(lead, amina, aminah):
    press(lead, amina, aminah)
    linking = Linking.objects.get()
    page = lead.get(f"/links/{linking.pk}/undo/")
    assert "Nothing else has been added since" in page.content.decode()

    assert lead.post(f"/links/{linking.pk}/undo/").url == f"/people/{amina.pk}/"
    assert aminah.passages.count() == 1
    assert lead.get(f"/people/{aminah.pk}/").status_code == 200


def test_before_the_undo_it_is_said_what_goes_where(lead, amina, aminah, priya):
    press(lead, amina, aminah)
    make.make_passage(amina, priya, words="Since")
    page = lead.get(f"/links/{Linking.objects.get().pk}/undo/").content.decode()

    assert "1 passage" in page
    assert "Stays with Amina Yusuf" in page


def test_a_welcomer_may_not_link(client, priya, amina, aminah):
    client.force_login(priya)

    assert client.get(f"/people/{amina.pk}/link/{aminah.pk}/").status_code == 403
    assert client.get(f"/people/{amina.pk}/same/").status_code == 403
    assert "same person as somebody" not in text(client.get(f"/people/{amina.pk}/"))


def test_a_lead_finds_who_looks_alike(lead, amina, aminah):
    page = lead.get(f"/people/{amina.pk}/same/").content.decode()

    assert f"/people/{amina.pk}/link/{aminah.pk}/" in page


def test_a_lead_never_sees_their_own_record(lead, ruth, amina, aminah):
    Person.objects.filter(pk=aminah.pk).update(account=ruth)

    assert lead.get(f"/people/{amina.pk}/link/{aminah.pk}/").status_code == 404
    assert lead.get(f"/people/{aminah.pk}/link/{amina.pk}/").status_code == 404


def test_of_another_teams_person_a_lead_sees_only_enough(lead, ruth, amina, tomasz):
    theirs = make.make_open_person(
        tomasz, known_as="Amina", formal_name="Amina Yusuf", postcode="EH6 6AA"
    )
    page = lead.get(f"/people/{amina.pk}/link/{theirs.pk}/").content.decode()

    assert "Amina Y." in page
    assert "EH6 6AA" not in page
    assert theirs.reference not in page
    assert Look.objects.filter(person=theirs, by=ruth, why="twin").exists()
    done = lead.post(f"/people/{amina.pk}/link/{theirs.pk}/", {"why": "Sure"})
    assert not Linking.objects.exists(), done


def test_asked_the_other_lead_compares_and_decides(lead, amina, tomasz, client):
    theirs = make.make_open_person(tomasz, known_as="Amina", formal_name="A Yusuf")
    assert lead.post(f"/people/{amina.pk}/link/{theirs.pk}/ask/").status_code == 302
    message = Message.objects.get(template="link_asked")
    assert message.path == f"/people/{theirs.pk}/link/{amina.pk}/"

    grace = make.make_member(Role.LEAD, tomasz.first_team, name="Grace")
    client.force_login(grace)
    page = press(client, theirs, amina, holder="kept")
    assert page.status_code == 302, page.context["form"].errors
    assert Person.objects.get(pk=amina.pk).linked_to == theirs
    asked = LinkAsked.objects.get()
    assert (asked.answer, asked.answered_by) == ("linked", grace)


def asked_of(lead, amina, tomasz):
    theirs = make.make_open_person(tomasz, known_as="Amina", formal_name="A Yusuf")
    lead.post(f"/people/{amina.pk}/link/{theirs.pk}/ask/")
    return theirs, LinkAsked.objects.get()


@pytest.mark.parametrize("answer", ["linked", "not_the_same"])
def test_the_lead_who_asked_reads_on_today_what_the_other_team_decided(
    lead, amina, tomasz, ruth, client, answer
):
    theirs, asked = asked_of(lead, amina, tomasz)
    grace = make.make_member(Role.LEAD, tomasz.first_team, name="Grace")
    client.force_login(grace)
    if answer == "linked":
        press(client, theirs, amina, holder="kept")
    else:
        client.post(f"/people/{theirs.pk}/alike/{amina.pk}/not-the-same/")
    assert "Mark as read" not in text(client.get("/today/"))

    client.force_login(ruth)
    words = {
        "linked": "Grace: The same person: the records are linked now.",
        "not_the_same": "Grace: Not the same person.",
    }
    page = text(client.get("/today/"))
    assert words[answer] in page and "Amina" in page
    read = f"/duplicates/teams/{asked.pk}/read/"
    assert read in page
    client.force_login(grace)
    assert client.post(read).status_code == 404
    client.force_login(ruth)
    for _ in range(2):
        client.post(read)
    assert words[answer] not in text(client.get("/today/"))


def test_there_is_nothing_to_read_before_the_other_team_has_answered(
    lead, amina, tomasz
):
    _, asked = asked_of(lead, amina, tomasz)
    assert lead.post(f"/duplicates/teams/{asked.pk}/read/").status_code == 409
    assert lead.post(f"/duplicates/teams/{10**30}/read/").status_code == 404


def test_who_has_left_the_team_reads_no_name(lead, amina, tomasz, ruth):
    theirs, _ = asked_of(lead, amina, tomasz)
    LinkAsked.objects.update(
        answer="linked", answered_by=tomasz, answered_at=timezone.now()
    )
    assert LinkAsked.objects.to_read_by(ruth).exists()
    ruth.memberships.update(ended_at=timezone.now())
    ruth = User.objects.get(pk=ruth.pk)
    assert not LinkAsked.objects.to_read_by(ruth).exists()


def test_a_team_whose_record_went_elsewhere_is_told_to_whom(
    client, priya, amina, tomasz, link
):
    theirs = make.make_open_person(tomasz, known_as="Amina")
    link(theirs, amina)
    client.force_login(priya)
    page = text(client.get(f"/people/{amina.pk}/"))

    assert "South East Welcome Team" in page
    assert theirs.reference not in page


def test_a_door_of_the_other_opens_the_one_story(amina, aminah, link, ruth):
    from welcome.models import PrivateLink
    from welcome.private_links import tokens

    door, _ = tokens.make(
        PrivateLink.Purpose.PERSON, aminah, by=ruth, question="?", fact="teapot"
    )
    linking = link(amina, aminah)
    door.refresh_from_db()
    assert door.subject == amina.pk

    actions.unlink(linking, by=ruth, since="kept")
    door.refresh_from_db()
    assert door.subject == aminah.pk


def test_a_linked_life_opens_within_17_questions(
    lead, amina, aminah, priya, django_assert_max_num_queries
):
    from welcome.models import Event, Passage

    for person in (amina, aminah):
        Passage.objects.bulk_create(
            Passage(person=person, heard_by=priya, prompt="added", words=f"{n}")
            for n in range(100)
        )
        Event.objects.bulk_create(
            Event(what="passage.added", by=priya, about="x", person=person)
            for n in range(1000)
        )
    assert press(lead, amina, aminah).status_code == 302
    lead.get("/huddle/")  # shows what was done, and keeps it no longer
    with django_assert_max_num_queries(17):
        page = lead.get(f"/people/{amina.pk}/")
    assert "Linked records" in page.content.decode()
