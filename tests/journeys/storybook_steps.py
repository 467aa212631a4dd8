"""Steps of an editor at the desk that several journeys take."""

from ..storybooks.tale import ANSWERS, FACT


def answer_who_could_know(editor):
    """The three questions, and that the story is safe to show."""
    editor.write("Could a stranger", ANSWERS["public"])
    editor.write("Could people who know", ANSWERS["known"])
    editor.write("Could staff", ANSWERS["staff"])
    editor.press("It is safe to show")


def send_to_jean(editor):
    editor.write("What did you agree to ask?", "Where did we meet?")
    editor.write("The word they will answer", FACT)
    editor.press("Send it to Jean")
