"""The key to words that wait in a browser until the server has them."""

from typing import Any

from django import template
from django.template.context import RequestContext
from django.utils.crypto import salted_hmac

register = template.Library()


@register.simple_tag(takes_context=True)
def words_key(context: RequestContext) -> str:
    """64 hexadecimal characters for signed-in users, nothing for anyone else.

    The same at each visit, so that words come back after a crash and signing in
    again; and only on the page (never kept by a browser), so that a lost computer
    holds nothing but locked words.
    """
    whose = _whose(context)
    if not whose:
        return ""
    return salted_hmac(
        "words that wait in a browser", whose, algorithm="sha256"
    ).hexdigest()


def _whose(context: Any) -> str:
    door = getattr(context.get("request"), "inside", None)
    if door:
        return f"door {door.pk}"
    user = context.get("user")
    if user and user.is_authenticated:
        return f"user {user.pk}"
    return ""
