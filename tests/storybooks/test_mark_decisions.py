"""Each marked word ends as replaced, kept for a reason, or no identifier."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from storybooks import actions
from storybooks.models import MarkDecision, Recognition, State
from tests import factories as make
from welcome.models import Event, Role
from welcome.refusals import Refused

from .tale import ANSWERS

TWO = "So Moira rang. I was thirty-four, and moira knew. Then Callum came."


@pytest.fixture
def marked(draft, edith):
    return actions.edit(
        draft, by=edith, seen=draft.fingerprint, text=TWO, pull_quote=""
    )


@pytest.fixture
def at_the_desk(client, edith):
    client.force_login(edith)
    return client


def url(name, narrative):
    return reverse(f"storybooks:{name}", args=[narrative.pk])


def keep(narrative, by, words, why="She wants to be named."):
    return actions.decide_mark(
        narrative, by=by, seen=narrative.fingerprint, words=words, kind="kept", why=why
    )


def safe(narrative, by):
    return actions.mark_deidentified(
        narrative, by=by, seen=narrative.fingerprint, **ANSWERS
    )


def test_it_is_not_safe_until_every_marked_word_is_decided_on(marked, edith):
    for words in ("Moira", "was thirty-four", "Callum"):
        with pytest.raises(Refused, match=f"Decide on “{words}” first"):
            safe(marked, edith)
        marked = keep(marked, edith, words)
    assert safe(marked, edith).state == State.DEIDENTIFIED


def test_one_decision_holds_for_every_form_of_the_word(marked, edith):
    keep(marked, edith, "MOIRA")
    assert MarkDecision.objects.get().words == "moira"


def test_deciding_again_changes_the_decision(marked, edith):
    keep(marked, edith, "Moira")
    actions.decide_mark(
        marked, by=edith, seen=marked.fingerprint, words="Moira", kind="no_identifier"
    )
    assert MarkDecision.objects.get().kind == "no_identifier"
    assert Event.objects.filter(what="narrative.mark_decided").count() == 2


def test_a_word_that_is_replaced_needs_no_decision_and_leaves_none(marked, edith):
    keep(marked, edith, "Moira")
    marked = actions.replace(marked, by=edith, was="Moira", became="Ros")
    assert not MarkDecision.objects.exists()
    assert "Moira" not in marked.text and "moira" not in marked.text


def test_a_word_that_an_editor_takes_out_leaves_no_decision(marked, edith):
    keep(marked, edith, "Moira")
    kept = keep(marked, edith, "Callum")
    actions.edit(kept, by=edith, seen=kept.fingerprint, text="Then Callum came.")
    assert [one.words for one in MarkDecision.objects.all()] == ["callum"]


def test_what_must_go_cannot_be_kept(draft, edith):
    text = "Ring 0131 496 0123."
    draft = actions.edit(
        draft, by=edith, seen=draft.fingerprint, text=text, pull_quote=""
    )
    with pytest.raises(Refused, match="It must be replaced"):
        keep(draft, edith, "0131 496 0123")


def test_a_word_that_is_not_marked_cannot_be_decided_on(marked, edith):
    with pytest.raises(Refused, match="not marked any more"):
        keep(marked, edith, "rang")


def test_the_text_that_was_looked_at_is_the_text_that_is_decided_on(marked, edith):
    seen = marked.fingerprint
    actions.edit(marked, by=edith, seen=seen, text=TWO + " Bye.")
    with pytest.raises(Refused, match="The text changed"):
        actions.decide_mark(
            marked, by=edith, seen=seen, words="Moira", kind="kept", why="x"
        )


def test_the_database_keeps_nothing_without_a_reason(marked, edith):
    row = {"narrative": marked, "words": "moira", "mark": "capital", "by": edith}
    with pytest.raises(IntegrityError), transaction.atomic():
        MarkDecision.objects.create(**row, kind="kept")
    with pytest.raises(IntegrityError), transaction.atomic():
        MarkDecision.objects.create(**row, kind="perhaps", why="x")


def test_a_second_editor_answers_where_there_is_one(marked, edith):
    for words in ("Moira", "was thirty-four", "Callum"):
        marked = keep(marked, edith, words)
    press = edith.current_memberships[0].organisation
    second = make.make_member(Role.EDITOR, press, name="Sorcha Lunn")

    with pytest.raises(Refused, match="another editor answers these questions: Sorcha"):
        safe(marked, edith)
    assert safe(marked, second).state == State.DEIDENTIFIED
    assert Recognition.objects.get().by == second


def test_the_answers_belong_to_the_text_they_were_about(cleared, edith):
    answers = Recognition.objects.get()
    assert answers.fingerprint == cleared.fingerprint
    assert answers.public == ANSWERS["public"]


def test_the_page_asks_about_each_mark_and_leads_to_it(at_the_desk, marked):
    page = at_the_desk.get(url("clear", marked)).content.decode()
    assert 'href="#mark-1" class="mark-link"><mark class="look">Moira</mark>' in page
    assert "3 of 3 to decide on" in page
    assert 'value="was in my thirties"' in page
    assert "Who could recognise this?" not in page


def test_what_is_missing_is_said_beside_its_box_and_nothing_is_lost(
    at_the_desk, marked
):
    said = {"seen": marked.fingerprint, "words": "Callum", "became": "my old friend"}
    page = at_the_desk.post(
        url("decide_mark", marked), said | {"decision": "kept"}
    ).content.decode()
    assert "Write why it can stay" in page
    assert 'value="my old friend"' in page
    at_the_desk.post(url("decide_mark", marked), said | {"decision": "replace"})
    marked.refresh_from_db()
    assert "Then my old friend came." in marked.text


def test_a_marked_phrase_that_is_too_long_is_replaced_in_parts(
    at_the_desk, draft, edith
):
    phrase = " ".join(["Zorabel"] * 30)
    draft = actions.edit(
        draft, by=edith, seen=draft.fingerprint, text=f"So {phrase}.", pull_quote=""
    )
    said = {"seen": draft.fingerprint, "words": phrase, "became": "friends"}
    answer = at_the_desk.post(url("decide_mark", draft), said | {"decision": "replace"})
    assert answer.status_code == 200
    assert "This is too long at once." in answer.content.decode()


def test_the_book_says_the_same_for_the_same_name(at_the_desk, marked, edith, book):
    marked = actions.replace(marked, by=edith, was="Callum", became="Ewan")
    other = actions.edit(
        marked, by=edith, seen=marked.fingerprint, text="And Callum came back."
    )
    page = at_the_desk.get(url("clear", other)).content.decode()
    assert 'value="Ewan"' in page


def test_words_that_together_point_to_one_person_are_named(at_the_desk, marked, edith):
    for words in ("Moira", "was thirty-four", "Callum"):
        marked = keep(marked, edith, words)
    page = at_the_desk.get(url("clear", marked)).content.decode()
    assert "Together, these can point to one person" in page


def test_a_long_story_asks_twenty_at_a_time(at_the_desk, draft, edith):
    names = [f"Zor{a}{b}" for a in "abcde" for b in "mnopq"]
    text = " ".join(f"Then {name} rang." for name in names)
    draft = actions.edit(
        draft, by=edith, seen=draft.fingerprint, text=text, pull_quote=""
    )
    page = at_the_desk.get(url("clear", draft)).content.decode()
    assert "20 of 25 to decide on" in page


def test_the_page_takes_as_many_queries_for_many_marks(
    at_the_desk, marked, edith, django_assert_max_num_queries
):
    with django_assert_max_num_queries(22):
        at_the_desk.get(url("clear", marked))
