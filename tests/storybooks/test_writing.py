from uuid import uuid4

import pytest

from storybooks import actions
from storybooks.models import MOVES, Consent, Narrative, State
from welcome.models import Event
from welcome.refusals import Refused

from .tale import ANSWERS, TEXT, WORDS


def test_writing_it_down_twice_by_mistake_makes_one(book, jean, edith):
    once = uuid4()
    for _ in range(2):
        made = actions.write(
            by=edith, once=once, storybook=book, contributor=jean, **WORDS
        )
    assert list(Narrative.objects.all()) == [made]
    assert made.versions.count() == 1
    assert Event.objects.filter(what="narrative.written").count() == 1


def test_two_stories_with_one_title_have_two_addresses(draft, book, jean, edith):
    other = actions.write(
        by=edith, once=uuid4(), storybook=book, contributor=jean, **WORDS
    )
    assert (draft.slug, other.slug) == ("the-bag", "the-bag-2")


def test_a_browsers_line_ends_do_not_change_the_fingerprint(draft, edith):
    same = actions.edit(
        draft,
        by=edith,
        seen=draft.fingerprint,
        **WORDS | {"text": TEXT.replace("\n", "\r\n")},
    )
    assert same.fingerprint == draft.fingerprint
    assert same.versions.count() == 1


def test_every_text_it_ever_had_is_kept(draft, edith):
    actions.edit(draft, by=edith, seen=draft.fingerprint, text="Another text.")
    texts = list(draft.versions.values_list("number", "text"))
    assert texts == [(2, "Another text."), (1, TEXT)]


def test_what_another_editor_wrote_meanwhile_is_not_written_over(draft, edith):
    actions.edit(draft, by=edith, seen=draft.fingerprint, text="One.")
    with pytest.raises(Refused, match="Someone changed"):
        actions.edit(draft, by=edith, seen=draft.fingerprint, text="Two.")
    draft.refresh_from_db()
    assert draft.text == "One."


def test_one_changed_letter_voids_the_yes(approved, edith):
    changed = actions.edit(
        approved,
        by=edith,
        seen=approved.fingerprint,
        text=TEXT.replace("gas", "Gas"),
    )
    assert changed.state == State.DRAFT
    assert changed.approved_fingerprint == ""
    consent = Consent.objects.get()
    assert consent.ended_why == Consent.Ended.TEXT_CHANGED
    assert consent.withdrawn_by == edith


def test_a_word_that_no_reader_sees_changes_nothing_that_was_agreed(approved, edith):
    kept = actions.edit(approved, by=edith, seen=approved.fingerprint, themes=["hope"])
    assert (kept.state, kept.themes) == (State.APPROVED, ["hope"])
    assert Consent.objects.get().withdrawn_at is None


def test_what_people_can_read_is_never_changed_in_place(published, edith):
    with pytest.raises(Refused, match="Take it down first"):
        actions.edit(published, by=edith, seen=published.fingerprint, text="New.")
    published.refresh_from_db()
    assert published.text == TEXT


def test_words_are_replaced_everywhere_and_only_where_they_stand_whole(draft, edith):
    draft = actions.edit(
        draft,
        by=edith,
        seen=draft.fingerprint,
        title="Ann and the bag",
        text="Ann rang. Annabel heard Ann’s bell.",
        pull_quote="Ann rang.",
    )
    changed = actions.replace(draft, by=edith, was="Ann", became="Ros", why="a nurse")
    assert changed.title == "Ros and the bag"
    assert changed.text == "Ros rang. Annabel heard Ros’s bell."
    assert changed.pull_quote == "Ros rang."
    log = changed.replacements.get()
    assert (log.was, log.became, log.by) == ("Ann", "Ros", edith)


def test_a_word_that_is_not_there_cannot_be_replaced(draft, edith):
    with pytest.raises(Refused, match="is not anywhere"):
        actions.replace(draft, by=edith, was="Zebedee", became="Ros")
    assert not draft.replacements.exists()


@pytest.mark.parametrize(
    "giveaway", ["Ring 0131 496 0123.", "I am Eugenia.", "It was 3 March 2021."]
)
def test_it_is_not_safe_while_a_rule_still_finds_somebody(draft, edith, giveaway):
    draft = actions.edit(draft, by=edith, seen=draft.fingerprint, text=giveaway)
    with pytest.raises(Refused, match="There is still"):
        actions.mark_deidentified(draft, by=edith, seen=draft.fingerprint, **ANSWERS)


def test_a_name_in_the_title_is_found_as_well(draft, edith):
    draft = actions.edit(draft, by=edith, seen=draft.fingerprint, title="Eugenia’s bag")
    with pytest.raises(Refused, match="Eugenia"):
        actions.mark_deidentified(draft, by=edith, seen=draft.fingerprint, **ANSWERS)


def test_every_state_can_be_left_by_taking_it_back_except_that_one():
    for state, moves in MOVES.items():
        assert (State.WITHDRAWN in moves) == (state != State.WITHDRAWN)


def test_every_move_is_written_down_and_never_beside_a_record(published):
    whats = Event.objects.order_by("pk").values_list("what", "person", "site")
    assert [what for what, _, _ in whats] == [
        "narrative.written",
        "narrative.deidentified",
        "narrative.with_contributor",
        "narrative.approved",
        "narrative.published",
    ]
    assert {(person, site) for _, person, site in whats} == {(None, published.site_id)}
