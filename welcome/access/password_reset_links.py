"""The link with which a new password is set, made as its message leaves.

So the key is never stored: not in the outbox, and not in what a worker is asked to do.
"""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.urls import reverse

from ..models import Message, User


def path_for(message: Message) -> str:
    """Its path, with a fresh key; "" if this account has been closed meanwhile."""
    pk = message.event.about.rpartition(":")[2]
    user = User.objects.filter(pk=pk, is_active=True).first()
    if user is None:
        return ""
    key = default_token_generator.make_token(user)
    whose = user_pk_to_url_str(user)
    return reverse("account_reset_password_from_key", args=[whose, key])
