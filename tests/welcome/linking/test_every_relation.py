"""No model that points to a person is forgotten, today or later."""

from welcome.linking.relations import STAYS, every_relation, moving

#: All of it. A new model with a person fails here until somebody has thought about
#: it: does it move (most do), does it stay (see STAYS), is there only one of it
#: (`settle_before_linking`), does its team follow (`team_follows_the_person`)?
MOVES = {
    "referrals.Agreement.person",
    "referrals.Gap.person",
    "referrals.Objection.person",
    "referrals.Referral.person",
    "referrals.Request.person",
    "storybooks.Contributor.person",
    "welcome.AccessNeed.person",
    "welcome.Attachment.person",
    "welcome.Conversation.person",
    "welcome.Dialog.person",
    "welcome.Emergency.person",
    "welcome.FactsBefore.person",
    "welcome.Handover.person",
    "welcome.Hope.person",
    "welcome.Identifier.person",
    "welcome.ImportRow.person",
    "welcome.ImportRow.twin",
    "welcome.Introduction.person",
    "welcome.Letter.person",
    "welcome.MapVersion.person",
    "welcome.Mark.person",
    "welcome.Meeting.person",
    "welcome.Passage.person",
    "welcome.Person.linked_to",
    "welcome.PrivateLink.subject",
    "welcome.SafeguardingConcern.person",
    "welcome.Supporter.person",
    "welcome.TypedTotal.person",
}


def test_every_relation_was_thought_about():
    labels = {relation.label for relation in every_relation()}

    assert labels - set(STAYS) == MOVES
    assert set(STAYS) - labels <= {"welcome.NotTheSame.one", "welcome.NotTheSame.other"}


def test_what_moves_is_what_does_not_stay():
    assert {relation.label for relation in moving()} == MOVES
