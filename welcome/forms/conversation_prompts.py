"""What the first conversation asks, and the hint under each question."""

from ..models import Prompt

#: Question, and the hint under it. `{name}` is how the person likes to be called.
ASKED = {
    Prompt.BROUGHT: (
        "What brought you here today?",
        "In {name}’s words. A few sentences are plenty.",
    ),
    Prompt.GOING_WELL: (
        "What is going well? What are you good at?",
        "Ask this early. People are more than their worst week.",
    ),
    Prompt.HARD: (
        "What is hard at the moment?",
        "Only what {name} wants to say. You don’t need dates or names.",
    ),
    Prompt.WOULD_LIKE: (
        "What would you like to be different?",
        "Hopes, however small. “To open one letter and not be sick with it” is a hope.",
    ),
    Prompt.MATTERS: (
        "Who and what matters to you? Who can help?",
        "People, places, animals, faith, routine.",
    ),
    Prompt.PLEASE_DO: (
        "Please do",
        "What helps {name} to talk, to come, to stay. Everyone who helps reads this "
        "first.",
    ),
    Prompt.PLEASE_DONT: (
        "Please don’t",
        "What makes it worse, or what no one should bring up.",
    ),
    Prompt.KEEPS_SAFE: (
        "What keeps you safe?",
        "When things get bad: what {name} does, who to ring, where to go.",
    ),
}
