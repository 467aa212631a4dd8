"""Fields that understand what people write: birthdays, postcodes, phones, numbers."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, validate_email
from django.utils import timezone

from ..values import birthdays, identifiers, phones, postcodes
from ..values.numbers_from_outside import LARGEST, decimal_number, whole_number
from ..values.text_cleaning import clean_code


def _said(understand: Callable[[str], Any], text: str) -> Any:
    try:
        return understand(text)
    except ValueError as problem:
        raise ValidationError(f"{problem}.") from None


class BirthdayField(forms.CharField):
    """Cleans to (day or None, year or None)."""

    def clean(self, value: Any) -> tuple[date | None, int | None]:
        text = super().clean(value)
        today = timezone.localdate()
        result: tuple[date | None, int | None] = _said(
            lambda said: birthdays.understand(said, today), text
        )
        return result


class PostcodeField(forms.CharField):
    def clean(self, value: Any) -> str:
        return str(_said(postcodes.tidy, super().clean(value)))


def one_number(text: str) -> None:
    """Refuse two phone numbers in one box: neither would be found again."""
    if phones.are_several(text):
        raise ValidationError(f"{phones.ONE}.")


class PhoneField(forms.CharField):
    """One phone number of a person. Cleans to plain figures, as they were written."""

    def to_python(self, value: Any) -> str:
        text = str(super().to_python(value) or "")
        one_number(text)  # before its length: that would be the lesser word
        return phones.tidy(text)

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        if text and (wrong := phones.what_is_wrong(text)):
            raise ValidationError(f"{wrong}.")
        return text


class PublicPhoneField(forms.CharField):
    """One phone number of a service, perhaps with an extension.

    A helpline may have three figures.
    """

    default_validators = [
        RegexValidator(
            r"^(?=([^0-9]*[0-9]){3})\(?\+?[0-9 ()./-]+(?: ext\. [0-9]{1,6})?$",
            "Write a phone number, like 0131 496 0000.",
        )
    ]

    def to_python(self, value: Any) -> str:
        text = str(super().to_python(value) or "")
        one_number(text.partition(" ext. ")[0])
        return phones.tidy(text)


class ReachField(forms.CharField):
    """A phone number or an e-mail address. Cleans to {"phone": …} or {"email": …}."""

    def clean(self, value: Any) -> dict[str, str]:
        text: str = super().clean(value).strip()
        if not text:
            return {}
        if "@" not in text:
            one_number(text)
        if phones.is_phone(text):
            return {"phone": phones.tidy(text)}
        text = clean_code(text)
        try:
            validate_email(text)
        except ValidationError:
            raise ValidationError(
                "Write a phone number, like 07700 900123, or an e-mail address, "
                "like name@example.org."
            ) from None
        return {"email": text}


class WholeNumberField(forms.IntegerField):
    """A whole number from `min_value` to `max_value`, in plain figures."""

    def __init__(
        self, *, min_value: int = 0, max_value: int = LARGEST, **kwargs: Any
    ) -> None:
        super().__init__(min_value=min_value, max_value=max_value, **kwargs)
        self.least, self.most = min_value, max_value
        self.error_messages["invalid"] = kwargs.get("error_messages", {}).get(
            "invalid", f"Write a whole number from {min_value} to {max_value}"
        )

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values:
            return None
        number = whole_number(value, least=self.least, most=self.most)
        if number is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return number


class PlainDecimalField(forms.DecimalField):
    """A number with a point, in plain figures."""

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        if value in self.empty_values:
            return None
        number = decimal_number(value)
        if number is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return number


class NumberField(forms.CharField):
    """An NHS number in England, a CHI number in Scotland. Cleans to ten figures."""

    def __init__(self, *, nation: str, **kwargs: Any) -> None:
        is_chi = nation == "scotland"
        self.kind = "CHI number" if is_chi else "NHS number"
        self.check = identifiers.is_chi_number if is_chi else identifiers.is_nhs_number
        super().__init__(label=self.kind, **kwargs)

    def clean(self, value: Any) -> str:
        text = identifiers.tidy(super().clean(value))
        if text and not self.check(text):
            raise ValidationError(
                f"This is not a {self.kind}. Check each digit, or leave it empty."
            )
        return text
