"""The same form sent twice: the same words once, and of other words none is lost.

Every form with a `once` is found from the table of doors; one that is not told how to
be filled in here fails.
"""

import time
import uuid
from datetime import timedelta
from html import unescape

import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from referrals import actions as referrals
from referrals.models import Offer, Request
from storybooks.models import Narrative
from welcome.models import (
    Attachment,
    Contact,
    Dialog,
    Hope,
    Introduction,
    Letter,
    PrivateLink,
    Rating,
    SafeguardingConcern,
    SafeguardingNote,
    TypedTotal,
)

from .. import factories as make
from .. import files
from ..undone import undone
from .forms_found import read
from .insiders import GET_DOORS, forms_within

pytestmark = pytest.mark.usefixtures("no_crowd")

ONE, OTHER = "The first text.", "Quite another text."


class PdfAgain(SimpleUploadedFile):
    """A file that a browser sends as often as it is told to."""

    def read(self, *size):
        self.seek(0)
        return super().read(*size)


def words(model, **more):
    return model, {"words": ONE, **more}, {"words": OTHER}


RATING = words(Rating, score="4", voice="person")
TYPED = {name: said for name, said in make.typed_concern().items() if name != "once"}
RAISED = (
    SafeguardingConcern, TYPED | {"seen_or_said": ONE}, {"seen_or_said": OTHER},
)  # fmt: skip
OFFERED = {
    "name": "Sit beside me", "needs": ["money"], "stands": "active", "only_for": "",
    "ages_from": "18",
}  # fmt: skip
ASKED = {"known_as": "Ruth", "reach": "07700 900123"}
#: What each form makes, a first text, and what is changed for the second one.
FORMS = {
    "welcome:front": words(Introduction, **ASKED),
    "welcome:front_at": words(Introduction, **ASKED),
    "welcome:introduce": words(
        Introduction, **ASKED, person_knows="yes", introducer_name="Dr Shah",
        source="gp", introducer_contact="0131 496 0155",
    ),
    "welcome:hopes": words(Hope),
    "welcome:my_hopes": words(Hope),
    "welcome:rate_hope": RATING,
    "welcome:my_rating": words(Rating, score="4"),
    "referrals:rate_hope": RATING,
    "welcome:dialog": (Dialog, {"job": "3", "place": ONE}, {"place": OTHER}),
    "welcome:correct_dialog": (Dialog, {"job": "3", "place": ONE}, {"place": OTHER}),
    "welcome:type_total": (
        TypedTotal, {"scale": "reqol10", "total": "12"}, {"total": "14"},
    ),
    "welcome:log_call": words(Contact, reached="no"),
    "welcome:contacts": words(Contact, kind="call", direction="out", outcome="spoke"),
    "welcome:door": (
        PrivateLink, {"way": "hand", "fact": "teapot"}, {"fact": "copper kettle"},
    ),
    "welcome:new_letter": words(Letter, addressee="Amina"),
    "welcome:add_attachment": (
        Attachment,
        {
            "title": ONE, "kind": "form", "audience": "team", "dated_0": "1",
            "dated_1": "2", "dated_2": "2026", "file": PdfAgain("a.pdf", files.PDF),
        },
        {"title": OTHER},
    ),
    "referrals:send_on": words(Request, need="money", urgency="usual"),
    "referrals:new_offer": words(Offer, **OFFERED),
    "welcome:raise_safeguarding": RAISED,
    "welcome:raise_in_an_emergency": RAISED,
    "referrals:raise_safeguarding": RAISED,
    "welcome:update_safeguarding": words(SafeguardingNote, **TYPED),
    "storybooks:write": (
        Narrative, {"title": "The bag", "content_note": "Debt.", "text": ONE},
        {"text": OTHER},
    ),
}  # fmt: skip
FORMS["welcome:introduce_at"] = FORMS["welcome:introduce"]
#: The pages on which they are, behind no private link.
PAGES = [
    *("welcome:front", "welcome:front_at", "welcome:introduce", "welcome:introduce_at"),
    *("welcome:hopes", "welcome:dialog", "welcome:correct_dialog", "welcome:waits"),
    *("welcome:contacts", "welcome:add_attachment", "welcome:new_letter"),
    *("welcome:door", "referrals:send_on", "referrals:new_offer", "storybooks:write"),
    *("welcome:raise_safeguarding", "welcome:raise_in_an_emergency"),
    *("referrals:raise_safeguarding", "welcome:update_safeguarding"),
]
#: Put right in its place, with what was said first beside it, until it is answered.
IN_PLACE = (Introduction, Request)
#: Where no page may show the first text: of a word only a hash is kept, and the page
#: that thanks somebody at the front door is open to whoever sits there next.
NOT_SHOWN = (PrivateLink, Introduction)
#: Where the second press of the same words is told that the link was shown already.
OK = dict.fromkeys([model for model, *_ in FORMS.values()], (200,))
OK[PrivateLink] = (200, 409)
SAYS = {
    PrivateLink: "The earlier link no longer works",
    Introduction: "We’ve kept all of them",
    Request: "We’ve kept both texts",
}


@pytest.fixture
def at_work(amina, priya, site, things):
    """A partner's page of a referral where they help, and may read her hopes."""
    kettle = make.make_organisation(name="The Kettle", site=site, is_partner=True)
    lou = make.make_partner(kettle, name="Lou Bain")
    made = referrals.prepare(
        amina, by=priya, once=uuid.uuid4(), words="Come along", need="money",
        urgency="usual", offers=[make.make_offer(kettle)],
    )  # fmt: skip
    (referral,) = referrals.agree_and_send(
        made, seen=make.seen(made),
        by=priya, passages=list(amina.passages.all()), words="Aye.", how="phone",
        until_on=timezone.localdate() + timedelta(days=30), shares_hopes=True,
    )  # fmt: skip
    referrals.accept(referral, seen=make.seen(referral), by=lou)
    make.make_offer(kettle, name="Not asked yet")
    client = Client()
    client.force_login(lou)
    return client, f"/referrals/{referral.pk}/"


@pytest.fixture
def found(request, at_work, forms_behind):
    """Every form with a `once` on the pages of these doors, and who can send it."""
    homes = [request.getfixturevalue(n) for n in ("amina_at_home", "jean_at_home")]

    def found(doors):
        pairs = [(c, form) for c, path in homes for form in forms_within(c, path)]
        for door in doors:
            client, forms = forms_behind(door)
            pairs += [(client, form) for form in forms]
        client, address = at_work
        forms, _ = read(address, client.get(address).content.decode())
        pairs += [(client, form) for form in forms]
        return {form.door: (c, form) for c, form in pairs if _key(form)}

    return found


def _key(form):
    """The name of its `once`, perhaps after a prefix."""
    return next((n for n in form.fields if n == "once" or n.endswith("-once")), "")


@pytest.fixture
def send(found):
    """Sends the form of a door under one key, with these texts over the first one."""
    here = found(PAGES)

    def send(door, once, *texts):
        client, form = here[door]
        first, key = FORMS[door][1], _key(form)
        said = {key: once} | _chosen(form)
        for name, value in [pair for text in (first, *texts) for pair in text.items()]:
            said[key.removesuffix("once") + name] = value
        return client.post(form.action, said, follow=True)

    return send


def _chosen(form):
    """What this world has to choose from; and when the page was opened."""
    said = {}
    for name in {"site", "storybook", "contributor"} & form.fields.keys():
        said[name] = form.fields[name].options[-1]
    if "offers" in form.fields:
        said["offers"] = str(Offer.objects.get(name="Not asked yet").pk)
    if "began" in form.fields:
        said["began"] = signing.dumps(int(time.time()) - 60, salt="front door")
    return said


def kept(door):
    return FORMS[door][0]._base_manager.count()


def test_every_form_with_a_key_is_tried_here(found):
    assert set(found(GET_DOORS)) == set(FORMS)


def test_the_same_words_twice_are_kept_once(send):
    for door in FORMS:
        with undone():
            once, before = uuid.uuid4(), kept(door)
            send(door, once)
            assert kept(door) == before + 1, door
            assert send(door, once).status_code < 500, door
            assert kept(door) == before + 1, door


def test_other_words_under_the_same_key_lose_neither(send):
    for door, (model, first, other) in FORMS.items():
        with undone():
            once, before = uuid.uuid4(), kept(door)
            send(door, once)
            answers = [send(door, once, other) for _ in "12"]  # this one twice as well

            assert all(answer.status_code in OK[model] for answer in answers), door
            rows = 1 if model in IN_PLACE else 2
            assert kept(door) == before + rows, door
            assert _both(model, first, other), door


def test_the_page_says_that_both_are_kept_and_shows_them(send):
    for door, (model, first, other) in FORMS.items():
        with undone():
            once = uuid.uuid4()
            send(door, once)
            page = unescape(send(door, once, other).content.decode())

            assert SAYS.get(model, "We’ve kept both") in page, door
            if model not in NOT_SHOWN:
                texts = {first[name] for name in other} | set(other.values())
                assert [text for text in texts if text not in page] == [], door


def test_a_key_that_cannot_be_read_stops_nobody(send):
    for door in FORMS:
        for nonsense in ("²", "1" * 5000, "", "\x00", "x"):
            with undone():
                before = kept(door)
                assert send(door, nonsense).status_code == 200, door
                assert kept(door) == before + 1, (door, nonsense)


def test_a_key_of_another_row_takes_nothing_from_it(send, amina, priya):
    """Somebody's page, kept by a browser, and sent again for somebody else."""
    hope = make.make_hope(amina, priya, 3)
    taken = {
        Hope: hope.pk, Rating: hope.ratings.get().pk,
        Dialog: make.make_dialog(amina, priya).pk,
    }  # fmt: skip
    for door, (model, *_) in FORMS.items():
        if model in taken:
            with undone():
                before = kept(door)
                assert send(door, taken[model]).status_code == 200, door
                assert kept(door) == before + 1, door


def _both(model, first, other):
    """Whether both texts are in the database, wherever they are kept."""
    if model is PrivateLink:
        return True  # only hashes are: two rows are two words
    (name,) = other
    if model in IN_PLACE:
        row = model._base_manager.latest("made_at")
        return row.words == other[name] and first[name] in str(row.said_before)
    rows = model._base_manager.filter(**{f"{name}__in": [first[name], other[name]]})
    return len(set(rows.values_list(name, flat=True))) == 2
