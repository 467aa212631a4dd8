"""How numbers are written in words or in figures, as pieces of rules. Pure data."""

ONES = "one|two|three|four|five|six|seven|eight|nine"
TEENS = (
    "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
)
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_TO_99 = rf"(?:{TENS})(?:[- ](?:{ONES}))?|{TEENS}"
#: Of a house: 9, 14a, twenty-three, a hundred and twelve.
NUMBER = (
    rf"(?:(?:(?:a|{ONES}) hundred(?: and)? )?(?:{_TO_99}|{ONES})"
    rf"|(?:a|{ONES}) hundred|\d{{1,4}}[a-d]?)"
)
#: From five on: in "I was one of them" there is no age.
AGE = rf"(?:\d{{1,2}}|{_TO_99}|five|six|seven|eight|nine)"
#: One figure after the other: "oh seven seven double oh".
FIGURE = rf"(?:oh|zero|nought|double|treble|triple|hundred|{ONES})"
ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|"
    r"twelfth|\w+teenth|\w+tieth|(?:twenty|thirty)[- ]\w+)"
)
#: What a number before it counts; such a number says neither how old nor where.
COUNTED = (
    r"(?:minutes?|hours?|days?|nights?|weeks?|months?|years?(?! old)|times?|miles?|"
    r"pounds?|quid|stone|people|others|steps|goes|more|of|or|past|sharp|o’clock|"
    rf"to (?:{ONES}|{TEENS})|"
    r"per|percent|every|each|that (?:day|morning|night)|in the morning|at night|foot|"
    r"feet|floors?|doors?|bags?|beds?|grand|kids|children|men|women|cups?|cans?|pints?|"
    r"am|pm|points|letters|calls|sessions|appointments|tablets|places|rooms|hundred|"
    r"thousand|inches|metres|lads|lasses)\b"
)
