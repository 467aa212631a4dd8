"""No door that moves a referral opens from a page that is out of date.

Every door of a referral is found in the URL conf: it is one of the moves below, each
tried with an old page and with one opened just now, or it says why it is none.
"""

import ast
import inspect
import uuid
from datetime import timedelta

import pytest
from django.urls import get_resolver, reverse
from django.utils import timezone

from referrals import actions
from referrals.models import Agreement, HandOn, Referral
from welcome.actions import private_links
from welcome.models import User

from .. import factories as make

#: Where a door is about a referral, or about what is prepared to become one.
OF_A_REFERRAL = (
    *("referrals/<uuid:pk>", "referrals/triage/<", "referrals/team/<", "hand-ons/"),
    *("requests/", "first-meetings/", "my-story/<str:token>/agreed/<"),
)
TYPED = "Typed on a page that is old."
BACK = {"reason": "age", "suggestion": TYPED}
WELL = {"how": "better", "words": TYPED, "told_again": "no"}
#: Who presses, how the referral stands before, and what the form says beside the mark.
MOVES = {
    "accept": ("omar", "sent", {}),
    "give_back": ("omar", "sent", BACK),
    "triage_at": (
        "omar", "sent", {"choice": "back"} | {f"back-{k}": v for k, v in BACK.items()},
    ),
    "farewell": ("omar", "helping", WELL),
    "pause": ("omar", "helping", {"reason": "away", "words": TYPED, "until": "soon"}),
    "resume": ("omar", "paused", {}),
    "hand_on": ("omar", "sent", {"words": TYPED, "offer": "another"}),
    "put_right": ("priya", "returned", {"why": TYPED}),
    "withdraw": ("priya", "helping", {}),
    "stop_sharing": ("priya", "helping", {}),
    "change_agreement": ("priya", "helping", {"agreed": True}),
    "decide": ("priya", "returned", {}),
    "agree": ("priya", "draft", {"agreed": True}),
    "discard": ("priya", "draft", {}),
    "answer_hand_on": ("priya", "sent", {"agreed": True}),
    "decline_hand_on": ("priya", "sent", {"answer": TYPED}),
    "worker": ("omar", "helping", {"worker": "farah"}),
    "my_withdrawal": (None, "helping", {"end": "yes"}),
}  # fmt: skip
NOT_A_MOVE = {
    "restore": "prepares again what was discarded; what stands now is looked at",
    "referral": "only read",
    "letter": "only read",
    "meeting_file": "only read",
    "emergency": "opens the record for reading",
    "ask": "a question is added; whether it can be asked is looked at again",
    "answer": "each question is answered once",
    "note": "notes are added; whether help is under way is looked at again",
    "rate_hope": "ratings are added; whether help is under way is looked at again",
    "learn": "each note joins the story once",
    "raise_safeguarding": "a concern is added",
    "shared_attachment": "only read",
    "object_to": "remembered once, and taken back by a row of its own",
    "try_elsewhere": "prepares a draft, and only of what still waits for us",
    "meet": "names the meeting that it replaces",
    "confirm_meeting": "a meeting that was moved is another one",
    "settle_meeting": "a meeting is settled once",
    "my_told_again": "asked until it is answered",
    "my_meeting_file": "only read",
    "my_not_coming": "names the meeting that the page showed",
    "my_letter": "only read",
}
#: Actions that move a referral on the way to something else.
ON_THE_WAY = {"add_note", "rate_hope"}
MOVERS = {"move", "put_back", "put_aside", "send", "_asked_no_more"}
MARKS = [None, "", "sent.0", "helping.1764480000.123456", "\x00"]


def test_every_door_of_a_referral_is_a_move_or_says_why_it_is_none():
    patterns = get_resolver("referrals.urls").url_patterns
    found = {p.name for p in patterns if str(p.pattern).startswith(OF_A_REFERRAL)}

    assert found == MOVES.keys() | NOT_A_MOVE.keys()


def test_every_action_that_moves_a_referral_asks_what_was_seen():
    moving = {name for name in actions.__all__ if _moves(getattr(actions, name))}

    assert {"accept", "withdraw", "reopen", "pause", "agree_and_send"} <= moving
    forgetful = {name for name in moving if not _asks(getattr(actions, name))}
    assert forgetful == ON_THE_WAY


def _moves(action):
    if not inspect.isfunction(action):
        return False
    tree = ast.walk(ast.parse(inspect.getsource(inspect.unwrap(action))))
    called = [node.func for node in tree if isinstance(node, ast.Call)]
    return bool(MOVERS & {getattr(f, "attr", getattr(f, "id", "")) for f in called})


def _asks(action):
    seen = inspect.signature(action).parameters.get("seen")
    return seen is not None and seen.default is inspect.Parameter.empty


@pytest.fixture
def stands(sent, omar, priya, amina, letters):
    """A referral, brought to where a door is open; and the draft of another."""

    def bring(state):
        if state in ("helping", "paused"):
            actions.accept(sent, by=omar, seen=make.seen(sent))
            actions.begin_helping(sent, by=omar, seen=make.seen(sent))
        if state == "paused":
            actions.pause(sent, by=omar, seen=make.seen(sent), **make.a_pause())
        if state == "returned":
            actions.give_back(sent, by=omar, seen=make.seen(sent), **BACK)
        if state != "draft":
            return Referral.objects.get(pk=sent.pk)
        return actions.prepare(
            amina, by=priya, once=uuid.uuid4(), words="Help", need="money",
            urgency="usual", offers=[make.make_offer(letters.partner)], despite="Yes.",
        )  # fmt: skip

    return bring


@pytest.fixture
def press(client, request, stands, amina, letters, omar, farah):
    """Opens a door as a page would, with the mark given; None leaves it out."""

    def at(door):
        who, state, said = MOVES[door]
        thing = about = stands(state)
        if door in ("answer_hand_on", "decline_hand_on"):
            thing = actions.propose_hand_on(
                about, by=omar, seen=about.seen, words="Nearer",
                offer=_elsewhere(letters),
            )  # fmt: skip
        if who:
            client.force_login(request.getfixturevalue(who))
        address = _address(client, door, thing, amina)
        said = _filled(dict(said), about, amina, letters, farah)
        name = f"seen-{about.pk}" if door == "worker" else "seen"
        return about, lambda mark: client.post(
            address, said | ({} if mark is None else {name: mark})
        )

    return at


def _address(client, door, thing, amina):
    if door == "my_withdrawal":
        return f"{_own_door(client, amina)}agreed/{thing.pk}/end/"
    pk = thing.worker_id if door == "worker" else thing.pk
    return reverse(f"referrals:{door}", args=[pk])


def _own_door(client, amina):
    said = {"way": "hand", "once": uuid.uuid4(), "question": "", "fact": "Teapot"}
    by = User.objects.get(name="Priya Nair")
    path = private_links.send_door(amina, by=by, **said)
    client.post(path, {"fact": "Teapot"})
    return path


def _elsewhere(letters):
    """An offer of another partner at the same site."""
    other = make.make_organisation(site=letters.site, is_partner=True)
    return make.make_offer(other)


def _filled(said, about, amina, letters, farah):
    """What only this world knows: an offer, the parts of a story, who takes over."""
    if said.pop("agreed", None):
        day = timezone.localdate() + timedelta(days=30)
        said |= {
            "send": "yes", "words": TYPED, "how": "phone", "after_help": "ends",
            "until_on_0": day.day, "until_on_1": day.month, "until_on_2": day.year,
            "passages": [str(p.pk) for p in amina.passages.all()],
            "instead_of": str(getattr(about, "agreement_id", "") or ""),
        }  # fmt: skip
    if said.get("offer"):
        said["offer"] = str(_elsewhere(letters).pk)
    if said.pop("until", None):
        said |= make.in_boxes("until", timezone.localdate() + timedelta(days=30))
    if said.get("worker"):
        said |= {"worker": farah.pk, "referrals": [str(about.pk)]}
    return said


def as_it_is():
    """Everything that a move could change."""
    return [
        list(model.objects.order_by("pk").values())
        for model in (Referral, HandOn, Agreement)
    ]


@pytest.mark.parametrize("door", MOVES)
def test_a_page_that_is_out_of_date_moves_nothing(press, door):
    _, send = press(door)
    before = as_it_is()

    for mark in MARKS:
        answer = send(mark)
        assert answer.status_code == 409, mark
        assert TYPED not in str(MOVES[door]) or TYPED in answer.content.decode()
    assert as_it_is() == before


@pytest.mark.parametrize("door", MOVES)
def test_the_same_page_opened_just_now_moves_it(press, door):
    about, send = press(door)
    before = as_it_is()

    assert send(about.seen).status_code == 302
    assert as_it_is() != before
