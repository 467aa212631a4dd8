"""A person's private link, as a welcomer hands it over; and the word that opens it."""

import uuid

from welcome.actions import private_links

WORD = "Copper teapot"


def send(person, by, **more):
    given = {"way": "hand", "once": uuid.uuid4(), "question": "", "fact": WORD}
    return private_links.send_door(person, by=by, **given | more)
