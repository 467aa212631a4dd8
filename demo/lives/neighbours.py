"""People whom two teams have to do with, and every word of theirs. Pure."""

from dataclasses import replace

from .scripts import Script

JEAN = Script(
    known_as="Jean",
    formal_name="Jean Mackay",
    pronouns="she, her",
    age=58,
    postcode="EH6 4OC",
    phone="07700 900731",
    needs=("grief", "company"),
    reach_words="Ring twice. I am often in the garden.",
    may=("call", "text", "leave_message"),
    words={
        "introduced": "Her man died at Easter. She still sets two places.",
        "brought": "I set the table for two and then I sit there. My sister says come "
        "to us, so I have come, and now I sit at her table.",
        "hard": "The evenings. He did the crossword out loud.",
        "would_like": "Somebody to do the crossword with. I do not need to be fixed.",
        "please_do": "Talk to me about him. Folk cross the road.",
        "places": "Her kitchen",
    },
)
TARIQ = Script(
    known_as="Tariq",
    formal_name="Tariq Aziz",
    pronouns="he, him",
    age=39,
    postcode="EH4 1IM",
    phone="07700 900744",
    needs=("work", "body"),
    ethnicity="3F",
    may=("call", "text"),
    words={
        "introduced": "Works nights, sleeps two hours, and his back is bad. Keen.",
        "brought": "I drive the forklift at night and by day I lie there with the "
        "blind down listening to other folk’s weans going to school.",
        "going_well": "I have never been late. My boss knows that, I will say.",
        "hard": "My back, and that nobody is awake when I am.",
        "would_like": "A day shift, or a friend who is up at four.",
        "places": "A bench by the canal",
    },
)
MOIRA = Script(
    known_as="Moira",
    formal_name="Moira Kerr",
    pronouns="she, her",
    age=63,
    postcode="EH5 2KV",
    phone="07700 900756",
    needs=("company", "money"),
    may=("call",),
    words={
        "introduced": "Comes for her tablets and stays to talk. Lonely, and proud.",
        "brought": "I ran the tearoom for thirty years and now I pour tea for one. The "
        "pension does not stretch to going out.",
        "going_well": "I can still do a scone in eleven minutes.",
        "hard": "Christmas. All of December, in truth.",
        "would_like": "A table with other folk round it.",
        "places": "The community café",
    },
)
#: The same woman, as the other team heard her.
MOIRA_THERE = replace(
    MOIRA,
    formal_name="Moira Ker",
    postcode="EH4 2KV",
    words={
        "introduced": "Recently moved. Would like company; used to run a tearoom.",
        "brought": "I told one of you all this already, over by the library. I had a "
        "tearoom. I would like to be round a table again.",
        "would_like": "Company. And not to say it a third time.",
        "places": "The surgery, room two",
    },
)
ISLA = Script(
    known_as="Isla",
    formal_name="Isla Lindsay",
    pronouns="she, her",
    age=31,
    postcode="EH7 4IC",
    phone="07700 900768",
    needs=("housing", "family"),
    may=("call", "text"),
    words={
        "introduced": "In her friend’s box room with the wee one since the spring.",
        "brought": "Me and the wee one are in a box room. I say it is an adventure and "
        "she looks at me, she is four, she knows.",
        "going_well": "She sleeps. She eats. She sings in the bath.",
        "hard": "Lying there working out whose turn it is to be fed up with us.",
        "would_like": "A door that is ours.",
        "places": "The soft play",
    },
)
#: At the drop-in, where she did not say that she had been before.
ISLA_AGAIN = replace(
    ISLA,
    formal_name="Isla Lyndsay",
    words={
        "introduced": "Came in out of the rain with a wee girl, and asked for us.",
        "brought": "We need somewhere to live. That is all it is.",
        "would_like": "A door that is ours, and a school near it.",
        "places": "The drop-in",
    },
)
