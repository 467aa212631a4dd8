"""Places, clinics and pubs in small letters: "at hollin bank high". Pure."""

import re
from collections.abc import Iterator

_NO_NAME = (
    r"(?:the|a|an|my|our|his|her|its|their|your|that|this|these|those|every|each|one|any|"
    r"some|another|no|which|all|old|new|same|main|wee|big|little|nice|good|bad|whole|"
    r"first|last|next|local|nearest|other|of|and|back|open|side|night|care|children’s)\b"
)
_IN = r"(?:at|in|on|to|from|near|past|by|down|up|off|outside|behind|called|of|for|with)"
_KIND = (
    r"(?:beck|brae|street|road|avenue|lane|terrace|gardens|park|estate|infirmary|primary|"
    r"academy|high|grammar|college|court|crescent|close|moor|mill|wynd|row|square|arms|"
    r"inn|mosque|gurdwara|kirk|chapel|church|ward|heath|clinic|surgery|centre|hotel|"
    r"school|works|tyres|bakery|taxis|care|walk-in|club|hall|library|house|lodge)"
)
_PLACE = re.compile(
    rf"\b{_IN} ((?!{_NO_NAME})[a-z’'-]+ (?:(?!{_NO_NAME})[a-z’'-]+ )?{_KIND})\b"
)
#: "the brambles clinic", but not "the day centre".
_COMMON = (
    r"(?:day|community|health|leisure|walk-in|job|youth|football|golf|sports|general|"
    r"local|wrong|right|primary|secondary|high|drop-in|outpatient|eye|pain|memory|methadone|depot|city|town|"
    r"shopping|call|garden|crisis|sunday|night|mental|sexual|working|working-men’s|birth|"
    r"whole|old|new|first|nearest|next|private|free|state|boys|girls|special|welcome)\b"
)
_THE = re.compile(
    rf"\bthe ((?!{_COMMON})[a-z’'-]+ (?:(?!{_COMMON})[a-z’'-]+ )?"
    r"(?:clinic|centre|club|arms|hotel|trust|foundation|hospital|academy|hostel|project))\b"
)
_FIRM = re.compile(
    r"\b(?:at|for|with) ([a-z]{4,} (?:and|&) (?:sons?|nephew|daughters?|co|bros|"
    r"brothers|partners))\b"
)
_PUB = re.compile(
    r"(?i:\bthe (?:red|white|black|golden|green|blue|royal|old|cross|king[’']?s|"
    r"queen[’']?s|rose|crown|fox|hare|horse|dog|plough|ship|star|three|prince|railway|coach|bull|"
    r"bird|swan|pig|bay|nag[’']?s|duke|lord|feathers)"
    r"(?: (?:and|&|in|of) (?:the )?| )"
    r"(?:lion|bull|keys|horse|horses|hart|head|arms|crown|anchor|hounds|duck|feathers|"
    r"dragon|bell|bells|oak|swan|cross|thistle|tuns|tavern|inn|whistle|boar|ship|sun))\b"
)


def places_in_small_letters(text: str) -> Iterator[tuple[int, int]]:
    """Where a place, a clinic, a school or a pub is named in small letters.

    >>> text = "we met at hollin bank high, and drank in the cross keys after work"
    >>> [text[start:end] for start, end in places_in_small_letters(text)]
    ['hollin bank high', 'the cross keys']
    """
    for rule in (_PLACE, _THE, _FIRM):
        for match in rule.finditer(text):
            yield match.span(1)
    for match in _PUB.finditer(text):
        yield match.span()
