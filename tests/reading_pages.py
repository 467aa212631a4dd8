"""What a page says, as a browser would show it: line breaks in the HTML are blanks."""

import re


def text(answer):
    """The HTML of an answer, every run of white space as one blank."""
    return re.sub(r"\s+", " ", answer.content.decode())


def reason(answer, words, prefix=""):
    """A reason, with the warnings that the page asked it for."""
    form = re.search(r'name="[a-z-]*asked_about" value="([^"]*)"', text(answer))
    asked = form[1] if form else ""
    return {f"{prefix}planned_anyway": words, f"{prefix}asked_about": asked}
