"""What happens by time alone: which bell is rung, and how often."""

#: The name of the bell, the task it rings, and every how many seconds.
_BELLS = [
    ("beat the heart", "welcome.tasks.beat_heart", 10),
    ("carry the teams' own lists", "welcome.importing.tasks.carry_imports", 10),
    (
        "empty lists after their last day",
        "welcome.importing.tasks.empty_imports",
        3600,
    ),
    ("remind of handovers", "welcome.reminders.remind_of_handovers", 900),
    ("remind of reviews", "welcome.reminders.remind_of_reviews", 900),
    ("remind of safeguarding", "welcome.tasks.remind_of_safeguarding", 900),
    ("forget old failures", "welcome.tasks.forget_old_failures", 3600),
    ("keep everybody findable", "welcome.tasks.keep_findable", 600),
    ("keep consent", "storybooks.tasks.keep_consent", 600),
    ("watch the clocks", "referrals.tasks.watch_clocks", 300),
    ("remind of first meetings", "referrals.tasks.remind_of_meetings", 900),
    ("count up the months", "referrals.tasks.count_up", 900),
]


def bells(sweep: int) -> dict[str, dict[str, object]]:
    """The schedule for Celery's beat. `sweep`: seconds between looks at the outbox.

    A bell that nobody has heard for two rounds is not rung late as well.
    """
    rung = [
        ("carry the outbox", "welcome.tasks.deliver_outbox", sweep),
        ("answer who asked", "welcome.sign_in_tasks.answer_reset_requests", sweep),
        *_BELLS,
    ]
    return {
        name: {"task": task, "schedule": seconds, "options": {"expires": seconds * 2}}
        for name, task, seconds in rung
    }
