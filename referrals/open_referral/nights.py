"""Times that go on after midnight, and times that were swapped. Pure."""

from datetime import date, datetime, time, timedelta

#: A longer night is taken for two times that were swapped, as in 17:00 to 9:00.
LONGEST_NIGHT = timedelta(hours=15)


def closes_as_it_should(opens: time, closes: time) -> bool:
    """After it opens, or on the next morning after a night of at most 15 hours.

    >>> closes_as_it_should(time(9), time(17)), closes_as_it_should(time(20), time(2))
    (True, True)
    >>> closes_as_it_should(time(17), time(9)), closes_as_it_should(time(9), time(9))
    (False, False)
    """
    day = date(2000, 1, 1)
    night = datetime.combine(day, closes) + timedelta(days=1)
    return closes > opens or (
        closes < opens and night - datetime.combine(day, opens) <= LONGEST_NIGHT
    )
