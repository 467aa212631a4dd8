"""What happens by time alone: which bell is rung, and how often."""

#: The name of the bell, the task it rings, and every how many seconds.
_BELLS = [
    ("record that the worker is alive", "welcome.tasks.beat_heart", 10),
    ("import teams' lists", "welcome.importing.tasks.carry_imports", 10),
    (
        "delete imported lists after their last day",
        "welcome.importing.tasks.empty_imports",
        3600,
    ),
    (
        "delete discarded drafts after 30 days",
        "welcome.tasks.delete_discarded_drafts",
        3600,
    ),
    (
        "delete discarded referrals after 30 days",
        "referrals.tasks.delete_discarded_drafts",
        3600,
    ),
    ("scan files for viruses", "welcome.tasks.scan_attachments", 60),
    ("delete removed files", "welcome.tasks.erase_attachments", 300),
    ("send the morning's digests", "welcome.tasks.send_digests", 300),
    ("remind of handovers", "welcome.reminders.remind_of_handovers", 900),
    ("remind of meetings", "welcome.tasks.remind_of_meetings", 900),
    ("remind of reviews", "welcome.reminders.remind_of_reviews", 900),
    ("remind of safeguarding", "welcome.tasks.remind_of_safeguarding", 900),
    ("forget old failures", "welcome.tasks.forget_old_failures", 3600),
    ("delete ended sessions", "welcome.tasks.forget_ended_sessions", 3600),
    ("rebuild missing search keys", "welcome.tasks.keep_findable", 600),
    ("take down stories whose consent has ended", "storybooks.tasks.keep_consent", 600),
    ("remind of answers that are due", "referrals.tasks.watch_clocks", 300),
    ("resume help whose pause is over", "referrals.tasks.end_pauses", 900),
    ("remind of first meetings", "referrals.tasks.remind_of_meetings", 900),
    ("text about meetings tomorrow", "referrals.tasks.text_about_meetings", 900),
    ("read the feeds of directories", "referrals.tasks.read_directories", 900),
    ("count the months", "referrals.tasks.count_up", 900),
]


def bells(sweep: int) -> dict[str, dict[str, object]]:
    """The schedule for Celery's beat. `sweep`: seconds between looks at the outbox.

    A bell that nobody has heard for two rounds is not rung late as well.
    """
    rung = [
        ("send the outbox", "welcome.tasks.deliver_outbox", sweep),
        (
            "send links for new passwords",
            "welcome.sign_in_tasks.answer_reset_requests",
            sweep,
        ),
        *_BELLS,
    ]
    return {
        name: {"task": task, "schedule": seconds, "options": {"expires": seconds * 2}}
        for name, task, seconds in rung
    }
