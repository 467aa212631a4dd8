"""What happened with a partner, said to the person on their own page. Pure.

Only where the sentence for staff speaks about them: the others are the same for both.
"""

TO_YOU = {
    "request.made": "You asked for help",
    "request.changed": "What you asked for was changed before it was sent",
    "agreement.given": "You agreed to share with {holder}",
    "agreement.changed": "You agreed that {holder} can read the corrected words",
    "agreement.reviewed": "We asked you whether {holder} can read on after its help",
    "agreement.withdrawn": "Your agreement with {holder} ended",
    "hand_on.agreed": "You agreed to move from {holder} to another service",
    "hand_on.declined": "You declined the other service: {holder} is still helping",
    "introducer.told": "We told your introducer that help from {holder} has ended",
    "first_meeting.they_cancelled": "You cancelled the first meeting with {holder}",
    "first_meeting.told": "We told you that the meeting with {holder} is off",
    "objection.made": "You said no to {holder}; we will remember it",
    "objection.lifted": "You’ve changed your mind: we can ask {holder} again",
    "gap.noted": "None of the offers here fits what you need",
    "told_again.said": "You said whether {holder} made you tell your story again",
}
