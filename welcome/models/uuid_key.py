"""The key of every table that an address names: no one can guess the next one."""

import uuid

from django.db import models


class UuidModel(models.Model):
    """A model whose key is a random UUID."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True
