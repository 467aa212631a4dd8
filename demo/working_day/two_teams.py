"""What goes on between two teams of Edinburgh, so that it can be tried from both sides.

A handover each way, two records of one woman about whom a lead is asked, and two that
are linked already.
"""

from dataclasses import dataclass
from datetime import date

from welcome.actions.duplicate_rows import (
    lead_asked,
    unsaved_ask,
    unsaved_linking,
)
from welcome.actions.handover_rows import happened, unsaved_handover
from welcome.models import Linking, User

from ..lives.neighbours import ISLA, ISLA_AGAIN, JEAN, MOIRA, MOIRA_THERE, TARIQ
from ..lives.pen import Codes, Step
from ..lives.scripts import Script
from ..playing import Stage, play
from ..playing.stage import Hands
from ..rows import Rows
from ..showpieces import ago, heard, stage_for
from ..towns.towns import TeamThere, Town


@dataclass
class Between:
    """Two teams of a town, and the day on which it is looked at."""

    rows: Rows
    town: Town
    hands: Hands
    today: date

    @property
    def home(self) -> TeamThere:
        return self.town.teams[0]

    @property
    def other(self) -> TeamThere:
        return self.town.teams[1]

    def told(
        self, script: Script, there: TeamThere, listener: User, days: int, name: str
    ) -> Stage:
        """Somebody came so many working days ago, was heard, and is held there."""
        stage = stage_for(
            self.rows, self.town, self.hands, script, there, listener, self.today
        )
        stage.rng.seed(f"two teams {name}")
        met = ago(self.today, days - 4, 11, 20)
        came = Codes(source="gp")
        steps = [
            Step(ago(self.today, days, 9, 40), "introduced", codes=came),
            Step(met, "met", codes=Codes(is_first=True)),
            heard(met, 45),
        ]
        return play(stage, steps)


def two_teams(between: Between) -> tuple[list[Stage], Linking]:
    """Everybody who was heard; and the link, to be made once all rows are written."""
    home, other = between.home, between.other
    morag, lead, *_ = _known(home, "welcomer", "lead")
    [other_lead] = _known(other, "other-lead")
    jean = between.told(JEAN, home, morag, 21, "Jean")
    tariq = between.told(TARIQ, other, other_lead, 18, "Tariq")
    _hand_over(
        between, jean, other, morag,
        why="She lives with her sister at Comely Bank now, two buses from us.",
        agreed_words="Aye, if I do not have to tell it all again.",
    )  # fmt: skip
    _hand_over(
        between, tariq, home, other_lead,
        why="He has a flat in Leith from the council now, round the corner from you.",
        agreed_words="Nearer is better. Text me who it will be.",
    )  # fmt: skip
    moira = between.told(MOIRA, home, morag, 16, "Moira")
    there = between.told(MOIRA_THERE, other, other.people[0], 11, "Moira there")
    _ask(between, moira, there, morag)
    isla = between.told(ISLA, home, morag, 30, "Isla")
    again = between.told(ISLA_AGAIN, home, home.people[1], 14, "Isla again")
    linking = _linking(between, isla, again, lead)
    return [jean, tariq, moira, there, isla, again], linking


def _hand_over(
    between: Between, told: Stage, to: TeamThere, by: User, why: str, agreed_words: str
) -> None:
    at = ago(between.today, 1, 14, 15)
    assert told.holding is not None
    row = unsaved_handover(
        told.who, told.holding, by=by, at=at, to_team=to.team, why=why,
        agreed_words=agreed_words, agreed_how="phone", may_read=True,
    )  # fmt: skip
    handover = between.rows.add_as(told.new_id(), row)
    between.rows.add(happened("handover.offered", handover, by=by, at=at))


def _ask(between: Between, ours: Stage, theirs: Stage, by: User) -> None:
    words = "The same phone and birthday, and both ran a tearoom for thirty years."
    at = ago(between.today, 2, 10, 5)
    row = unsaved_ask(ours.who, theirs.who, by=by, at=at, words=words)
    between.rows.add(lead_asked(between.rows.add_as(ours.new_id(), row)))


def _linking(between: Between, kept: Stage, other: Stage, by: User) -> Linking:
    linking = unsaved_linking(
        kept.who, other.who, by=by, at=ago(between.today, 6, 12, 30), rules={},
        why="The same phone and birthday, and she says that she had come before.",
    )  # fmt: skip
    linking.pk = kept.new_id()
    return linking


def _known(there: TeamThere, *accounts: str) -> list[User]:
    by_email = {user.email: user for user in there.people}
    return [by_email[f"{account}@example.org"] for account in accounts]
