"""The boxes on a conversation's page: what is asked, in the order in which it is asked.

The first ones become passages of the story, by the prompt they are named after; the
rest say how to be good to this person.
"""

from ..models import Prompt

#: Boxes that become passages. Five short ones first; then how to be of help.
PASSAGES: list[str] = [
    Prompt.BROUGHT,
    Prompt.GOING_WELL,
    Prompt.HARD,
    Prompt.WOULD_LIKE,
    Prompt.MATTERS,
    Prompt.PLEASE_DO,
    Prompt.PLEASE_DONT,
    Prompt.KEEPS_SAFE,
]
ABOUT: list[str] = [
    "place",
    "phone",
    "email",
    "may",
    "reach_words",
    "access",
    "access_words",
    "interpreter",
]
BOXES: list[str] = [*PASSAGES, *ABOUT]
