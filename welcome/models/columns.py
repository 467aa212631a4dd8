"""A column that most tables have: which user did something."""

from typing import TYPE_CHECKING, Any, Literal, overload

from django.conf import settings
from django.db import models

if TYPE_CHECKING:
    from django.db.models.expressions import Combinable

    from .users import User

    ToUser = models.ForeignKey[User | Combinable, User]
    ToUserOrNone = models.ForeignKey[User | Combinable | None, User | None]


@overload
def to_user(
    related_name: str = ..., *, null: Literal[True], **more: Any
) -> "ToUserOrNone": ...
@overload
def to_user(related_name: str = ..., **more: Any) -> "ToUser": ...
def to_user(related_name: str = "+", **more: Any) -> Any:
    """A key of someone who works here, or of a hand of the house. Never deleted."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name=related_name, **more
    )
