"""Texts that were sent to people: one that arrived, and one that did not."""

from datetime import date, timedelta
from random import Random

from welcome.actions.contact_rows import Line, logged, unsaved_contact
from welcome.audit.event_rows import unsaved_messages
from welcome.models import ContactKind, Direction, FixedText, Message, Outcome, User
from welcome.values import phones

from ..playing import Stage
from ..rows import Rows, new_id
from ..showpieces import ago


def texts(rows: Rows, arrived: Stage, failed: Stage, today: date) -> None:
    """They left some days ago: no worker sends them again."""
    _text(rows, arrived, FixedText.PLEASE_RING, 4, today, has_arrived=True)
    _text(rows, failed, FixedText.TRIED_TO_RING, 3, today, has_arrived=False)


def _text(
    rows: Rows, to: Stage, text: FixedText, days: int, today: date, *, has_arrived: bool
) -> None:
    rng, at = Random(f"text {to.who.pk}"), ago(today, days, 11, 30)
    line = Line(
        kind=ContactKind.TEXT,
        direction=Direction.OUT,
        outcome=Outcome.SENT,
        minutes=None,
        words=FixedText(text).label,
    )
    by: User = to.welcomer
    row = unsaved_contact(to.who, by=by, at=at, key=new_id(rng), line=line)
    event = rows.add(logged(rows.add_as(new_id(rng), row)))
    for message in unsaved_messages(
        event,
        at=at,
        to=[phones.mobile(to.face.phone)],
        template=text,
        channel=Message.Channel.TEXT,
    ):
        message.attempts, message.sent_at = 1, at + timedelta(seconds=4)
        column = "delivered_at" if has_arrived else "failed_at"
        setattr(message, column, at + timedelta(seconds=40))
        rows.add_as(new_id(rng), message)
