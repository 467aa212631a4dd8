"""Which carrier takes which message."""

from ..models import Message
from . import emailing, texting

_CARRIERS = {
    Message.Channel.EMAIL: emailing.carry,
    Message.Channel.TEXT: texting.carry,
}


def carry(message: Message) -> None:
    _CARRIERS[Message.Channel(message.channel)](message)
