"""A marked word goes in at every door, and is in the story once, and in the history."""

import time
import uuid

import pytest
from django.core import signing
from django.urls import reverse

from referrals import actions as referrals
from referrals.models import Retold
from welcome import actions
from welcome.actions import private_links
from welcome.models import Introduction, Passage, Person

from .. import factories as make
from ..reading_pages import text

MARKED = "Quincebreath: I hum when the letters come."
FACT = "Copper teapot"


class Doors:
    """Each method puts the marked word in at one door, as its user would."""

    def __init__(self, client, amina, priya, omar, sent):
        self.client, self.amina, self.sent = client, amina, sent
        self.priya, self.omar = priya, omar

    def post(self, user, address, said):
        if user:
            self.client.force_login(user)
        else:
            self.client.logout()
        answer = self.client.post(address, said)
        assert answer.status_code == 302, text(answer)
        return answer

    def public_form(self):
        began = signing.dumps(int(time.time()) - 60, salt="front door")
        said = {
            "known_as": "Ailsa", "reach": "07700 900418", "ways": ["text"],
            "words": MARKED, "postcode": "", "began": began, "once": uuid.uuid4(),
        }  # fmt: skip
        self.post(None, f"/at/{self.amina.site.slug}/", said)
        return self._finished(Introduction.objects.get(known_as="Ailsa"))

    def welcome_call(self):
        who = make.make_introduction(self.amina.team, known_as="Ailsa", may_call=True)
        said = {"once": uuid.uuid4(), "reached": "yes", "words": MARKED}
        self.post(self.priya, f"/waiting/{who.pk}/call/", said)
        return self._finished(who)

    def _finished(self, introduction):
        """The first conversation, finished as it is filled in already."""
        draft = actions.welcome(
            by=self.priya,
            team=self.amina.team,
            known_as="Ailsa",
            introduction=introduction,
        )
        address = f"/conversations/{draft.pk}/"
        self.client.force_login(self.priya)
        page = text(self.client.get(address))
        assert MARKED in page
        said = {"said_1": MARKED, "read_back": "yes", "finish": "yes"}
        self.post(self.priya, address, said)
        return draft.person

    def first_conversation(self):
        draft = actions.welcome(by=self.priya, team=self.amina.team, known_as="Ailsa")
        said = {"brought": MARKED, "read_back": "yes", "finish": "yes"}
        self.post(self.priya, f"/conversations/{draft.pk}/", said)
        return draft.person

    def adding_later(self):
        draft = actions.begin(self.amina, by=self.priya)
        said = {"going_well": MARKED, "read_back": "yes", "finish": "yes"}
        self.post(self.priya, f"/conversations/{draft.pk}/", said)
        return self.amina

    def quick_note(self):
        said = {
            "kind": "call", "direction": "in", "outcome": "spoke", "words": MARKED,
            "theirs": "on", "once": uuid.uuid4(),
        }  # fmt: skip
        self.post(self.priya, f"/people/{self.amina.pk}/contacts/", said)
        return self.amina

    def own_page(self):
        given = {"way": "hand", "once": uuid.uuid4(), "question": "", "fact": FACT}
        path = private_links.send_door(self.amina, by=self.priya, **given)
        self.client.logout()
        self.client.post(path, {"fact": FACT})
        self.client.post(f"{path}add/", {"prompt": "added", "words": MARKED})
        return self.amina

    def correction(self):
        passage = self.amina.passages.exclude(prompt="brought").get()
        said = {"words": MARKED, "read_back": "yes"}
        self.post(self.priya, f"/passages/{passage.pk}/correct/", said)
        return self.amina

    def answer_to_a_partner(self):
        question = referrals.ask(self.sent, by=self.omar, words="What do you do then?")
        said = {"answer-words": MARKED, "answer-joins_story": "yes"}
        at = reverse("referrals:answer", args=[self.sent.pk, question.pk])
        self.post(self.priya, at, said)
        return self.amina

    def partners_note(self):
        self._help()
        said = {"note-words": MARKED, "note-joins_story": "on"}
        self.post(self.omar, f"/referrals/{self.sent.pk}/note/", said)
        return self.amina

    def partners_farewell(self):
        self._help()
        referrals.say_farewell(
            self.sent, seen=make.seen(self.sent), by=self.omar, how="better",
            words=MARKED, told_again=Retold.NO, joins_story=True,
        )  # fmt: skip
        return self.amina

    def _help(self):
        for move in (referrals.accept, referrals.begin_helping):
            move(self.sent, seen=make.seen(self.sent), by=self.omar)


DOORS = [name for name in vars(Doors) if not name.startswith("_") and name != "post"]


@pytest.mark.parametrize("door", DOORS)
def test_words_from_every_door_join_the_story_once(
    client, amina, priya, omar, sent, door
):
    person = getattr(Doors(client, amina, priya, omar, sent), door)()

    person = Person.objects.get(pk=person.pk)
    (passage,) = Passage.objects.current().filter(person=person, words=MARKED)
    client.force_login(priya)
    story = text(client.get(f"/people/{person.pk}/"))
    assert story.count(MARKED) == 1
    assert passage.byline in story
    assert MARKED in text(client.get(f"/people/{person.pk}/trail/"))
