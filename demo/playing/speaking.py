"""What somebody says in a conversation: lines put together into passages."""

from welcome.models import Prompt
from welcome.reading.conversation_boxes import PASSAGES

from .stage import Stage

#: How likely somebody is to say something under a prompt at all, and a second line.
_ODDS: dict[str, tuple[float, float]] = {
    Prompt.BROUGHT: (1, 0.55),
    Prompt.GOING_WELL: (0.93, 0.35),
    Prompt.HARD: (0.95, 0.45),
    Prompt.WOULD_LIKE: (0.93, 0.3),
    Prompt.MATTERS: (0.9, 0.3),
    Prompt.PLEASE_DO: (0.82, 0.2),
    Prompt.PLEASE_DONT: (0.72, 0.1),
    Prompt.KEEPS_SAFE: (0.55, 0.1),
}
#: Prompts whose first line is about what somebody needs.
_ABOUT_NEEDS = {Prompt.BROUGHT: 0, Prompt.HARD: 1, Prompt.WOULD_LIKE: 0}


def passages_of(stage: Stage, is_first: bool) -> list[tuple[str, str]]:
    """Prompt and words, in the order in which they were asked."""
    if not is_first:
        return [(Prompt.HARD, stage.say("later"))]
    if Prompt.BROUGHT in stage.script:
        return [(p, stage.script[p]) for p in PASSAGES if p in stage.script]
    said = [(prompt, _passage(stage, prompt)) for prompt in PASSAGES]
    return [(prompt, words) for prompt, words in said if words]


def _passage(stage: Stage, prompt: str) -> str:
    speaks, goes_on = _ODDS[prompt]
    if stage.rng.random() > speaks:
        return ""
    place = _ABOUT_NEEDS.get(Prompt(prompt))
    about = "any" if place is None else stage.needs[place]
    words = stage.say(str(prompt), about)
    if stage.rng.random() < goes_on:
        then = "brought_then" if prompt == Prompt.BROUGHT else str(prompt)
        words = f"{words} {stage.say(then)}"
    return words
