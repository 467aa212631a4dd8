"""Roles that only one person may hold: "the first Somali headteacher". Pure data."""

_FIRST_OR_ONLY = r"(?:first|only|youngest|oldest|eldest|last|longest[- ]serving)"
_ROLE = (
    r"(?:head ?teacher|head(?:master|mistress)?|teacher|lecturer|professor|doctor|"
    r"surgeon|nurse|midwife|paramedic|vet|dentist|pharmacist|chemist|solicitor|lawyer|"
    r"barrister|judge|magistrate|councillor|mayor(?:ess)?|mp|msp|minister|vicar|priest|"
    r"bishop|imam|rabbi|pastor|deacon|granthi|chaplain|firefighter|fireman|firewoman|"
    r"police ?(?:man|woman|officer)|officer|sergeant|constable|detective|soldier|"
    r"captain|major|colonel|pilot|driver|conductor|post(?:man|woman)|butcher|baker|"
    r"barber|hairdresser|tailor|chef|cook|landlord|landlady|farmer|fisherman|shepherd|"
    r"miner|welder|electrician|plumber|engineer|architect|player|footballer|boxer|"
    r"jockey|referee|coach|singer|drummer|piper|poet|novelist|author|actor|actress|"
    r"presenter|journalist|editor|dj|artist|dancer|champion|winner|owner|manager|"
    r"director|president|chair(?:man|woman|person)?|secretary|treasurer|apprentice|"
    r"student|pupil|girl|boy|lad|lass|woman|man|family|household|couple|refugee|"
    r"asylum seeker|survivor|member|worker|carer|volunteer|mountaineer|swimmer|runner|"
    r"cyclist|merchant|dinner lady|clerk|warden|guard|"
    r"lollipop (?:man|lady)|\w+(?:master|mistress|keeper|smith|monger|taker))"
)
#: Of these a place has one, so "the vicar" is enough.
_ONE_IN_A_PLACE = (
    r"(?:vicar|mayor(?:ess)?|provost|imam|rabbi|priest|bishop|granthi|head ?teacher|"
    r"head(?:master|mistress)|lollipop (?:man|lady)|post(?:master|mistress)|caretaker|"
    r"undertaker|msp|mp|chief constable|town crier|laird|chieftain|sheriff|coroner|"
    r"consul|ambassador)"
)
#: Of these people say what they did: "the goalkeeper who was sent off".
_ONE_OF_MANY = (
    r"(?:goalkeeper|striker|captain|player|singer|drummer|piper|landlord|landlady|"
    r"manager|owner|footballer|boxer|jockey|referee|swimmer|runner|postman|butcher|"
    r"baker|barber|judge|councillor|soldier|pilot|chef|artist|poet|author|actor|"
    r"actress|presenter|dj|champion|winner|survivor|firefighter|"
    r"(?!psych|thera|physio|recep|special|pharm|artist)\w+(?:ist|ian))"
)
_HEAD_OF = (
    r"(?:captain|chair(?:man|woman)?|head|founder|president|leader|manager|owner|editor|"
    r"goalkeeper|secretary|treasurer)"
)
_KNOWN_FOR = (
    r"(?:won|founded|started|invented|played for|sang (?:on|at|in)|ran for|stood for|"
    r"climbed|swam|wrote|rescued|got shot|was on (?:the )?(?:telly|news|tv)|"
    r"was in the papers|got the|played|appeared|survived|saved|drowned|fell|jumped|"
    r"married|set fire)"
)
_KIN = (
    r"(?:son|daughter|wife|husband|widow|widower|brother|sister|boy|girl|lad|lass|twin)"
)
_SOMEONE = r"(?:lad|lass|man|woman|guy|girl|boy|one|wifie|fella|bloke)"
#: These end like a trade and are none.
_NO_TRADE = (
    r"(?:number|letter|answer|summer|winter|chapter|corner|paper|order|matter|power|"
    r"water|other|another|over|under|never|after|shower|dinner|supper|door|floor|mirror|"
    r"error|colour|more|better|later|easier|harder|(?:septem|octo|novem|decem)ber)"
)
_SO_ON = r"(?: [\w’'-]+){0,4}"

ROLES = [
    rf"(?i:\b{_FIRST_OR_ONLY} (?:[\w’'-]+ ){{0,3}}?{_ROLE}s?\b"
    r"(?= (?:the|to|in|at|on|of|off|from|across|who|that|ever|they|we|our|under|with|"
    r"born|for)\b))",
    rf"(?i:\b{_FIRST_OR_ONLY} (?:\w+ ){{0,2}}?(?!{_NO_TRADE}\b)\w{{2,}}"
    r"(?:er|or|ist|man|woman)(?= (?:in|at|on|of) (?:the|our|that)\b))",
    rf"(?i:\b(?:the|our|my [\w-]+ (?:is|was)) {_ONE_IN_A_PLACE}\b)",
    rf"(?i:\b{_HEAD_OF} (?:of|for) (?:the|a|our|my)\b"
    rf"(?! (?:own|day|year|time)){_SO_ON})",
    rf"(?i:\b(?:the|that|a) {_SOMEONE} (?:who|that) {_KNOWN_FOR}{_SO_ON})",
    rf"(?i:\bthe {_ONE_OF_MANY} (?:who|that) [\w’'-]+{_SO_ON})",
    rf"(?i:\b{_ROLE}[’']s (?:eldest|oldest|youngest|only|first|second)? ?{_KIN}\b)",
]
