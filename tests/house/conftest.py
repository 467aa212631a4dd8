"""One thing of each kind, so that every address leads somewhere.

`things` is what an address names: its arguments, by the kind of thing. Whoever tries
many addresses makes it once, and undoes each try (`knocking.py`).
"""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from referrals import actions as referrals
from referrals.actions.directory_rounds import keep_round
from referrals.models import Agreement, Change, DirectoryFeed, Offer, SharedAttachment
from referrals.open_referral import terms, writing
from storybooks import actions as storybooks
from storybooks.models import Contributor, Narrative, Storybook
from welcome import actions as welcome
from welcome.actions import import_files, imports
from welcome.import_runs import batches
from welcome.linking.snapshot import seen
from welcome.models import Person, User

from .. import factories as make
from ..storybooks.tale import ANSWERS
from .insiders import *  # noqa: F403 — whoever is let in, and their forms
from .knocking import DEAD


@pytest.fixture
def send_to(amina, priya, omar):
    """Send Amina's story to one more offer."""

    def send_to(offer):
        made = referrals.prepare(
            amina, by=priya, once=uuid.uuid4(), words="Sit with me", need="money",
            urgency="usual", offers=[offer],
        )  # fmt: skip
        (referral,) = referrals.agree_and_send(
            made, seen=make.seen(made), by=priya, passages=list(amina.passages.all()),
            words="Aye.", how="phone",
            until_on=timezone.localdate() + timedelta(days=30),
        )  # fmt: skip
        return referral

    return send_to


@pytest.fixture
def ended(send_to, harbour, omar, priya):
    """Harbour has helped before, and gave a letter along."""
    sent = send_to(make.make_offer(harbour))
    referral = referrals.accept(sent, seen=sent.seen, by=omar)
    meeting = referrals.propose_meeting(
        referral, by=omar, at=timezone.now() + timedelta(days=2), how="ours"
    )
    referrals.confirm_meeting(meeting, by=priya, person_agrees=True)
    referrals.begin_helping(referral, seen=make.seen(referral), by=omar)
    return referrals.say_farewell(
        referral, seen=make.seen(referral), by=omar, how="better", words="Well.",
        told_again="no", letter="Dear",
    )  # fmt: skip


@pytest.fixture
def sent(ended, send_to, letters):
    return send_to(letters)


@pytest.fixture
def from_before(send_to, harbour):
    """Agreed to before anyone was asked whether reading ends with the help."""
    referral = send_to(make.make_offer(harbour))
    Agreement.objects.filter(referral=referral).update(after_help="")
    return referral


@pytest.fixture
def jean(edith):
    return Contributor.objects.create(
        organisation=edith.current_memberships[0].organisation,
        name="Jean Rutherford", email="jean@example.org",
        named="chosen", shown_as="Jean",
    )  # fmt: skip


@pytest.fixture
def book(db):
    return Storybook.objects.create(
        slug="the-long-way-round", kind="waiting", title="The long way round", words="x"
    )


@pytest.fixture
def narrative(jean, book, site):
    return Narrative.objects.create(
        storybook=book, contributor=jean, slug="the-bag", title="The bag", site=site,
        text="The first letter was from the gas.",
    )  # fmt: skip


@pytest.fixture
def published(jean, book, edith, site):
    """A story on the shelf, with Jean's yes and her time to think better of it."""
    story = storybooks.write(
        by=edith, once=uuid.uuid4(), storybook=book, contributor=jean, site=site,
        title="The kettle", text="It sang.", place="", content_note="",
        pull_quote="", themes=["waiting"],
    )  # fmt: skip
    storybooks.mark_deidentified(story, by=edith, seen=story.fingerprint, **ANSWERS)
    storybooks.send_to_contributor(story, by=edith, question="Where?", fact="Leith")
    storybooks.approve(
        story, by=User.objects.hand("person"), fingerprint=story.fingerprint,
        named="chosen", shown_as="Jean", uses=["web"],
        until_on=timezone.localdate() + timedelta(days=365),
    )  # fmt: skip
    Narrative.objects.filter(pk=story.pk).update(cooling_until=timezone.now())
    return storybooks.publish(story, by=edith)


@pytest.fixture
def linking(ruth, priya):
    """Two records of one woman that Ruth has linked."""
    one, other = (make.make_open_person(priya, known_as="Isla") for _ in range(2))
    kept, gone = (Person.objects.get(pk=person.pk) for person in (one, other))
    return welcome.link(
        kept, gone, by=ruth, why="Same sister", rules={}, as_seen=seen(kept, gone)
    )


@pytest.fixture
def people_list(ruth, team):
    """A team's own list, its columns named, ready to be brought over."""
    taken = import_files.take_file(
        b"Name\nUna Bell\n", by=ruth, team=team, file_name="list.csv"
    )
    imports.name_columns(taken, by=ruth, codes=taken.columns)
    while batches.go_on(taken.pk, seconds=60):
        pass
    return taken


@pytest.fixture
def things(
    amina, sent, ended, priya, ruth, tomasz, omar, carol, flora, sheila, letters,
    narrative, published, linking, people_list, from_before, site, team,
):  # fmt: skip
    Offer.objects.filter(pk=letters.pk).update(by_phone_or_video=True)
    question = referrals.ask(sent, by=omar, words="Which letters?")
    newcomer = make.make_person(team=team, known_as="Ruth")
    leaving = make.make_open_person(priya, known_as="Jean")
    emergency = welcome.open_in_emergency(
        amina, by=tomasz, why="life", words="She rang from the bridge."
    )
    concern = make.raise_concern(amina, priya)
    share = welcome.share_concern(
        concern, by=sheila, partner=letters.partner, reason="They visit her at home."
    )
    hope = make.make_hope(amina, priya)
    feed = DirectoryFeed.objects.create(url="https://x.example/services", site=site)
    shrunk = keep_round(feed, count={}, changes=[], missing=[letters.pk])
    file = make.add_file(amina, priya, person_may_see=True)
    SharedAttachment.objects.create(agreement=sent.agreement, attachment=file)
    twin = make.make_person(team=team, known_as="Aminah")
    asked = welcome.ask_lead(amina, twin, by=priya)
    welcome.say_not_the_same(amina, twin, by=ruth)
    of_team = welcome.ask_to_link(newcomer, leaving, by=ruth, path="/")
    welcome.say_not_the_same(newcomer, leaving, by=priya)
    gap = referrals.note_gap(amina, by=priya, need="housing", words="No room.")
    handover = make.ask_to_hold(leaving, by=priya, to_team=tomasz.first_team)
    change = Change.objects.create(
        site=site, name="Drop-in mornings", hypothesis="Sooner",
        began_on=timezone.localdate(), noted_by=carol, measure="heard",
    )  # fmt: skip
    huddle = welcome.begin_huddle(team, by=priya, there=[])
    decision = welcome.decide(
        amina, by=priya, huddle=huddle, words="Ring her", whose=priya
    )
    meeting = welcome.plan_meeting(
        make.make_introduction(team), by=priya, at=timezone.now(), who=priya, how="home"
    )
    later = timezone.now() + timedelta(days=7)
    again = welcome.plan_follow_up(amina, by=priya, who=priya, at=later, how="home")
    objection = referrals.object_to(amina, letters.partner, by=priya)
    return {
        "huddle": {"pk": huddle.pk},
        "about": {"about": f"person:{amina.pk}"},
        "task": {"pk": decision.task.pk},
        "meeting": {"pk": meeting.pk},
        "follow_up": {"pk": again.pk},
        "calendar": {"token": welcome.make_calendar_link(priya, by=priya)},
        "site": {"slug": site.slug},
        "team": {"pk": team.pk},
        "provider": {"provider": "notify"},
        "kind_of_today": {"code": "welcome-calls"},
        "kind_discarded": {"code": "discarded-letters"},
        "person": {"pk": amina.pk},
        "person_part": {"pk": amina.pk, "part": "names"},
        "supporter": {"pk": welcome.add_supporter(amina, by=priya, name="Fatima").pk},
        "file": {"pk": file.pk},
        "letter": {"pk": make.make_letter(amina, priya).pk},
        "person_template": {
            "pk": amina.pk,
            "template": site.letter_templates.get(to="person").pk,
        },
        "pair": {"pk": amina.pk, "other": newcomer.pk},
        "linking": {"pk": linking.pk},
        "emergency": {"pk": emergency.pk},
        "concern": {"pk": concern.pk},
        "concern_share": {"pk": concern.pk, "share": share.pk},
        "gap": {"pk": gap.pk},
        "directory_round": {"pk": shrunk.pk},
        "handover": {"pk": handover.pk},
        "passage": {"pk": amina.passages.first().pk},
        "hope": {"pk": hope.pk},
        "referral_hope": {"pk": sent.pk, "hope": hope.pk},
        "dialog": {"pk": make.make_dialog(amina, priya).pk},
        "draft": {"pk": welcome.begin(newcomer, by=priya).pk},
        "introduction": {"pk": make.make_introduction(team).pk},
        "referral": {"pk": sent.pk},
        "ended": {"pk": ended.pk},
        "from_before": {"pk": from_before.pk},
        "referral_file": {"pk": sent.pk, "file": file.pk},
        "referral_offer": {"pk": sent.pk, "offer": letters.pk},
        "hand_on": {
            "pk": referrals.propose_hand_on(
                sent,
                seen=make.seen(sent),
                by=omar,
                words="Nearer",
                offer=make.make_offer(
                    make.make_organisation(site=letters.site, is_partner=True)
                ),
            ).pk
        },
        "first_meeting": {
            "pk": referrals.propose_meeting(
                sent, by=omar, at=timezone.now() + timedelta(days=2), how="ours"
            ).pk
        },
        "objection": {"pk": objection.pk},
        "request": {"pk": sent.request_id},
        "question": {"pk": sent.pk, "question": question.pk},
        "offer": {"pk": letters.pk},
        "place": {"pk": writing.place_id(letters.pk, "virtual")},
        "taxonomy": {"pk": terms.NEEDS.id},
        "term": {"pk": terms.NEEDS.term("money").id},
        "worker": {"pk": omar.pk},
        "change": {"pk": change.pk},
        "measure": {"slug": "introductions"},
        "narrative": {"pk": narrative.pk},
        "book": {"slug": narrative.storybook.slug},
        "story": {"book": published.storybook.slug, "slug": published.slug},
        "list": {"pk": people_list.pk},
        "row_of_list": {"pk": people_list.pk, "number": 2},
        "duplicate_ask": {"pk": asked.pk},
        "link_asked": {"pk": of_team.pk},
        "person_other": {"pk": amina.pk, "other": newcomer.pk},
        "token": {"token": DEAD},
        "token_part": {"token": DEAD, "part": "needs"},
        "token_passage": {"token": DEAD, "pk": amina.passages.first().pk},
        "token_file": {"token": DEAD, "pk": file.pk},
        "token_hope": {"token": DEAD, "pk": hope.pk},
        "token_referral": {"token": DEAD, "pk": sent.pk},
        "token_ended": {"token": DEAD, "pk": ended.pk},
        "token_objection": {"token": DEAD, "pk": objection.pk},
        "token_device": {"token": DEAD, "pk": 1},
        "yes": {"yes": "yes"},
    }
