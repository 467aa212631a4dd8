"""Words in a name's cell that are no name: titles, letters, stand-ins. Pure."""

import re

#: A courtesy only: nothing is lost without it.
COURTESY = {"mr", "mrs", "ms", "miss", "mx", "mister", "missus", "master", "mstr"}
#: In any place of a name: these are no one's name.
_TITLES = COURTESY | {
    "dr", "prof", "professor", "rev", "revd", "reverend", "cllr", "councillor",
    "mme", "mlle", "hon", "rt", "doctor",
}  # fmt: skip
#: At the front of a name only: behind it they may be a surname, as in Jack Lord.
_TITLES_IN_FRONT = {
    "sir", "dame", "lady", "lord", "sister", "sr", "brother", "father", "fr", "imam",
    "rabbi", "pastor", "canon", "sheikh", "capt", "captain", "maj", "lt", "sgt",
    "cpl", "col", "pte", "baroness", "messrs",
}  # fmt: skip
_SUFFIXES = {
    "jr", "jnr", "junior", "snr", "sr", "senior", "obe", "mbe", "cbe", "phd", "dphil",
    "bsc", "msc", "frcp", "kc", "qc", "jp", "esq", "mp", "msp",
}  # fmt: skip
_NUMBER_OF_THE_LINE = {"II", "III", "IV"}
#: They stand for a name that no one knows, as a word of a longer name or alone.
_STAND_INS = {
    "n/a", "n.a", "unknown", "unk", "fnu", "lnu", "nfn", "nln", "nmn", "tbc", "tba",
    "tbd", "n/k", "[unknown]", "(unknown)",
}  # fmt: skip
_STAND_INS_ALONE = re.compile(
    r"x+|none|nil|nk|anon|anonymous|not (?:known|given|stated|applicable|recorded)|"
    r"\W*(?:no|unknown|missing) (?:first |last |sur|fore|given |family )?names?\W*|"
    r"(?:first |last |sur|fore|given |family )?names? (?:unknown|not known)|"
    r"to be confirmed|do ?n.?t know",
    re.IGNORECASE,
)
_EXPORTED = {"NA", "na", "NULL", "null"}
_GLUED = re.compile(
    r"\b((?:mr|mrs|ms|miss|mx|dr|prof|rev|revd)\.)(?=\w)", re.IGNORECASE
)
_ASIDE = re.compile(r"[(\[](?:no|unknown|missing)[^)\]]*[)\]]", re.IGNORECASE)
#: They join two names, and are none.
_JOINERS = {"&", "and", "+", "/"}


def bare(word: str) -> str:
    return word.lower().strip(".,;:()[]")


def is_title(word: str, *, in_front: bool) -> bool:
    """
    >>> is_title("MRS.", in_front=False), is_title("Lord", in_front=False)
    (True, False)
    >>> is_title("Mr/Mrs", in_front=True), is_title("Miriam", in_front=True)
    (True, False)
    """
    known = _TITLES | _TITLES_IN_FRONT if in_front else _TITLES
    parts = [bare(part) for part in re.split(r"[/&+]", word)]
    return bool(any(parts)) and all(part in known for part in parts if part)


def is_suffix(word: str) -> bool:
    """
    >>> [is_suffix(word) for word in ("Jnr", "Ph.D.", "III", "Ma", "Ii")]
    [True, True, True, False, False]
    """
    return bare(word).replace(".", "") in _SUFFIXES or word in _NUMBER_OF_THE_LINE


def is_stand_in(text: str) -> bool:
    """Whether a whole cell says that there is no name.

    >>> [is_stand_in(t) for t in ("-", "N/A", "FNU", "No surname", "x", "Na", "Ng")]
    [True, True, True, True, True, False, False]
    """
    if not any(sign.isalpha() for sign in text) or text in _EXPORTED:
        return True
    return is_stand_in_word(text) or bool(_STAND_INS_ALONE.fullmatch(text.strip(" .")))


def is_stand_in_word(word: str) -> bool:
    """Whether one word of a longer name stands for a name that no one knows."""
    has_letters = any(sign.isalpha() for sign in word)
    return not has_letters or bare(word) in _STAND_INS


def is_joiner(word: str) -> bool:
    return word.lower() in _JOINERS


def is_initial(word: str) -> bool:
    """Single letters of a script that has capitals, with or without points.

    >>> [is_initial(word) for word in ("A.", "j", "J.R.", "Al", "AJ", "李")]
    [True, True, True, False, False, False]
    """
    letters = [piece for piece in re.split(r"[\W_]+", word) if piece]
    return bool(letters) and all(
        len(letter) == 1 and letter.lower() != letter.upper() for letter in letters
    )


def apart(text: str) -> str:
    """A title and its name, written without a blank; without what says "no surname".

    >>> apart("Mr.Hamish Corbell"), apart("Indira (no surname)")
    ('Mr. Hamish Corbell', 'Indira ')
    """
    return _GLUED.sub(r"\1 ", _ASIDE.sub("", text))
