"""Words with a capital that point at nobody.

Kept free of names on purpose: will, page, press, polish, love, grace and the like are
not here (`words_that_are_names.py` has them). A word too few here costs an editor one
glance; a word too many could cost somebody their privacy.
"""

#: Have a capital wherever they are: days, months, feasts, tongues, what we call family.
_ANYWHERE = """
i i’d i’ll i’m i’ve arabic auntie bengali british christmas dad daddy december diwali
easter eid february friday fridays gaelic god gran grandad grandma granny hogmanay
irish january july mam monday mondays mum mummy november october ramadan saturday
saturdays scottish september sunday sundays t-shirt thursday thursdays tuesday tuesdays
uncle urdu wednesday wednesdays x-ray
"""
#: Safe in capitals only: Pip and Esa are people, PIP and ESA are not.
_INITIALS = """
aa adhd bbc camhs cbt chi cmht cpn crt cv dbt dla dvla dwp emdr esa gp gps hmrc hr id
itv mot nhs ni ocd ok pip ptsd sms tv uc uk us wi
"""
#: Safe only where a sentence begins, since anything has a capital there.
_BEGINNINGS = """
a about above across actually after afterwards again against ago all almost alone
along already also although always am among an and another any anybody anyone anything
anyway are aren’t around as ask asked at away aye back be because been before behind
being below beside besides between beyond both brother but by bye call came can cannot
can’t carry come coming could couldn’t daughter did didn’t do does doesn’t doing done
don’t down due each eight either eleven else enough even evening ever every everybody
everyone everything except far father few fifteen fifth fifty finally first five for
forty four fourteen from funny get getting give given go goes going gone goodbye got
grandmother great had hadn’t half hardly has hasn’t have haven’t having he hello her
here here’s hers herself he’d he’ll he’s hi him himself his honestly how however how’s
hundred husband if imagine in indeed inside instead into is isn’t it its itself it’d
it’ll it’s just last lastly late later least leave left lent less let let’s like listen
look luckily made make many maybe me mind mine more morning most mostly mother much
must mustn’t my myself name near nearly neither never new next nine no nobody none nor
not nothing now nowhere of off oh okay on once one only onto or other others our ours
ourselves out outside over o’clock people perhaps pin please quite rather really right
say second see seven several shall she she’d she’ll she’s should shouldn’t since sister
sit six sixteen so some somebody someone something sometimes somewhere son soon sorry
still stop such sure take team tell ten than thank thanks that that’d that’ll that’s
the their theirs them themselves then there there’d there’ll there’s these they they’d
they’ll they’re they’ve thing things think third thirteen thirty this those though
three through time to today together told tomorrow tonight too towards try turns twelve
twenty twice two under unless until up upon used very wait was wasn’t water we welcome
well went were weren’t we’d we’ll we’re we’ve what whatever what’s when whenever where
wherever where’s whether which while who whoever whole whose who’d who’s why wife with
within without won’t would wouldn’t write year yes yesterday yet you your yours
yourself you’d you’ll you’re you’ve
"""

ANYWHERE = frozenset(_ANYWHERE.split())
INITIALS = frozenset(_INITIALS.split())
BEGINNINGS = frozenset(_BEGINNINGS.split())
#: Every word that may carry a capital somewhere without being marked.
EVERYDAY = ANYWHERE | BEGINNINGS
