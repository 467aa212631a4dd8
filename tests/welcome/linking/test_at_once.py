"""Two at once: two leads, the other way round; and words that are on their way."""

from threading import Barrier, Thread
from time import sleep

import pytest
from django.db import connection, transaction

from welcome import actions
from welcome.linking.snapshot import seen
from welcome.models import Linking, Passage, Person
from welcome.refusals import Refused

from ... import factories as make

pytestmark = pytest.mark.django_db(transaction=True)


def together(*deeds):
    """Run all at once; what each raised, or None."""
    begin, ends = Barrier(len(deeds)), [None] * len(deeds)

    def run(number, deed):
        try:
            begin.wait()
            deed()
        except Exception as problem:
            ends[number] = problem
        finally:
            connection.close()

    threads = [Thread(target=run, args=pair) for pair in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    return ends


def test_two_leads_the_other_way_round_at_once_link_once(amina, aminah, ruth):
    def press(kept, other):
        mark = seen(kept, other)
        return lambda: actions.link(
            kept, other, by=ruth, why="x", rules={}, as_seen=mark
        )

    ends = together(press(amina, aminah), press(aminah, amina))

    assert sorted(type(end) for end in ends if end) == [Refused]
    assert Linking.objects.count() == 1
    assert Person.objects.filter(linked_to=None).count() == 1


def linking(kept, other, by, meanwhile):
    """A function that links the two, and does something before it is committed."""
    mark = seen(kept, other)

    def link():
        with transaction.atomic():
            actions.link(kept, other, by=by, why="x", rules={}, as_seen=mark)
            meanwhile()

    return link


def test_words_on_their_way_come_to_the_record_that_stayed(amina, aminah, ruth, priya):
    linked = Barrier(2)
    link = linking(amina, aminah, ruth, linked.wait)

    def write():
        linked.wait()  # linked, but not yet committed
        make.make_passage(aminah, priya, words="I was just saying.")

    assert together(link, write) == [None, None]
    assert Passage.objects.get(words="I was just saying.").person == amina


def test_a_conversation_finished_while_its_record_is_linked_loses_no_word(
    amina, aminah, ruth, priya
):
    conversation = actions.begin(aminah, by=priya)
    linked = Barrier(2)

    def hold():
        linked.wait()
        sleep(0.3)  # the other one waits for the lock by now

    link = linking(amina, aminah, ruth, hold)

    def finish():
        linked.wait()
        said = {"brought": "All of it, told once."}
        actions.finish(conversation, by=priya, said=said, read_back=True)

    assert together(link, finish) == [None, None]
    assert Passage.objects.get(words="All of it, told once.").person == amina
