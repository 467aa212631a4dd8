"""The smallest true example of each thing. A test says only what it is about."""

import time
from datetime import timedelta
from itertools import count
from uuid import uuid4

from django.test import Client
from django.utils import timezone

from referrals.models import HandOn, Offer
from welcome import actions
from welcome.models import (
    ContactWish,
    Conversation,
    Dialog,
    Hope,
    Introduction,
    Meeting,
    Membership,
    Organisation,
    Passage,
    Person,
    Rating,
    Role,
    Site,
    Team,
    User,
)
from welcome.models.dialogs import ITEMS
from welcome.values.working_days import is_working_day

from . import files

#: What a partner says when it gives somebody back.
NEXT_STEP = {"reason": "full", "suggestion": "Open Door have room on Tuesdays."}

_number = count(1)


def make_site(**given):
    n = next(_number)
    default = {"slug": f"site-{n}", "name": f"Town {n}", "nation": "england"}
    site = Site.objects.create(**default | given)
    actions.give_templates(site)
    return site


def make_team(**given):
    if "site" not in given:
        given["site"] = make_site()
    n = next(_number)
    default = {"name": f"Team {n}", "email": f"team{n}@example.org"}
    return Team.objects.create(**default | given)


def make_organisation(**given):
    return Organisation.objects.create(**{"name": f"Agency {next(_number)}"} | given)


def make_user(**given):
    n = next(_number)
    default = {"email": f"user{n}@example.org", "name": f"Worker {n}"}
    return User.objects.create_user(password=None, **default | given)


def make_member(role, place, **given):
    """Somebody with one role: in a team, or in an organisation."""
    user = make_user(**given)
    key = "team" if isinstance(place, Team) else "organisation"
    Membership.objects.create(user=user, role=role, **{key: place})
    return user


def make_welcomer(team, **given):
    return make_member(Role.WELCOMER, team, **given)


def make_partner(organisation, **given):
    return make_member(Role.PARTNER, organisation, **given)


def make_person(**given):
    """A record that is not open yet: nobody has finished listening."""
    if "team" not in given:
        given["team"] = make_team()
    default = {"known_as": f"Somebody {next(_number)}", "site": given["team"].site}
    person = Person.objects.create(**default | given)
    ContactWish.objects.create(person=person)
    return person


def make_open_person(by, **given):
    """Somebody who has been heard, and whom their team holds."""
    person = make_person(**{"team": by.first_team} | given)
    actions.hold(person, by=by, team=person.team, worker=by)
    person.refresh_from_db()
    return person


def make_conversation(person, by, **given):
    default = {"team": person.team, "listener": by, "is_first": True}
    return Conversation.objects.create(person=person, **default | given)


def make_passage(person, by, **given):
    default = {"prompt": "brought", "words": "I stopped opening my post."}
    return Passage.objects.create(person=person, heard_by=by, **default | given)


def add_file(person, by, **given):
    """A file that was added the usual way: a PDF of a few lines."""
    default = {
        "once": uuid4(),
        "content": files.PDF,
        "type": "pdf",
        "kind": "letter_received",
        "title": f"Letter {next(_number)}",
        "dated": timezone.localdate(),
        "audience": "team",
        "person_may_see": False,
    }
    return actions.add_attachment(person, by=by, **default | given)


def make_letter(person, by, **given):
    """A draft of a letter to the person."""
    default = {"once": uuid4(), "to": "person", "addressee": "Amina", "words": "Dear"}
    return actions.save_letter(person, by=by, **default | given)


def make_hope(person, by, *scores, **given):
    """A hope, rated as often as there are numbers, a second apart."""
    default = {"words": "To open one letter and not be sick with it."}
    hope = Hope.objects.create(person=person, named_by=by, **default | given)
    for second, score in enumerate(scores):
        at = hope.named_at + timedelta(seconds=second)
        Rating.objects.create(hope=hope, score=score, by=by, at=at)
    return hope


def make_dialog(person, by, **given):
    if not given.keys() & ITEMS.keys():
        given["job"] = 3
    return Dialog.objects.create(person=person, by=by, **given)


def make_introduction(team, **given):
    default = {
        "site": team.site,
        "source": "self",
        "known_as": f"Newcomer {next(_number)}",
        "phone": "07700 900123",
        "made_at": timezone.now(),
        "once": uuid4(),
        "made_by": User.objects.hand("front_door"),
    }
    return Introduction.objects.create(team=team, **default | given)


def make_meeting(by, at, **given):
    """A first conversation that is planned with somebody new."""
    if "introduction" not in given:
        given["introduction"] = make_introduction(by.first_team)
    default = {"who": by, "at": at, "how": "ours", "planned_by": by}
    return Meeting.objects.create(**default | given)


def make_offer(partner, **given):
    default = {
        "site": partner.site,
        "name": f"Offer {next(_number)}",
        "words": "Somebody sits with you while you open the letters.",
        "needs": ["money"],
    }
    return Offer.objects.create(partner=partner, **default | given)


def ask_to_hold(person, by, to_team, **given):
    """Another team, or a colleague, is asked to hold somebody; they agreed to it."""
    default = {
        "why": "They live nearer to you now.",
        "agreed_words": "Aye, if they know already.",
        "agreed_how": "phone",
        "may_read": True,
    }
    return actions.ask_to_hold(person, by=by, to_team=to_team, **default | given)


def raise_concern(person, by, **given):
    """A safeguarding concern of somebody in the person's team."""
    default = {
        "once": uuid4(),
        "place": by.first_team or by.current_memberships[0].organisation,
        "kind": "adult",
        "seen_or_said": "A bruise on her wrist. She said he took her card.",
        "who_was_told": "The council’s duty line, at noon.",
        "review_on": timezone.localdate() + timedelta(days=7),
    }
    return actions.raise_concern(person, by=by, **default | given)


def typed_concern(**more):
    """What somebody types on the page where a concern is raised, or reopened."""
    day = timezone.localdate() + timedelta(days=7)
    return {
        "once": str(uuid4()),
        "kind": "child",
        "seen_or_said": "Her boy was alone at ten.",
        "who_was_told": "No one yet.",
        "is_shown": "no",
        "review_on_0": day.day,
        "review_on_1": day.month,
        "review_on_2": day.year,
    } | more


def browser_of(user):
    client = Client()
    client.force_login(user)
    return client


def sign_in_just_now(client, user):
    """Signed in with a password a moment ago: nothing asks for it again."""
    client.force_login(user)
    session = client.session
    session["account_authentication_methods"] = [
        {"method": "password", "at": time.time()}
    ]
    session.save()


def seen(thing):
    """What a page shows that was opened just now; of a hand-on, its referral."""
    now = type(thing)._base_manager.get(pk=thing.pk)
    return now.referral.seen if isinstance(now, HandOn) else now.seen


def working_day(after):
    """The first day from so many days ahead on which every team is open."""
    day = timezone.localdate() + timedelta(days=after)
    while not all(is_working_day(day, n) for n in ("england", "scotland")):
        day += timedelta(days=1)
    return day


def in_boxes(name, day):
    """A day as a form sends it: three boxes."""
    return {f"{name}_0": day.day, f"{name}_1": day.month, f"{name}_2": day.year}


def a_pause(**given):
    """What is said to pause help: see `referrals.actions.pause`."""
    until = timezone.localdate() + timedelta(days=14)
    return {"reason": "away", "until": until, **given}
