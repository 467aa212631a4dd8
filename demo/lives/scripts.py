"""The four whom the design pages know, and every word of theirs. Pure."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from ..people.faces import Face


@dataclass(frozen=True)
class Script:
    known_as: str
    formal_name: str
    pronouns: str
    age: int
    postcode: str
    phone: str
    needs: tuple[str, str]
    ethnicity: str = "1A"
    language: str = ""
    interpreter: str = ""
    address: str = ""
    reach_words: str = ""
    access: tuple[str, ...] = ()
    access_words: str = ""
    may: tuple[str, ...] = ()
    #: By prompt, or by the kind of line (see `phrases`).
    words: dict[str, str] = field(default_factory=dict, hash=False)

    def face(self, today: date) -> Face:
        genders = {"she, her": "woman", "he, him": "man"}
        may = ("call", "text", "leave_message", "say_who_we_are")
        return Face(
            known_as=self.known_as,
            formal_name=self.formal_name,
            gender=genders[self.pronouns],
            pronouns=self.pronouns,
            born_on=today - timedelta(days=self.age * 365 + self.age // 4 + 170),
            born_year=None,
            age=self.age,
            ethnicity=self.ethnicity,
            disability="",
            postcode=self.postcode,
            phone=self.phone,
            email="",
            nhs_number="",
            address=self.address,
            language=self.language,
            interpreter=self.interpreter,
            access=list(self.access),
            access_words=self.access_words,
            reach_words=self.reach_words,
            may={what: what in self.may for what in may},
            facts=frozenset({"scotland"}),
        )


AILSA = Script(
    known_as="Ailsa",
    formal_name="Ailsa Drummond",
    pronouns="she, her",
    age=34,
    address="Harbour Street",
    postcode="EH6 7CK",
    phone="07700 900418",
    needs=("money", "housing"),
    reach_words="Not before eleven.",
    access=("large_print",),
    access_words="Short sentences on the phone",
    may=("text",),
    words={
        "introduced": "Three months behind, and a bag of letters. She waited while I "
        "rang. Good company, very frightened.",
        "brought": "I stopped opening my post in the summer. Now there is a bag of it "
        "behind the bread bin. My housing officer said to ring you before it goes any "
        "further, and she waited while I did.",
        "going_well": "I bake for the whole stair. Biscuit gets me out twice a day, "
        "rain or no. I was a good supervisor, folk came to me with things.",
        "hard": "Four hours of sleep, maybe. I lie there and add up. It is the flat I "
        "am frightened for.",
        "would_like": "To open one letter and not be sick with it. To sleep till the "
        "alarm. To have somebody to say it to.",
        "hopes": "To open one letter and not be sick with it. | To sleep till the "
        "alarm. | To have somebody to say it to.",
        "numbers": "1 6 | 2 3 | 3 7",
        "said": "I did two. With a biscuit. |  | Tuesdays.",
        "matters": "Biscuit. The stair, they are my family now. My sister in Cork, on "
        "the phone, Sundays at four.",
        "please_do": "Give me time to get to it. I go round the houses, and then I "
        "say it.",
        "please_dont": "Don’t send brown envelopes. Don’t ask me about my dad.",
        "added": "The council has paused the arrears letters for eight weeks. Ailsa "
        "knows; we rang them together.",
        "asks": "Would you sit with me while I open them? I can do the sums. I can’t "
        "do the opening.",
        "agreements": "Yes, those. If it means that I do not have to begin with "
        "the bread bin again.",
        "shares": "brought going_well hard please_do please_dont",
        "places": "Café corner, Harbour Street library",
    },
)
#: What she put right two days later, when she had read it.
AILSA_CORRECTS = (
    "Four hours of sleep, maybe. I lie there and add up. It is the flat I am "
    "frightened for. And I have nobody to say it to, since my sister went to Cork."
)

CALLUM = Script(
    known_as="Callum",
    formal_name="Callum Rankin",
    pronouns="he, him",
    age=27,
    postcode="EH7 5IM",
    phone="07700 900612",
    needs=("talking", "work"),
    reach_words="Text first, so that I know it is you.",
    access=("quiet", "reminder"),
    may=("call", "text"),
    words={
        "introductions": "If it’s another waiting list, just say so now.",
        "brought": "I have been told I am too much for one place and not enough for "
        "the other. I drive the van and I am fine in the van. It is when I stop.",
        "going_well": "I have never once missed a delivery. I fix the bikes for the "
        "wee ones on our landing, they leave them outside my door like dogs.",
        "hard": "My chest goes and I think that is me. Then it passes and I am just a "
        "guy at the lights with somebody hooting.",
        "would_like": "To talk to one person. The same one. More than once.",
        "please_do": "Tell me straight. I can take a no, I cannot take a maybe.",
        "please_dont": "Don’t tell me to breathe.",
        "asks": "I would like to talk to one person, the same one, more than once.",
        "agreements": "All of it. I am only tired of telling it.",
        "suggestions": "Full until March, and sorry to be. Open Door Leith would have "
        "him at the long table on Sunday.",
        "places": "The van, parked by the water",
    },
)

NASREEN = Script(
    known_as="Nasreen",
    formal_name="Nasreen Akhtar",
    pronouns="she, her",
    age=46,
    postcode="EH6 4VO",
    phone="07700 900287",
    ethnicity="3F",
    needs=("talking", "family"),
    may=("call",),
    words={
        "introduced": "“My daughter can translate, but not about everything.” Urdu "
        "interpreter please, a woman. She knows that I am writing and would like "
        "somebody to ring after the school run.",
    },
)

WULLIE = Script(
    known_as="Wullie",
    formal_name="William Baird",
    pronouns="he, him",
    age=71,
    postcode="EH15 2OC",
    phone="07700 900555",
    needs=("grief", "company"),
    reach_words="Not Sundays. Let it ring, I am slow on the stair.",
    access=("step_free",),
    may=("call", "leave_message"),
    words={
        "introduced": "A regular at the community café, gone very quiet since his dog "
        "died. He said, aye, if they come to me.",
        "brought": "The dog died and I stopped going out. I know how that sounds. He "
        "was my reason for a coat.",
        "going_well": "I was forty years on the buses and I never once left anybody "
        "standing in the rain.",
        "hard": "Sundays. They should not make Sundays that long.",
        "would_like": "Not another dog. Folk keep saying another dog.",
    },
)
