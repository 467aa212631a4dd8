"""Two records become one, and two again.

What lives (the story, conversations, referrals, hopes, doors …) is moved to the record
that stays, whatever model it is: `relations` finds every one in the registry. What is
only ever added to (the trail, who looked) and what the database ties to one record
(who held whom when) stays where it was written, and is read by the family of records:
`Person.family`. Nothing is copied, so undoing is exact: `pen` notes each column.
"""
