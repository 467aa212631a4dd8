"""The words of a storybook, which stand beside everybody who tells in it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from ..actions.names_left_out import names_left_in, naming_of
from ..models import PUBLIC, Storybook


class StorybookForm(forms.ModelForm):
    """A storybook. No word of it names somebody who asked not to be named."""

    class Meta:
        model = Storybook
        fields = ("slug", "kind", "title", "words", "site")

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        shown = {name: said.get(name, "") for name in ("slug", "title", "words")}
        stories = self.instance.narratives.filter(state__in=PUBLIC)
        for story in stories.select_related("contributor__person"):
            story.storybook = Storybook(**shown)
            if names_left_in(story, naming_of(story)):
                raise ValidationError(
                    "These words have a name in them that someone in this storybook "
                    "asked to leave out. Use other words."
                )
        return said
