"""When each user last opened a page that has news: what came later is new to them."""

from django.db import models
from django.utils import timezone

from .columns import to_user
from .constraints import only_one


class PageOpened(models.Model):
    """One row for each user and page, written again with every opening."""

    user = to_user()
    page = models.CharField(max_length=40, help_text="its URL name: welcome:today")
    opened_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "pages opened"
        constraints = [only_one("page_opened_once_by_each", ["user", "page"])]

    def __str__(self) -> str:
        return self.page
