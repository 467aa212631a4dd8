"""What more than one page asks of a person: names, and how it is safe to reach them."""

from django import forms

from .fields import BirthdayField, PhoneField
from .plain_fields import checkboxes, email_address, text_box, text_line

MAY = [
    ("call", "Ring"),
    ("text", "Send a text"),
    ("message", "Leave a voice message"),
    ("say_who", "Say who we are if someone else answers"),
    ("email", "Send an e-mail"),
    ("post", "Send a letter"),
]


class NameFields(forms.Form):
    known_as = text_line(
        "What do they like to be called?",
        "Write the name they like to be called by",
        most=80,
    )
    formal_name = text_line(
        "Full name", hint="As it appears on their letters.", most=120
    )
    pronouns = text_line(
        "Pronouns", hint="As they say them: she, her; he, him; they, them.", most=30
    )
    born = BirthdayField(
        label="Birthday",
        help_text="3 May 1992, or only the year.",
        required=False,
        max_length=30,
    )


class ContactFields(forms.Form):
    phone = PhoneField(label="Phone", required=False, max_length=30)
    email = email_address()
    may = checkboxes("What can we do?", MAY)
    reach_words = text_box(
        "Anything else that keeps it safe?", most=1000, rows=2, is_spoken=True
    )
