"""A day on which everything that can need a welcomer does, as often as a test says.

The rows are saved as they are, without the actions, which refuse most of it at once.
"""

from datetime import timedelta
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from referrals.models import (
    Agreement,
    DirectoryFeed,
    FirstMeeting,
    HandOn,
    Outcome,
    Question,
    Referral,
    Request,
)
from welcome.audit import trail
from welcome.models import (
    ContactWish,
    Decision,
    DuplicateAsk,
    Emergency,
    Handover,
    Holding,
    Huddle,
    LinkAsked,
    Meeting,
    Message,
    Person,
    Task,
)

from .. import factories as make

DAY = timedelta(days=1)


class BusyDay:
    """Whoever needs Priya; each `make_…` of it adds what one kind of Today lists."""

    def __init__(self, priya, tomasz, omar, offer):
        self.priya, self.tomasz, self.omar, self.offer = priya, tomasz, omar, offer
        self.team, self.other = priya.first_team, tomasz.first_team
        self.now, self.number = timezone.now(), 0
        self.huddle = Huddle.objects.create(
            team=self.team,
            begun_by=priya,
            begun_at=self.now - DAY,
            ended_by=priya,
            ended_at=self.now,
        )

    @property
    def soon(self):
        """In an hour, or at the end of the day where there is less left of it."""
        midnight = timezone.localtime(self.now).replace(
            hour=23, minute=59, second=59, microsecond=0
        )
        return min(self.now + timedelta(hours=1), midnight)

    @transaction.atomic
    def fill(self, times):
        for _ in range(times):
            self.add_people()
            self.add_handovers()
            self.add_duplicates()
            self.add_emergencies()
            self.add_referrals()
            self.add_first_meetings()
            self.add_failed_text()
            self.add_directory()
        return self

    def add_directory(self):
        url = f"https://x.example/{uuid4()}"
        DirectoryFeed.objects.create(url=url, site=self.team.site).rounds.create(
            site=self.team.site, read_at=self.now, missing=[self.offer.pk]
        )

    def add_failed_text(self):
        person = self.person()
        event = trail.record(
            "person.welcomed", about=person, person=person, by=self.priya
        )
        Message.objects.create(
            event=event, channel="text", to="+447700900418", sent_at=self.now,
            template="text_please_ring", failed_at=self.now,
        )  # fmt: skip

    def person(self, team=None):
        team = team or self.team
        self.number += 1
        person = Person.objects.create(
            team=team, site=team.site, known_as=f"Person {self.number}",
            reference=f"LW-T{self.number}", is_open=True,
        )  # fmt: skip
        ContactWish.objects.create(person=person)
        worker = self.priya if team == self.team else self.tomasz
        Holding.objects.create(
            person=person, team=team, worker=worker, begun_by=worker, from_at=self.now
        )
        return person

    def add_people(self):
        priya, today = self.priya, timezone.localdate()
        make.make_introduction(self.team, words="I can do the sums.")
        for at in (self.now - DAY, self.soon, self.now + 3 * DAY):
            asked = make.make_introduction(self.team)
            Meeting.objects.create(
                introduction=asked, who=priya, planned_by=priya, how="ours", at=at,
                place="The library",
            )  # fmt: skip
        for reach_on in (today, today + 3 * DAY):
            Meeting.objects.create(
                person=self.person(), who=priya, planned_by=priya, how="ours",
                at=self.now - DAY, planned_at=self.now - DAY, state="not_kept",
                settled_at=self.now, settled_by=priya, next_step="reach",
                reach_on=reach_on,
            )  # fmt: skip
        for days in (-1, 0, 3):
            decision = Decision.objects.create(
                huddle=self.huddle, person=self.person(), words="Ring her.",
                decided_by=priya,
            )  # fmt: skip
            due = today + timedelta(days=days)
            Task.objects.create(decision=decision, whose=priya, due_on=due)
        make.make_conversation(self.person(), priya)

    def add_handovers(self):
        said_no = {"answered_at": self.now, "suggestion": "Ask the North West."}
        self.handover(self.tomasz, self.team)
        self.handover(self.priya, self.other)
        self.handover(
            self.priya, self.other, state="declined", answered_by=self.tomasz, **said_no
        )

    def handover(self, by, to_team, **given):
        return Handover.objects.create(
            person=self.person(by.first_team), from_team=by.first_team, to_team=to_team,
            why="Nearer to you.", agreed_words="Aye.", agreed_how="phone",
            offered_by=by, answer_due_on=timezone.localdate() + DAY, **given,
        )  # fmt: skip

    def add_duplicates(self):
        """Asked by Priya, answered to her, and asked by another team."""
        said_no = {"answered_at": self.now, "answer": "not_the_same"}
        for answer in ({}, said_no | {"answered_by": self.tomasz}):
            DuplicateAsk.objects.create(
                ours=self.person(), theirs=self.person(), asked_by=self.priya, **answer
            )
        LinkAsked.objects.create(
            ours=self.person(self.other), theirs=self.person(), asked_by=self.tomasz
        )
        LinkAsked.objects.create(
            ours=self.person(), theirs=self.person(self.other), asked_by=self.priya,
            answered_by=self.tomasz, **said_no,
        )  # fmt: skip

    def add_emergencies(self):
        for by, team in ((self.tomasz, self.team), (self.priya, self.other)):
            Emergency.objects.create(
                person=self.person(team), site=team.site, by=by, why="life", words="!",
                until_at=self.now + timedelta(hours=1),
                review_due_on=timezone.localdate() + DAY,
            )  # fmt: skip

    def add_referrals(self):
        yesterday = timezone.localdate() - DAY
        back = {"reason": "area", "suggestion": "Open Door."}
        self.referral("returned", **back)
        self.referral("sent", answer_due_on=yesterday)
        Question.objects.create(
            referral=self.referral("sent"), words="Which?", asked_by=self.omar
        )
        HandOn.objects.create(
            referral=self.referral("sent"), offer=self.offer, words="Nearer.",
            proposed_by=self.omar,
        )  # fmt: skip
        gone = self.referral("sent")
        Agreement.objects.filter(referral=gone).update(
            withdrawn_at=self.now, withdrawn_by=self.priya
        )
        self.referral("accepted", worker=self.omar, answered_at=self.now)
        ended = self.referral("ended", worker=self.omar, answered_at=self.now)
        Outcome.objects.create(
            referral=ended, how="better", words="Well.", by=self.omar
        )
        self.draft()

    def referral(self, state, **given):
        person, now = self.person(), self.now
        agreement = Agreement.objects.create(
            person=person, words="Aye.", how="phone", asked_by=self.priya,
            until_on=timezone.localdate() + 90 * DAY,
        )  # fmt: skip
        facts = {"moved_at": now, "moved_by": self.priya, "sent_at": now}
        facts |= {"sent_by": self.priya, "agreement": agreement}
        facts["answer_due_on"] = timezone.localdate() + 2 * DAY
        return self._save(person, state=state, **facts | given)

    def draft(self):
        return self._save(self.person(), state="draft")

    def _save(self, person, **facts):
        request = Request.objects.create(
            person=person, words="Sit with me.", made_by=self.priya, once=uuid4()
        )
        return Referral.objects.create(
            request=request, person=person, team=self.team, offer=self.offer,
            partner=self.offer.partner, **facts,
        )  # fmt: skip

    def add_first_meetings(self):
        for ahead in (-DAY, self.soon - self.now, 4 * DAY):
            sure = {"confirmed_at": self.now, "confirmed_by": self.priya}
            sure |= {"state": "confirmed", "person_agrees": True}
            self.first_meeting(ahead, "team", **sure)
        self.first_meeting(
            -DAY, "team", state="not_kept", settled_at=self.now, next_step="again",
            settled_by=self.priya, proposed_at=self.now - DAY,
        )  # fmt: skip
        self.first_meeting(
            -DAY, "team", state="not_kept", settled_at=self.now, next_step="reach",
            settled_by=self.priya, proposed_at=self.now - DAY,
            reach_on=timezone.localdate() + 3 * DAY,
        )  # fmt: skip
        self.first_meeting(2 * DAY, "partner")
        self.first_meeting(2 * DAY, "team")

    def first_meeting(self, ahead, side, **given):
        return FirstMeeting.objects.create(
            referral=self.referral("accepted", worker=self.omar, answered_at=self.now),
            at=self.now + ahead, how="partner", place="Pier Street",
            welcomer=self.priya, worker=self.omar, proposed_from=side,
            proposed_by=self.omar, **given,
        )  # fmt: skip
