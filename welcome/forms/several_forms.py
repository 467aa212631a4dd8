"""Several forms on one page, with one summary of what is wrong."""

from collections.abc import Iterator

from django.forms import BaseForm, BoundField


class SeveralForms:
    """What the error summary reads, for forms that are sent together."""

    def __init__(self, *forms: BaseForm) -> None:
        self.forms = forms

    def is_valid(self) -> bool:
        """Whether all of them are. Each is checked, so that all errors show at once."""
        return all([form.is_valid() for form in self.forms])

    @property
    def errors(self) -> bool:
        return any(form.errors for form in self.forms)

    @property
    def non_field_errors(self) -> list[str]:
        """Each sentence once."""
        said = [str(why) for form in self.forms for why in form.non_field_errors()]
        return list(dict.fromkeys(said))

    def __iter__(self) -> Iterator[BoundField]:
        for form in self.forms:
            yield from form
