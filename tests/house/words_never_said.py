"""What our screens never say: why not, and what to say instead.

Written as it is said, so that anyone can add a line. A space means any white space. A
phrase with a capital is a label, and is found only as it is written; the others are
found in capitals too. `(a|b)` means either, and `a?` that it can be missing.
"""

import re
from functools import cache
from typing import NamedTuple


class Phrase(NamedTuple):
    """A pattern that no screen has, the reason, and what to say instead."""

    never: str
    why: str
    instead: str

    def found_in(self, text: str) -> list[re.Match[str]]:
        return list(_compiled(self.never).finditer(text))

    def could_be_in(self, small: str) -> bool:
        """Quick: whether a word that it needs is in this text, in small letters."""
        return _needed(self.never) in small


@cache
def _compiled(never: str) -> re.Pattern[str]:
    is_label = any(letter.isupper() for letter in never)
    words = never.replace(" ", r"\s+")
    return re.compile(rf"\b{words}(?!\w)", 0 if is_label else re.IGNORECASE)


@cache
def _needed(never: str) -> str:
    """Its longest word that is no choice, and cannot be missing."""
    sure = re.sub(r"\([^)]*\)\??|\w\?|\\.|{.*?}", "-", never)
    return max(re.findall(r"[a-z]+", sure.lower()), key=len, default="")


STIFF = "it is stiff: no one here says it"
CLERK = "it sounds like a clerk of long ago"
TRANSLATED = "it reads as if it was translated"
WHO = "say who it is: a welcomer, your team, a partner, you"
RIDDLE = "it is a riddle: no one can guess what happens"
SAYING = "it is a saying, and a page needs a plain sentence"
NOW = "it is going on now"
BUTTON = "a button says what it does: a verb and a noun"

NEVER = [
    # words of another century
    Phrase("shall", STIFF, "“will”, “should”, or “Do you want to …?”"),
    Phrase("anew", CLERK, "“again”, or “new”"),
    Phrase("ever after", CLERK, "“and still”, “afterwards”"),
    Phrase("need not", CLERK, "“don’t have to”, “don’t need to”"),
    Phrase("may not", "it can mean two things", "“can’t”, or “might not”"),
    Phrase("may (never|only)", "it can mean two things", "“can’t”, “can only”"),
    Phrase("once more", CLERK, "“again”"),
    Phrase("all the same", CLERK, "“anyway”, “still”"),
    Phrase("in vain", CLERK, "“without success”"),
    Phrase("at (any|every) moment", TRANSLATED, "“at any time”, “always”"),
    Phrase("as long as not", TRANSLATED, "“until”"),
    # who
    Phrase("who(so|m)?ever", TRANSLATED, "“anyone who”, “the person who”, or a name"),
    Phrase("whom", STIFF, "“who”"),
    Phrase("somebody", WHO, "“someone”"),
    Phrase("anybody", WHO, "“anyone”"),
    Phrase("everybody", WHO, "“everyone”"),
    Phrase("nobody", WHO, "“no one”"),
    Phrase("the (one|person) to ask for", TRANSLATED, "“key contact”"),
    Phrase("a yes from", TRANSLATED, "“waiting for … to confirm”"),
    Phrase("held by no one", RIDDLE, "“Everyone has someone”"),
    # going on now
    Phrase("waits", NOW, "“is waiting”"),
    # things that stand, hang, lie and rest
    Phrase(
        "(stands?|stood) (here|there|in|on|above|below|beside|where|still|against)",
        TRANSLATED,
        "“is”, “is on the page”",
    ),
    Phrase("stands? by itself", TRANSLATED, "“is not connected to anything yet”"),
    Phrase("hangs? together", TRANSLATED, "“is connected”; the page: “Story map”"),
    Phrase("the clock rests", RIDDLE, "“the deadline pauses”"),
    Phrase("not hold any ?more", TRANSLATED, "“no longer applies”"),
    Phrase("holds? good", TRANSLATED, "“applies”, “works”"),
    Phrase("opens? nothing", RIDDLE, "“no longer works”"),
    Phrase("closed the door", RIDDLE, "“You’ve been signed out”"),
    Phrase("the line is down", RIDDLE, "“You’re offline”"),
    Phrase("falls? off the edge", SAYING, "“Nothing will be cut off”"),
    # verbs that English does not use so
    Phrase("(bring|brings|brought|bringing) over", TRANSLATED, "“import”, “copy”"),
    Phrase("(put|puts|putting) aside", TRANSLATED, "“cancel”, “keep back”"),
    Phrase("(put|puts) (this|the|a) list aside", TRANSLATED, "“Cancel this import”"),
    Phrase("(lay|lays|laid) down", TRANSLATED, "“end”, “close”"),
    Phrase("(let|lets) go( of)?", RIDDLE, "“end”, “delete”, “hand over”"),
    Phrase("takes? along", TRANSLATED, "“take with them”"),
    Phrase("(go|goes) on helping", TRANSLATED, "“Resume”, “keep helping”"),
    Phrase("how it (went|goes) on", TRANSLATED, "“how it went”, “what happens next”"),
    Phrase("belong together", TRANSLATED, "“Email or password is wrong”"),
    Phrase("has moved on by", TRANSLATED, "“… has already answered”"),
    Phrase("thought again", TRANSLATED, "“changed their mind”"),
    Phrase("have a look whether", TRANSLATED, "“check that”"),
    Phrase("so that (it|they) stands?", TRANSLATED, "“so that it is”"),
    Phrase("speaks? of", CLERK, "“mentions”; of a hope: “Matches a hope”"),
    Phrase("gave back to", TRANSLATED, "“could not help”"),
    Phrase("better place", "it can mean death", "“another service”"),
    Phrase("wrong reason to ask", SAYING, "“any reason is a good reason”"),
    Phrase("may know about", "it can mean two things", "“can know about”"),
    Phrase("fresh (link|page|code|one)", TRANSLATED, "“new link”"),
    Phrase("(six|ten) figures", "six figures is a salary", "“6-digit code”, “digits”"),
    Phrase("twins?", "they are not related", "“possible duplicate”"),
    Phrase("right for them to be there", TRANSLATED, "“need in order to come”"),
    Phrase("no gap any ?more", TRANSLATED, "“Gap closed”"),
    Phrase("link is out", RIDDLE, "“No link is active”"),
    Phrase("word that you agreed on", TRANSLATED, "“your agreed password word”"),
    Phrase(
        "asks? .{2,30} once for all", TRANSLATED, "“so that they are not asked again”"
    ),
    Phrase("closed by silence", SAYING, "“stays open until you answer”"),
    Phrase("give the word", TRANSLATED, "“sign in and we’ll save it”"),
    Phrase("counts? no more", CLERK, "“no longer counts”"),
    Phrase(
        "could only come back if", TRANSLATED, "“We won’t publish it again unless …”"
    ),
    Phrase(
        "to where it stood", TRANSLATED, "“Visitors will see that it was withdrawn”"
    ),
    # labels
    Phrase("Take the story to those", TRANSLATED, "“Ask others to help”"),
    Phrase("Write (it|them|the total) down", BUTTON, "“Save”, “Save total”"),
    Phrase("Tie (two|them|it)", BUTTON, "“Link two”, “Link”"),
    Phrase("What do they ask\\?", TRANSLATED, "“What would they like?”"),
    Phrase("(For|Against) it", TRANSLATED, "“Why it may fit”, “Worth knowing”"),
    Phrase("The first who", TRANSLATED, "“Whichever says yes first”"),
    Phrase("No working day yet", TRANSLATED, "“Came today”"),
    Phrase("Who looks like", RIDDLE, "“Possible duplicates”"),
    Phrase("Decide what is next", TRANSLATED, "“Choose what happens next”"),
    Phrase("No conversation will follow", STIFF, "“Close without a conversation”"),
    Phrase("Raise in the huddle", TRANSLATED, "“Bring to the huddle”"),
    Phrase("Is it fair\\?", RIDDLE, "“Equality questions”"),
    Phrase("We say so when", TRANSLATED, "“We’ll remind you if … comes up”"),
    Phrase("It may open", TRANSLATED, "“This device can now open your page”"),
    Phrase("it is so \\(10\\)", TRANSLATED, "“fully reached”"),
    Phrase("kept as they are typed", TRANSLATED, "“Saved as you type”"),
]
