"""What a page says, as a browser would show it: line breaks in the HTML are blanks."""

import re


def text(answer):
    """The HTML of an answer, every run of white space as one blank."""
    return re.sub(r"\s+", " ", answer.content.decode())
