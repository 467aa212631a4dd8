"""Questions as partners ask them, and whether the words beside them answer them.

Written by hand before anything was measured. `SET` decided the threshold and the
families of words; `APART` was put aside and looked at once, after that.
"""

LETTERS = "The letters frighten me. I stopped opening my post in March."
SLEEP = "Four hours of sleep. I lie awake and count what I owe."
HOME = "I live on my own in a flat in Leith. The stairs are hard with my knee."
KIDS = "My two kids stay with their gran at weekends. Yusuf is nine, Hana is six."
PILLS = "I take sertraline, 50 mg, since the summer. It makes me tired."
WORK = "I lost my job at the bakery in May. I was good at it."
DRINK = "I have a can or two most nights. I would like it to be none."
CALL = "Mornings are bad. Ring me after two, when the children are at school."
GP = "My doctor is Dr Reid in Great Junction Street. She has known me ten years."
WALK = "Walking along the shore keeps me going, and my neighbour’s dog."
DEBT = "I owe about £3,000, mostly council tax and a catalogue."
SAFE = "When it gets dark I ring my sister. She stays on the phone until it passes."
LANGUAGE = "I speak Urdu at home and English well enough, but forms are hard."
PARTNER = "My husband died two years ago. Since then I do everything alone."
HOPE = "I would like to open one letter and not be sick with it."
BUSES = "I cannot go by bus. Too many people. I walk, or my sister drives me."

#: Question, what stands in the story, and whether it is an answer.
SET = [
    ("How much does she sleep?", SLEEP, True),
    ("How are you sleeping at night?", SLEEP, True),
    ("Does she live alone?", HOME, True),
    ("Who does she live with?", HOME, True),
    ("Does she have children?", KIDS, True),
    ("How old are the children?", KIDS, True),
    ("Is she on any medication?", PILLS, True),
    ("What medicines does she take, and since when?", PILLS, True),
    ("Is she working at the moment?", WORK, True),
    ("Does she drink alcohol?", DRINK, True),
    ("When is a good time to ring?", CALL, True),
    ("Who is her GP?", GP, True),
    ("How much debt is there?", DEBT, True),
    ("Roughly how much does she owe, and to whom?", DEBT, True),
    ("Does she need an interpreter? Which language?", LANGUAGE, True),
    ("Can she travel by bus?", BUSES, True),
    ("How much does she sleep?", WORK, False),
    ("Does she have children?", DEBT, False),
    ("Which letters are the worst?", LETTERS, False),
    ("Has she a bank account?", DEBT, False),
    ("What is her date of birth?", KIDS, False),
    ("Would Tuesday at ten suit her?", CALL, False),
    ("Is there an eviction notice?", HOME, False),
    ("Does she want us to write to the council?", DEBT, False),
    ("Has she ever been in hospital?", GP, False),
    ("Is anybody else at home when we visit?", WALK, False),
    ("Does she have a passport or other proof of identity?", LANGUAGE, False),
    ("Does she take part in any groups?", PILLS, False),
    ("What does she like to cook?", HOPE, False),
    ("Does she have allergies?", PILLS, False),
    ("Is she safe at home?", WORK, False),
    ("Does she have a carer’s allowance?", PARTNER, False),
]

#: Looked at once, after the threshold was set.
APART = [
    ("Is she married?", PARTNER, True),
    ("What keeps her safe when it is bad?", SAFE, True),
    ("What does she hope for?", HOPE, True),
    ("How does she sleep, and what keeps her awake?", SLEEP, True),
    ("Who lives with her at home?", HOME, True),
    ("Has she kids at school?", KIDS, True),
    ("Does she take tablets?", PILLS, True),
    ("Does she have a job?", WORK, True),
    ("How much does she drink in a week?", DRINK, True),
    ("At what time can we phone her?", CALL, True),
    ("What is the name of her doctor?", GP, True),
    ("Which debts does she have?", DEBT, True),
    ("Has she opened her post lately?", LETTERS, True),
    ("Does she smoke?", DRINK, False),
    ("Has she a driving licence?", BUSES, False),
    ("Does she own the flat or rent it?", HOME, False),
    ("What qualifications has she?", WORK, False),
    ("May we speak to her sister?", LETTERS, False),
    ("Is she pregnant?", PILLS, False),
    ("Does she want to see a woman?", GP, False),
    ("Has she savings?", SLEEP, False),
    ("When did she last eat?", WALK, False),
    ("Does she have a dog?", HOME, False),
    ("Has anybody hurt her?", PARTNER, False),
]
