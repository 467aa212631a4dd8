"""What the database refuses of a safeguarding concern, its updates and shares."""

import uuid

import pytest
from django.db import Error, IntegrityError, transaction
from django.utils import timezone

from welcome import actions
from welcome.models import SafeguardingNote, SafeguardingShare

from .. import factories as make


@pytest.fixture
def share(concern, harbour, omar, sheila):
    return actions.share_concern(
        concern, by=sheila, partner=harbour, reason="They visit her at home."
    )


def change(row, **columns):
    with transaction.atomic():
        type(row).objects.filter(pk=row.pk).update(**columns)


@pytest.mark.parametrize(
    "wrong",
    [
        {"review_on": None},
        {"closed_at": timezone.now()},
        {"outcome": "support"},
        {"shown_at": timezone.now()},
    ],
    ids=str,
)
def test_the_database_refuses_a_concern_that_is_half(concern, wrong):
    with pytest.raises(IntegrityError):
        change(concern, **wrong)


def test_the_database_refuses_a_concern_from_nowhere(concern):
    concern.pk, concern.from_team = uuid.uuid4(), None
    with pytest.raises(IntegrityError, match="from_a_team_or_an_organisation"):
        concern.save(force_insert=True)


@pytest.mark.parametrize("column", ["seen_or_said", "who_was_told"])
def test_the_database_refuses_a_concern_without_words(amina, priya, column):
    with pytest.raises(IntegrityError), transaction.atomic():
        make.raise_concern(amina, priya, **{column: " \n "})


def test_the_database_refuses_a_share_without_a_reason(concern, harbour, sheila):
    with pytest.raises(IntegrityError), transaction.atomic():
        SafeguardingShare.objects.create(
            concern=concern, partner=harbour, reason="  ", by=sheila
        )


def test_the_database_refuses_closing_words_without_an_outcome(concern, sheila):
    for kind, outcome in [("closed", ""), ("update", "support")]:
        with pytest.raises(IntegrityError), transaction.atomic():
            SafeguardingNote.objects.create(
                concern=concern, kind=kind, outcome=outcome, words="x", by=sheila
            )


@pytest.mark.parametrize(
    "columns", [{"seen_or_said": "Nothing."}, {"kind": "child"}, {"raised_by": None}]
)
def test_what_was_raised_is_never_rewritten(concern, columns):
    with pytest.raises(Error, match="added, never changed"):
        change(concern, **columns)


def test_updates_and_shares_are_never_rewritten_or_removed(concern, share, sheila):
    note = actions.add_update(
        concern, by=sheila, once=uuid.uuid4(), words="New.", review_on=concern.review_on
    )
    for row, columns in [(note, {"words": "Old."}), (share, {"reason": "Other."})]:
        with pytest.raises(Error):
            change(row, **columns)
        with pytest.raises(Error), transaction.atomic():
            row.delete()
    actions.stop_sharing_concern(share, by=sheila)
    with pytest.raises(Error, match="added, never changed"):
        change(share, ended_at=None, ended_by=None)


def test_a_concern_that_is_shared_stays_at_its_site(concern, share):
    with pytest.raises(IntegrityError, match="stays at its site"):
        change(concern, site=make.make_site())
