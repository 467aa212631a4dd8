"""Corrections: the old words stay readable, and nobody is spoken for."""

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.utils import timezone

from welcome import actions
from welcome.models import Event, Look, Passage, User
from welcome.reading.versions import versions_of, with_statements
from welcome.refusals import Refused

from .. import factories as make
from ..reading_pages import text as page


@pytest.fixture
def brought(amina):
    return amina.passages.get(prompt="brought")


@pytest.fixture
def opinion(amina, priya):
    """What the team thinks, not what Amina said."""
    return make.make_passage(
        amina, priya, prompt="added", voice="team", words="Amina avoids her post."
    )


@pytest.fixture
def herself(db):
    return User.objects.hand("person")


def corrected(passage, by, words="The letters frightened me in May.", **more):
    return actions.correct(passage, by=by, words=words, read_back=True, **more)


def test_a_correction_is_a_new_version_and_the_old_one_stays(brought, priya):
    new = corrected(brought, priya)

    assert [v.words for v in versions_of(new)] == [
        "The letters frightened me in May.", "The letters frighten me."
    ]  # fmt: skip
    assert list(new.person.passages.current().filter(prompt="brought")) == [new]


def test_it_keeps_whose_words_they_are_and_who_heard_them_when(brought, priya, team):
    tomasz = make.make_welcomer(team, name="Tomasz Baran")
    new = corrected(brought, tomasz)

    assert (new.voice, new.heard_by, new.said_at) == (
        brought.voice, priya, brought.said_at
    )  # fmt: skip
    assert "heard by Priya Nair, peer worker" in new.byline
    assert "Corrected by Tomasz Baran on" in new.byline


def test_the_person_corrects_by_her_own_name(brought, herself):
    assert "Corrected by Amina on" in corrected(brought, herself).byline


def test_any_version_leads_to_all_the_others(brought, priya):
    second = corrected(brought, priya)
    third = corrected(second, priya, words="They frighten me at night.")

    for version in (brought, second, third):
        assert [v.pk for v in versions_of(version)] == [third.pk, second.pk, brought.pk]


def test_whoever_comes_second_is_shown_the_words_of_the_first(brought, priya, herself):
    first = corrected(brought, herself)

    with pytest.raises(actions.CorrectedSince) as since:
        corrected(brought, priya, words="Something else.")
    assert since.value.passage == first


def test_pressed_twice_is_corrected_once(brought, priya):
    assert corrected(brought, priya) == corrected(brought, priya)
    assert Event.objects.filter(what="passage.corrected").count() == 1


def test_the_trail_holds_codes_and_never_the_words(brought, priya):
    corrected(brought, priya)

    event = Event.objects.get(what="passage.corrected")
    assert event.detail == {"prompt": "brought", "voice": "person", "readers": 0}


def test_what_she_says_stands_beside_every_version_of_the_opinion(
    opinion, herself, priya
):
    actions.dispute(opinion, by=herself, words="I open it on good days.")
    new = corrected(opinion, priya, words="Amina leaves her post unopened.")

    for version in with_statements([opinion, new]):
        assert [said.words for said in version.says] == ["I open it on good days."]
    assert new.person.passages.current().to_read().filter(prompt="added").get() == new


def test_the_person_cannot_rewrite_what_somebody_else_thinks(opinion, herself):
    with pytest.raises(Refused, match="Add your own view"):
        corrected(opinion, herself)


def test_nothing_is_put_beside_her_own_words(brought, herself):
    with pytest.raises(Refused, match="Correct them instead"):
        actions.dispute(brought, by=herself, words="No.")


def test_a_statement_pressed_twice_is_one(opinion, herself):
    for _ in range(2):
        actions.dispute(opinion, by=herself, words="I open it on good days.")
    assert opinion.statements.count() == 1


def test_the_database_knows_no_correction_without_who_and_of_what(brought, priya):
    with pytest.raises(IntegrityError, match="correction_has_who"):
        make.make_passage(brought.person, priya, corrected_at=timezone.now())


def test_the_database_lets_nobody_but_the_person_stand_beside(opinion, priya):
    with pytest.raises(IntegrityError, match="beside_another_is_the_persons"):
        make.make_passage(opinion.person, priya, voice="team", beside=opinion)


@pytest.mark.parametrize("field", ["corrected_at", "beside_id"])
def test_the_database_lets_nobody_change_who_corrected_what(brought, priya, field):
    new = corrected(brought, priya)
    with pytest.raises(ProgrammingError, match="never changed"), transaction.atomic():
        Passage.objects.filter(pk=new.pk).update(**{field: None})


def test_a_colleague_corrects_it_on_the_page(client, brought, team):
    tomasz = make.make_welcomer(team, name="Tomasz Baran")
    client.force_login(tomasz)
    address = f"/passages/{brought.pk}/correct/"
    assert "The letters frighten me." in page(client.get(address))

    answer = client.post(address, {"words": "They frightened me.", "read_back": "yes"})

    story = page(client.get(answer.url))
    assert "They frightened me." in story
    assert "Corrected by Tomasz Baran on" in story
    assert "The letters frighten me." not in story
    new = brought.replaced_by
    assert "The letters frighten me." in page(
        client.get(f"/passages/{new.pk}/versions/")
    )
    assert Look.objects.filter(by=tomasz, person=brought.person).exists()


def test_the_second_of_two_sees_both_texts_and_loses_nothing(
    client, brought, priya, herself
):
    corrected(brought, herself, words="Hers.")
    client.force_login(priya)
    said = {"words": "Mine.", "read_back": "no"}
    answer = client.post(f"/passages/{brought.pk}/correct/", said)

    assert answer.status_code == 409
    assert "Hers." in page(answer)
    assert "Mine." in page(answer)
    client.post(f"/passages/{brought.replaced_by.pk}/correct/", said)
    assert versions_of(brought)[0].words == "Mine."


def test_the_same_words_are_no_correction(client, brought, priya):
    client.force_login(priya)
    said = {"words": brought.words, "read_back": "yes"}
    answer = client.post(f"/passages/{brought.pk}/correct/", said)

    assert "same as before" in page(answer)
    assert Passage.objects.filter(replaces=brought).count() == 0


def test_her_statement_is_written_down_with_her(client, opinion, priya):
    client.force_login(priya)
    address = f"/passages/{opinion.pk}/beside/"
    assert "Write how they see it" in page(client.post(address, {}))
    client.post(address, {"beside-words": "I open it on good days."})

    story = page(client.get(f"/people/{opinion.person_id}/"))
    assert "Amina sees it differently" in story
    assert story.index("avoids her post") < story.index("on good days")


def test_what_the_team_thinks_is_never_in_her_voice(client, amina, priya):
    client.force_login(priya)
    address = f"/people/{amina.pk}/team-words/"
    assert "Write what the team sees or thinks" in page(client.post(address, {"x": ""}))
    client.post(address, {"words": "She lights up when she talks of Leila."})

    thought = amina.passages.get(prompt="added")
    assert (thought.voice, thought.heard_by) == ("team", priya)
    assert "Written by the team" in page(client.get(f"/people/{amina.pk}/"))


def test_what_a_supporter_said_is_not_rewritten_either(amina, priya, herself):
    said = make.make_passage(amina, priya, voice="supporter", words="She is lazy.")
    with pytest.raises(Refused, match="Add your own view"):
        corrected(said, herself)
