# ruff: noqa: E501 — lists of names
"""Short forms and other spellings of names: the bench's own, not the product's."""

SHORT = {
    "elizabeth": "liz beth lizzie betty", "catherine": "kate cathy katie", "mary": "molly polly",
    "margaret": "maggie peggy meg", "alexander": "alex sandy", "william": "bill will billy",
    "robert": "bob rob bobby", "richard": "rick dick", "james": "jim jimmy jamie",
    "john": "jack johnny", "joseph": "joe", "thomas": "tom", "michael": "mike mick",
    "david": "dave davie", "charles": "charlie chuck", "christopher": "chris", "andrew": "andy drew",
    "edward": "ed ted eddie", "daniel": "dan danny", "matthew": "matt", "nicholas": "nick",
    "peter": "pete", "samuel": "sam", "stephen": "steve", "gregory": "greg", "benjamin": "ben",
    "timothy": "tim", "kenneth": "ken", "ronald": "ron", "gerald": "gerry", "philip": "phil",
    "victoria": "vicky", "rebecca": "becky becca", "jennifer": "jen jenny", "jessica": "jess",
    "susan": "sue", "deborah": "debbie deb", "barbara": "barb babs", "dorothy": "dot",
    "eleanor": "nell ellie", "sarah": "sally", "isabella": "bella izzy", "abigail": "abi",
    "amanda": "mandy", "pamela": "pam", "penelope": "penny", "theresa": "terry tess",
    "natalie": "nat", "olivia": "liv", "emily": "em", "georgina": "georgie", "jacqueline": "jackie",
    "joshua": "josh", "oliver": "ollie", "albert": "bert bertie", "alfred": "alf fred",
    "arthur": "art", "harriet": "hattie", "alison": "ali", "oleksandr": "sasha", "kateryna": "katia",
    "muhammad": "mo", "mohammed": "mo", "katarzyna": "kasia", "malgorzata": "gosia", "agnieszka": "aga",
}  # fmt: skip


SPELT = {
    "muhammad": "mohammed mohamed mohammad muhammed mohamad", "mohammed": "muhammad mohamed",
    "ahmed": "ahmad achmed", "hussein": "hussain husain hossain", "hassan": "hasan",
    "fatima": "fatimah fatma", "aisha": "ayesha aysha", "khadija": "khadijah kadija",
    "ibrahim": "ebrahim ibraheem", "yusuf": "yousef youssef yusef", "omar": "umar",
    "osman": "usman othman", "zainab": "zaynab zeinab", "khalid": "khaled", "tariq": "tarek tarik",
    "leila": "layla laila", "nour": "noor nur", "abdullah": "abdallah abdulla",
    "oleksandr": "aleksandr alexander", "dmytro": "dmitri dmitry", "serhii": "sergei sergiy",
    "volodymyr": "vladimir", "mykola": "nikolai", "kateryna": "katerina ekaterina",
    "olena": "elena", "iryna": "irina", "tetiana": "tatiana", "yulia": "julia iuliia",
    "katarzyna": "katarina", "tomasz": "tomas", "piotr": "pyotr", "catherine": "katherine kathryn",
    "stephen": "steven", "sarah": "sara", "philip": "phillip", "anne": "ann", "eilidh": "ailidh",
    "hussain": "hussein husain", "chowdhury": "choudhury chaudhry", "khan": "kahn",
    "sheikh": "shaikh", "qureshi": "koreshi", "mohamed": "mohammed muhammad", "ali": "aly",
    "shevchenko": "szewczenko chevtchenko", "kovalenko": "kowalenko", "kravchuk": "krawczuk",
    "zhang": "chang cheung", "wang": "wong", "chen": "chan", "liu": "lau", "huang": "wong",
    "tesfay": "tesfai", "tesfaye": "tesfay", "smith": "smyth", "thomson": "thompson",
    "macdonald": "mcdonald", "reid": "reed read", "clark": "clarke", "stewart": "stuart",
    "robertson": "robertsen", "davidson": "davison", "paterson": "patterson", "gray": "grey",
    "mckenzie": "mackenzie", "mcallister": "macalister", "drummond": "drumond",
}  # fmt: skip
