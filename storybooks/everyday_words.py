"""Words that may begin a sentence, or carry a capital, and point at nobody.

Kept short of names on purpose: will, may, mark, rose, grace, hope and the like are left
out where they are more often a name than a beginning. A word too few here costs an
editor one glance; a word too many could cost somebody their privacy.
"""

_WORDS = """
a about above across actually after afterwards again against ago all almost alone
along already also although always am among an and another any anybody anyone anything
anyway arabic are aren’t as ask asked at august auntie away aye back bbc be because
been before behind being below bengali beside between beyond both british brother but
by bye call came can cannot can’t carry christmas come coming could couldn’t dad
daughter dear december did didn’t diwali do does doesn’t doing done don’t down dvla
dwp each easter eid eight either eleven else english enough esa even evening ever
every everybody everyone everything except far father february few fifteen fifth fifty
finally fine first five for forty four fourteen friday fridays from funny gaelic get
getting give given go god goes going gone good goodbye got gp gran grandad grandma
great had hadn’t half hardly has hasn’t have haven’t having he hello her here here’s
hers herself he’d he’ll he’s hi him himself his hmrc hogmanay honestly how however
how’s hundred husband i if imagine in indeed inside instead into irish is isn’t it its
itself it’d it’ll it’s i’d i’ll i’m i’ve january july just kind last lastly late later
least leave left lent less let let’s like listen little long look lord love luckily
made make mam many march maybe me mind mine monday mondays more morning most mostly
mot mother much mum must mustn’t my myself name nan near nearly neither never new next
nhs nine no nobody none nor not nothing november now nowhere october of off oh ok okay
on once one only onto or other others our ours ourselves out outside over o’clock page
people perhaps pin pip please polish press quite ramadan rather really right ring said
saturday saturdays say scottish second see september seven several shall she she’d
she’ll she’s should shouldn’t since sister sit six sixteen so some somebody someone
something sometimes somewhere son soon sorry still stop such sunday sundays sure take
team tell ten than thank thanks that that’d that’ll that’s the their theirs them
themselves then there there’d there’ll there’s these they they’d they’ll they’re
they’ve thing things think third thirteen thirty this those though three through
thursday thursdays till time to today together told tomorrow tonight too towards try
tuesday tuesdays turns tv twelve twenty twice two uk uncle under unless until up upon
urdu us used very wait was wasn’t water way we wednesday wednesdays welcome well welsh
went were weren’t we’d we’ll we’re we’ve what whatever what’s when whenever where
wherever where’s whether which while who whoever whole whose who’d who’s why wife will
with within without won’t would wouldn’t write year yes yesterday yet you your yours
yourself you’d you’ll you’re you’ve
"""

EVERYDAY = frozenset(_WORDS.split())
