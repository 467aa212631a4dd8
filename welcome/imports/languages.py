"""One name for each language, so that those who speak it are found. Pure."""

import re

#: The name that we use, and how lists write it: codes, own names, usual slips.
_NAMES = {
    "Albanian": "shqip sq",
    "Amharic": "amharik am",
    "Arabic": "ar arab arabe العربية",
    "Bengali": "bn bangla bengalee",
    "British Sign Language": "bsl",
    "Bulgarian": "bg",
    "Cantonese": "cantonise yue",
    "Czech": "cs cz",
    "Dari": "daari prs",
    "English": "en eng englsih engish",
    "Farsi": "persian fa parsi فارسی",
    "French": "fr francais français",
    "German": "de deutsch",
    "Gujarati": "gu gujrati gujerati",
    "Hindi": "hi hindhi",
    "Hungarian": "hu magyar",
    "Italian": "it italiano",
    "Kurdish": "ku kurmanji-kurdish kurdi",
    "Lithuanian": "lt lietuvių",
    "Mandarin": "zh mandrin",
    "Pashto": "ps pushto pashtu pushtu",
    "Polish": "pl polski polsh",
    "Portuguese": "pt portugese portugues português",
    "Punjabi": "pa panjabi punjaby",
    "Romanian": "ro rumanian romana română",
    "Russian": "ru русский",
    "Slovak": "sk slovakian",
    "Somali": "so soomaali somalian somalia",
    "Spanish": "es espanol español castellano",
    "Swahili": "sw kiswahili",
    "Tamil": "ta",
    "Tigrinya": "ti tigrigna tigrinia",
    "Turkish": "tr türkçe turkce",
    "Ukrainian": "uk ukranian ukrainan українська",
    "Urdu": "ur urdoo",
    "Vietnamese": "vi vietnamise",
}
_KNOWN = {name.lower(): name for name in _NAMES}
_KNOWN |= {way: name for name, ways in _NAMES.items() for way in ways.split()}


def read(text: str) -> str:
    """The language by its usual name; several are kept, each by its own.

    >>> read("POLSKI"), read("Ukranian / russian"), read("en-GB"), read("Twi")
    ('Polish', 'Ukrainian, Russian', 'English', 'Twi')
    >>> read("Polish (some English)")
    'Polish (some English)'
    """
    if "(" in text:
        return text.strip()
    parts = re.split(r"\s*(?:[/;,&+]|\band\b)\s*", text.strip())
    return ", ".join(dict.fromkeys(_one(part) for part in parts if part))


def _one(part: str) -> str:
    word = part.lower()
    known = _KNOWN.get(word) or _KNOWN.get(re.sub(r"[-_][a-z]{2}$", "", word))
    if known:
        return known
    return part.title() if part in (part.upper(), word) else part
