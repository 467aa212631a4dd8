"""One team holds until the other says yes; and the door that was left open."""

import pytest


@pytest.mark.parametrize("width", [1280, 375])
def test_priya_hands_amina_over_to_the_south_east(walk, priya, tomasz, amina, width):
    north = walk(f"over-{width}-1", width=width).sign_in(priya)
    north.go(f"/people/{amina.pk}/").follow("Hand over")
    north.page.get_by_label("Which team?").select_option(
        label="South East Welcome Team"
    )
    north.write("Why?", "She has moved to Leith.")
    north.press("Ask them")
    north.sees("Ask them first, and write what they said.")
    north.write("What did they say", "Aye, if Tomasz knows my story.")
    north.press("Ask them")
    north.sees("Until they say yes, you hold Amina")

    south = walk(f"over-{width}-2", width=width).sign_in(tomasz)
    south.go("/today/").follow("Read and answer")
    south.sees("The letters frighten me.")
    south.press("We cannot")
    south.sees("Write a sentence: why not, and what then")
    south.press("Yes, we hold Amina")
    south.sees("You hold Amina now")
    south.sees("Held by your team")

    # she is well, and comes back: the same story
    south.follow("Say farewell")
    south.tick("Things are well enough")
    south.write("How we leave it", "Any Tuesday.")
    south.press("Say farewell")
    south.press("Open the door again")
    south.sees("It is the same story")

    north.go("/today/")
    north.sees_not("is asked")
