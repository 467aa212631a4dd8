"""What we ask to see whether the system is fair. Each may be left, or kept to oneself.

An empty code means that no one asked. Ethnic groups are each nation's own list
(docs/domain.md, “Ethnic groups”), by the codes that its national returns use. Pure.
"""

NOT_ASKED = ("", "Not asked yet")
PREFER_NOT = ("prefer_not", "Prefers not to say")

ETHNICITIES: dict[str, list[tuple[str, str]]] = {
    "england": [
        ("A", "White: British"),
        ("B", "White: Irish"),
        ("C", "Any other White background"),
        ("D", "White and Black Caribbean"),
        ("E", "White and Black African"),
        ("F", "White and Asian"),
        ("G", "Any other mixed background"),
        ("H", "Indian"),
        ("J", "Pakistani"),
        ("K", "Bangladeshi"),
        ("R", "Chinese"),
        ("L", "Any other Asian background"),
        ("M", "Caribbean"),
        ("N", "African"),
        ("P", "Any other Black background"),
        ("S", "Any other ethnic group"),
    ],
    "scotland": [
        ("1A", "White: Scottish"),
        ("1B", "White: other British"),
        ("1C", "White: Irish"),
        ("1K", "Gypsy or Traveller"),
        ("1L", "White: Polish"),
        ("1Z", "Any other White background"),
        ("2A", "Mixed or several ethnic groups"),
        ("3F", "Pakistani"),
        ("3G", "Indian"),
        ("3H", "Bangladeshi"),
        ("3J", "Chinese"),
        ("3Z", "Any other Asian background"),
        ("4D", "African"),
        ("4Y", "Any other African background"),
        ("5C", "Caribbean"),
        ("5D", "Black"),
        ("5Y", "Any other Caribbean or Black background"),
        ("6A", "Arab"),
        ("6Z", "Any other ethnic group"),
    ],
}

GENDERS = [
    ("woman", "A woman"),
    ("man", "A man"),
    ("non_binary", "Non-binary"),
    ("another", "In another way"),
]
YES_OR_NO = [("yes", "Yes"), ("no", "No")]
FAITHS = [
    ("none", "None"),
    ("buddhist", "Buddhist"),
    ("christian", "Christian"),
    ("hindu", "Hindu"),
    ("jewish", "Jewish"),
    ("muslim", "Muslim"),
    ("sikh", "Sikh"),
    ("another", "Another"),
]
ORIENTATIONS = [
    ("straight", "Straight"),
    ("gay", "Gay or lesbian"),
    ("bi", "Bi"),
    ("another", "In another way"),
]


def codes_of(choices: list[tuple[str, str]]) -> list[str]:
    """Every code that may be kept, “not asked” and “prefers not to say” with them.

    >>> codes_of(YES_OR_NO)
    ['', 'yes', 'no', 'prefer_not']
    """
    return [NOT_ASKED[0], *(code for code, _ in choices), PREFER_NOT[0]]


def asked(choices: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """What the page offers: the answers, then silence in its two kinds."""
    return [*choices, PREFER_NOT, NOT_ASKED]
