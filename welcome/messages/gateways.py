"""What takes our texts: GOV.UK Notify, another gateway, or files under var/sms.

Each is given the message's own id, the same at every try. A file is overwritten. Before
a second try we ask Notify whether the first one arrived there. Any other gateway gets
the id as `reference` and as `Idempotency-Key`, and is expected to take it once.
"""

import requests
from django.conf import settings
from notifications_python_client.errors import HTTPError
from notifications_python_client.notifications import NotificationsAPIClient

from ..models import Message
from .mailbox import put
from .outbox import Undeliverable

#: Seconds. Five messages, two questions each, are over before the first is due again.
_PATIENCE = 5
#: By this status a gateway says that the number takes no texts.
_NO_SUCH_NUMBER = 422


def send(message: Message, text: str) -> None:
    _WAYS[settings.SMS_BY](message, text)


def _to_a_file(message: Message, text: str) -> None:
    content = f"To: {message.to}\n\n{text}\n"
    put(settings.SMS_DIR, f"{message.pk}.txt", content.encode())


def _by_notify(message: Message, text: str) -> None:
    client = NotificationsAPIClient(
        settings.SMS_USER, base_url=settings.SMS_SERVER, timeout=_PATIENCE
    )
    try:
        if message.attempts > 1 and _has_come(client, message):
            return
        client.send_sms_notification(
            phone_number=message.to,
            template_id=settings.SMS_TEMPLATE,
            personalisation={"text": text},
            reference=str(message.pk),
        )
    except HTTPError as problem:
        if _is_about_the_number(problem):
            raise Undeliverable from None
        raise


def _has_come(client: NotificationsAPIClient, message: Message) -> bool:
    """Whether an earlier try reached Notify, although we did not hear its answer."""
    found = client.get_all_notifications(reference=str(message.pk))
    return bool(found["notifications"])


def _is_about_the_number(problem: HTTPError) -> bool:
    """A wrong template or key can be mended, and then the message goes after all."""
    return problem.status_code == 400 and "phone_number" in str(problem.message)


def _by_gateway(message: Message, text: str) -> None:
    reference = str(message.pk)
    answer = requests.post(
        settings.SMS_SERVER,
        json={"to": message.to, "text": text, "reference": reference},
        headers={"Idempotency-Key": reference},
        auth=(settings.SMS_USER, settings.SMS_PASSWORD) if settings.SMS_USER else None,
        timeout=_PATIENCE,
        allow_redirects=False,
    )
    if answer.status_code == _NO_SUCH_NUMBER:
        raise Undeliverable
    if not 200 <= answer.status_code < 300:
        raise requests.HTTPError(f"The gateway answered {answer.status_code}.")


_WAYS = {"files": _to_a_file, "notify": _by_notify, "gateway": _by_gateway}
