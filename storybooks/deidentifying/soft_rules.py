"""What may tell who somebody is without naming them. Pure data, and one list of rules.

Names on the internet, number plates and references, dates and years in words, house
numbers, ages, and roles that only one person holds. None is sure: an editor decides.
"""

import re

from .capitals import NAME
from .identifier_rules import MONTHS
from .role_rules import ROLES
from .spoken_numbers import AGE, COUNTED, FIGURE, NUMBER, ONES, ORDINAL, TEENS, TENS

_HANDLES = [
    r"\bu/\w{3,}|\b(?=\w*_)(?=\w*[a-z])[^\W_]\w+",
    r"(?<![\w@/.])[a-z]{2,}\d*\.[a-z]+\d+\b",
    r"\b[A-Za-z]{3,}\d{2,}\b",
    r"\b(?:insta(?:gram)?|snapchat|snap|twitter|tiktok|facebook|discord|twitch|username|"
    r"user name|handle|screen name|tag|gamertag)(?: name)?(?: is| was|:| as| of)? "
    r"[“\"‘']?(?!is\b|was\b|and\b|or\b|the\b|my\b)[a-z0-9][\w.]{3,}\w",
]
_REFERENCES = [
    r"\b[A-Z]{2}\d{2} ?[A-Z]{3}\b|\b[A-Z]\d{1,3} ?[A-Z]{3}\b",
    r"\b(?=\w*\d)[A-Z]{1,5}[-/ ]?\d{3,}(?:[-/]\w+)*\b|\b\d{2,}/\d{2,}\b",
]
_DATES = [
    rf"(?i:\b(?:the )?{ORDINAL}(?: day)? of (?:{MONTHS})\b)",
    rf"(?i:\b(?:{MONTHS}) (?:the )?(?:{ORDINAL}|\d{{1,2}}(?:st|nd|rd|th)?)(?!\d)\b)",
    rf"(?i:\b(?:{MONTHS})(?: of)?,? (?:19|20)\d\d\b)",
]
_YEARS = [
    r"(?<!\w)[’'‘]\d\d\b",
    rf"(?i:\b(?:nineteen|twenty)[- ](?:oh[- ](?:{ONES})|{TEENS}"
    rf"|(?:{TENS})(?:[- ](?:{ONES}))?)\b)",
    rf"(?i:\btwo thousand(?: and (?:{ONES}|{TEENS}))?\b)",
]
_HOUSE_NUMBERS = [
    r"(?i:\b(?:flat|number|room) \d+[a-d]?\b)",
    r"(?<![\w£$€.,:/-])(?!(?:101|111|999)\b)(?:\d{3,}|\d+[a-d])(?![\w%:/-]|[.,]\d)"
    r"(?! [a-z]+s\b)"
    rf"(?! {COUNTED})",
    r"(?i:\b(?:flat|number|no\.|room|house|plot|ward|block|unit|apartment|caravan|pitch|"
    rf"stair|bus|bed|cell|bay|door)) (?i:{NUMBER})(?!\w)(?! {COUNTED})",
    # twelve Cinder Hill, but not 12 May and not "at nine I rang"
    rf"(?<![\w-])(?i:{NUMBER})(?= {NAME})(?! (?:{MONTHS})\b)(?! I[’'])",
    rf"(?i:\b(?:{TENS})-(?:{ONES})\b(?! {COUNTED})(?! year))",
]
_WAS = r"(?:was|am|is|were|are|be|been|[’']m|[’']s|[’']re)"
_ABOUT = r"(?:about |nearly |only |just |barely |still |maybe )?"
#: "It was nine" and "there were nine" say no age.
_SOMEONE = r"(?<!\bit )(?<!\bthere )(?<!\bthat )(?<!\bthis )(?<!\bit)"
_AGES = [
    rf"(?i:\b{AGE}(?: and a half)?[- ]years?[- ]olds?\b)",
    rf"(?i:\b(?:aged?|age of|turn(?:ed|ing|s)?|hit|reached) {AGE}\b(?! {COUNTED}))",
    rf"(?i:{_SOMEONE}\b{_WAS} {_ABOUT}{AGE}(?: and a half)?\b(?! {COUNTED}))",
    rf"(?i:\bat {AGE}\b(?![.:]\d|[’'])(?! {COUNTED}))",
    rf"(?i:\b{AGE}[- ]?(?:yo|y/o|yrs?)\b|\b(?:{TENS})(?:-odd|-ish|-something|ish)\b)",
    r"(?i:\b(?:pushing|approaching|nearing|off|past|over|under|touching|up to) "
    rf"{AGE}\b(?! {COUNTED})(?![’']))",
    rf"(?i:\b(?:boy|girl|lad|lass|man|woman|wean|bairn|child|baby|son|daughter) of "
    rf"(?:\d{{1,2}}|{AGE})\b(?! {COUNTED})(?! [a-z]+s\b))",
    # a number of two figures that counts nothing
    rf"(?i:(?<!past )(?<!half )(?<![\w-])(?:{TEENS}|{TENS})\b(?![-’'])(?! [a-z]+s\b)"
    rf"(?! {COUNTED})(?! (?:{ONES}|hundred|thousand|out)\b))",
    r"(?<![\w£$€.,:/-])(?:1[0-9]|[2-9]\d)(?![\w%:/-]|[.,]\d)(?! [a-z]+s\b)"
    rf"(?! {COUNTED})(?! out\b)",
    r"(?i:\b(?:early|mid|late)[- ](?:teens|(?:twent|thirt|fort|fift|sixt|sevent|eight|"
    r"ninet)ies)\b)",
    r"(?i:(?<![\w-])[\w-]{1,20} (?:weeks|months|days|years) old\b)",
    r"(?i:\bwhen (?:i|he|she|they) (?:was|were) (?:one|two|three|four)\b"
    rf"(?! {COUNTED}))",
    r"(?i:\b(?:my|his|her|their) \d{1,2}(?:st|nd|rd|th)\b)",
    rf"(?i:\b(?:{ORDINAL}|{AGE}(?:th|st|nd|rd)) birthday\b|\b\w+tieth\b)",
]
_LOOKS = [
    (
        "web",
        "a web address",
        [r"(?<![\w@.-])[\w-]+(?:\.[\w-]+)*\.(?:org|com|net|uk|info|blog)\b(?:/\S*\w)?"],
    ),
    ("handle", "a name on the internet", _HANDLES),
    ("reference", "a number plate or a reference", _REFERENCES),
    ("date", "a date", _DATES),
    ("role", "a role that only one person may hold", ROLES),
    ("phone", "a number in words", [rf"(?i:\b(?:{FIGURE}[ ,-]+){{5,}}{FIGURE}\b)"]),
    ("year", "a year", _YEARS),
    ("age", "an age", _AGES),
    ("number", "a number that may be an address", _HOUSE_NUMBERS),
]

#: Kind, what we call it, and what it looks like; earlier ones win.
SOFT_RULES = [
    (kind, words, False, re.compile(look))
    for kind, words, looks in _LOOKS
    for look in looks
]
