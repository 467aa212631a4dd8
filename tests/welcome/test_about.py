"""What is known of somebody besides their story: read, changed, and kept."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from welcome.audit import trail
from welcome.audit.payloads import PassageAdded
from welcome.facts import PARTS, facts_of, seen
from welcome.models import Equality, FactsBefore, Supporter
from welcome.reading.banner import banner_for
from welcome.registries import event_sentences
from welcome.views import story_pages

from .. import factories as make

SAID = {
    "names": {
        "known_as": "Mina",
        "formal_name": "Amina Yusuf",
        "pronouns": "she, her",
        "born": "3 May 1992",
        "identifier": "",
    },
    "reach": {
        "phone": "07700 900123",
        "email": "",
        "may": ["text"],
        "days": ["2", "4"],
        "times": "after two",
        "may_say": "It is Priya",
        "reach_words": "",
        "address": "1 Example Street",
        "postcode": "EH6 5NA",
    },
    "needs": {
        "language": "Somali",
        "interpreter": "Somali, a woman",
        "access": ["step_free"],
        "access_words": "A seat near the door",
    },
    "doctor": {"gp_practice": "Leith Walk", "gp_phone": "0131 496 0123"},
    "fairness": {
        "ethnicity": "4D",
        "gender": "woman",
        "same_as_at_birth": "prefer_not",
        "disability": "no",
        "faith": "muslim",
        "orientation": "prefer_not",
        "carer": "",
    },
}


def send(client, person, part, **other):
    read = seen(facts_of(type(person).objects.get(pk=person.pk), part))
    path = reverse("welcome:change_about", args=[person.pk, part])
    return client.post(path, SAID[part] | {"read": read} | other)


@pytest.fixture
def signed_in(client, priya):
    client.force_login(priya)
    return client


@pytest.mark.parametrize("part", PARTS)
def test_each_part_is_written_down_and_read_again(signed_in, amina, part):
    assert send(signed_in, amina, part).status_code == 302

    amina = type(amina).objects.get(pk=amina.pk)
    assert facts_of(amina, part) == SAID[part]
    page = signed_in.get(reverse("welcome:about", args=[amina.pk])).content.decode()
    for words in SAID[part].values():
        if isinstance(words, str) and " " in words:
            assert words in page


def test_what_stood_there_before_is_kept_with_who_and_when(signed_in, amina, priya):
    send(signed_in, amina, "doctor")
    send(signed_in, amina, "doctor", gp_practice="Harbour Street")

    (before,) = FactsBefore.objects.filter(person=amina)
    assert before.facts["gp_practice"] == "Leith Walk"
    assert before.changed_by == priya
    page = signed_in.get(reverse("welcome:change_about", args=[amina.pk, "doctor"]))
    assert "Leith Walk" in page.content.decode()


def test_the_same_again_is_no_news(signed_in, amina):
    send(signed_in, amina, "doctor")
    send(signed_in, amina, "doctor")

    assert amina.events.filter(what="person.about_me").count() == 1
    assert not FactsBefore.objects.exists()


def test_who_comes_second_sees_what_the_first_one_wrote(signed_in, amina):
    send(signed_in, amina, "doctor")
    late = send(signed_in, amina, "doctor", gp_practice="Mine", read="an older page")

    page = late.content.decode()
    assert late.status_code == 409
    assert "Leith Walk" in page and 'value="Mine"' in page
    fresh = type(amina).objects.get(pk=amina.pk)
    assert fresh.gp_practice == "Leith Walk"
    again = dict(late.context["form"].data.items())
    path = reverse("welcome:change_about", args=[amina.pk, "doctor"])
    assert signed_in.post(path, again).status_code == 302
    assert type(amina).objects.get(pk=amina.pk).gp_practice == "Mine"


def test_a_number_that_somebody_else_has_is_said_beside_its_box(
    signed_in, amina, priya
):
    twin = make.make_open_person(priya)
    send(signed_in, twin, "names", identifier="999 000 0018")
    number = twin.identifiers.first()
    if number is None:  # Scotland's numbers are checked as a CHI number
        send(signed_in, twin, "names", identifier="010180 1238")
        number = twin.identifiers.get()
    page = send(signed_in, amina, "names", identifier=number.value)

    assert page.status_code == 200
    assert "already has this number" in page.content.decode()
    assert 'value="Mina"' in page.content.decode()
    assert not amina.identifiers.exists()


def test_reaching_safely_says_the_days_and_what_a_message_may_say(signed_in, amina):
    send(signed_in, amina, "reach")

    reach = banner_for(type(amina).objects.get(pk=amina.pk)).reach
    assert "Only Tuesday and Thursday, after two." in reach
    assert "A message may say: “It is Priya”." in reach


def test_people_who_matter_are_written_once_and_let_go(signed_in, amina):
    path = reverse("welcome:add_supporter", args=[amina.pk])
    said = {"name": "Fatima", "who": "sister", "phone": "", "is_rung_first": "on"}
    signed_in.post(path, said)
    signed_in.post(path, said)  # pressed twice
    signed_in.post(path, said | {"name": "Yasin", "who": "son"})

    fatima = Supporter.objects.get(name="Fatima")
    assert [s.name for s in amina.supporters.now()] == ["Yasin", "Fatima"]
    assert not fatima.is_rung_first, "one is rung first: the newest word counts"
    signed_in.post(reverse("welcome:end_supporter", args=[fatima.pk]))
    assert [s.name for s in amina.supporters.now()] == ["Yasin"]
    fatima.refresh_from_db()
    assert fatima.ended_by is not None


def test_somebody_without_a_name_is_refused_with_the_words_kept(signed_in, amina):
    path = reverse("welcome:add_supporter", args=[amina.pk])
    page = signed_in.post(path, {"name": "", "who": "the man next door"})

    assert "Write their name" in page.content.decode()
    assert "the man next door" in page.content.decode()


@pytest.mark.parametrize(
    "column, value",
    [("gender", "x"), ("faith", "x"), ("orientation", "x"), ("carer", "maybe")],
)
def test_the_database_knows_what_may_be_answered(amina, column, value):
    with pytest.raises(IntegrityError, match=column), transaction.atomic():
        Equality.objects.create(person=amina, **{column: value})


def test_the_database_keeps_supporters_whole(amina, priya):
    def supporter(**given):
        default = {"person": amina, "added_by": priya, "name": "Yasin"}
        with transaction.atomic():
            return Supporter.objects.create(**default | given)

    with pytest.raises(IntegrityError, match="has_a_name"):
        supporter(name="  ")
    with pytest.raises(IntegrityError, match="who_and_when"):
        supporter(ended_by=priya)
    supporter(is_rung_first=True)
    with pytest.raises(IntegrityError, match="rung_first"):
        supporter(is_rung_first=True)


def test_days_outside_the_week_are_refused(amina):
    amina.contact_wish.days = "18"
    with pytest.raises(IntegrityError, match="days"), transaction.atomic():
        amina.contact_wish.save()


def test_what_matters_stands_at_the_top_for_a_partner_only_as_agreed(amina, priya):
    matters = make.make_passage(amina, priya, prompt="matters", words="My garden.")

    assert banner_for(amina).matters == "My garden."
    assert banner_for(amina, read=[matters]).matters == "My garden."
    assert banner_for(amina, read=[]).matters == ""


def test_every_event_about_a_person_belongs_to_a_kind():
    assert len(event_sentences.codes()) > 80
    assert event_sentences.without_kind() == []


def test_a_timeline_is_sifted_by_kind(signed_in, amina):
    path = reverse("welcome:trail", args=[amina.pk])
    holding = signed_in.get(path, {"show": "holding"}).content.decode()
    story = signed_in.get(path, {"show": "story"}).content.decode()

    assert "Held by" in holding
    assert "Held by" not in story
    assert signed_in.get(path, {"show": "nonsense"}).status_code == 200


@pytest.fixture
def long_story(amina, priya):
    """2,000 events and 200 passages, as after ten years."""
    for number in range(198):
        make.make_passage(amina, priya, prompt="added", words=f"Since then {number}.")
    said = PassageAdded(prompt="added", voice="team")
    for _ in range(2000):
        trail.record("passage.added", about=amina, by=priya, person=amina, detail=said)
    return amina


def test_a_long_story_opens_within_15_questions(
    signed_in, long_story, django_assert_max_num_queries
):
    path = reverse("welcome:person", args=[long_story.pk])
    signed_in.get("/huddle/")  # the first page of a session writes that it began
    with django_assert_max_num_queries(15):
        page = signed_in.get(path).content.decode()

    assert page.count("Since then") == story_pages.AT_ONCE - 2


@pytest.mark.parametrize("show", ["", "story", "looks"])
def test_a_long_timeline_opens_within_14_questions(
    signed_in, long_story, django_assert_max_num_queries, show
):
    path = reverse("welcome:trail", args=[long_story.pk])
    with django_assert_max_num_queries(14):
        signed_in.get(path, {"show": show})
