"""Teach the database to find a contributor's names in what would be published.

The same as `text_folding`, `known_names` and `naming` in Python, in SQL, so that the
database can refuse what the code let pass; tests/storybooks/test_names_in_sql.py
compares the two. The classes and words are copied here as they were: whoever changes
them in Python writes a migration that replaces these functions, and a test says so.
Safe to run live: it makes functions and touches no row.
"""

from django.db import migrations

SEPARATORS = (
    r"\u0001-@\[-`{-\u00bf\u00d7\u00f7\u02b9-\u02ff\u055a-\u055f\u0589\u05be\u05c0"
    r"\u05c3\u05c6\u05f3\u05f4\u0600-\u060f\u061b-\u061f\u0660-\u066d\u06d4\u06f0-\u06f9"
    r"\u0964-\u096f\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u2e00-\u2e7f\u3000-\u303f"
    r"\ufe10-\ufe1f\ufe30-\ufe6f\ufff0-\uffff\U0001f000-\U0001faff"
)
MARKS = (
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    r"\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8"
    r"\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
INVISIBLE = (
    r"\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e01ef"
)
JOINERS = r"'’‘ʼ‛`′\-‐"
LOOKALIKES = (
    "ŁłØøĐđÐðĦħıŦŧɑɡ"
    "АВЕЅІЈКМНОРСТУҮХҺԀԚԜавеѕіјкмнорстуүхһԁԛԝ"
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαβεζηικμνορτυχς",
    "LlOoDdDdHhiTtag"
    "ABESIJKMHOPCTYYXHDQWabesijkmhopctyyxhdqw"
    "ABEZHIKMNOPTYXabezhikmnoptyxσ",
)  # fmt: skip
PAIRS = {
    "Æ": "AE",
    "æ": "ae",
    "Œ": "OE",
    "œ": "oe",
    "Þ": "TH",
    "þ": "th",
    "ß": "ss",
    "ẞ": "SS",
}
JOIN = rf"(?<![{SEPARATORS}])[{JOINERS}]([ \t\r]*\n[ \t\r]*)?(?![{SEPARATORS}])"
PREFIX = rf"(?<![^{SEPARATORS}])[A-Za-z][{JOINERS}](?=[^{SEPARATORS}])"
LITTLE = "al el bin bint ibn van von de der den da di du la le los las dos y and"
TITLES = "mr|mrs|ms|miss|mx|dr|doctor|prof|professor|sir|dame|rev|revd"
EVERYDAY = """
a about above across actually after afterwards again against ago all almost alone along
already also although always am among an and another any anybody anyone anything anyway
arabic are aren’t around as ask asked at auntie away aye back be because been before
behind being below bengali beside besides between beyond both british brother but by bye
call came can cannot can’t carry christmas come coming could couldn’t dad daddy daughter
december did didn’t diwali do does doesn’t doing done don’t down due each easter eid
eight either eleven else enough even evening ever every everybody everyone everything
except far father february few fifteen fifth fifty finally first five for forty four
fourteen friday fridays from funny gaelic get getting give given go god goes going gone
goodbye got gran grandad grandma grandmother granny great had hadn’t half hardly has
hasn’t have haven’t having he hello her here here’s hers herself he’d he’ll he’s hi him
himself his hogmanay honestly how however how’s hundred husband i if imagine in indeed
inside instead into irish is isn’t it its itself it’d it’ll it’s i’d i’ll i’m i’ve
january july just last lastly late later least leave left lent less let let’s like
listen look luckily made make mam many maybe me mind mine monday mondays more morning
most mostly mother much mum mummy must mustn’t my myself name near nearly neither never
new next nine no nobody none nor not nothing november now nowhere october of off oh okay
on once one only onto or other others our ours ourselves out outside over o’clock people
perhaps pin please quite ramadan rather really right saturday saturdays say scottish
second see september seven several shall she she’d she’ll she’s should shouldn’t since
sister sit six sixteen so some somebody someone something sometimes somewhere son soon
sorry still stop such sunday sundays sure t-shirt take team tell ten than thank thanks
that that’d that’ll that’s the their theirs them themselves then there there’d there’ll
there’s these they they’d they’ll they’re they’ve thing things think third thirteen
thirty this those though three through thursday thursdays time to today together told
tomorrow tonight too towards try tuesday tuesdays turns twelve twenty twice two uncle
under unless until up upon urdu used very wait was wasn’t water we wednesday wednesdays
welcome well went were weren’t we’d we’ll we’re we’ve what whatever what’s when whenever
where wherever where’s whether which while who whoever whole whose who’d who’s why wife
with within without won’t would wouldn’t write x-ray year yes yesterday yet you your
yours yourself you’d you’ll you’re you’ve
"""
WORDS_THAT_ARE_NAMES = """
abbey abbot ace acorn alder ale alley amber angel angelic ant apple april archer arrow
art ash ashes aspen august autumn baker bald ball banks banner barber barley barns baron
barrel barren barrow basil bass bat bay beach bean beard bee beech bell bench bent berry
beryl best bide bill bin binder birch bird birds bishop black blackbird blackburn blades
blake bland blessed bliss blood bloom blossom blow blue bob bold bond book boots bough
bow bower bowl bowler bowman box boy brace branch brand brandy brass bread breed brewer
brick bridge bridges bridle bright brisk broad brook brown brush buck buckle buckler bud
buddy bull bullock bun bunny bunting burden burn burns butcher butler butter candy
cannon canon carol carpenter carrier carter carver cash castle cave chamber chambers
chance chapel chaplain charge charity chase chastity cheer cherry chew childs china chip
chuck church clay clerk cliff close cloud clover coach coal cock cold collier comb combs
comely comfort constant cook cooper cope coral corn corner cottage cotton couch cowl cox
craft crane creek cress cricket crisp cross crow crown crush crystal curry curt curtain
cutter daily daisy dale dance dandy daring darling dawn day days deacon deal dean dear
deer delight delve den denim destiny dew diamond diver doctor doll don door dove downs
dowse drake draper drew driver dry duck duke dunce dusty dyer eager eagle earl early
earnest east eastern easy ebony eddy elder ember english fair fairs fairy faith fancy
fang farmer farrier farrow farthing fat fawn fay fellow fellows fern fiddler field
fielder fields finch find fine fish fisher fleet flint flood flora flower flowers folly
ford foreman forest fort forth fortune foster fowl fowler fox frank free freed freer
french friar frost fry fuller gains gale gallant gallon gander garden gardener garland
garner garnet gates gathers gaunt gay gent gentle gentleman ginger glass glazier glory
glover goat gold golden good goose gotten grace gracious grain grant grass grave graves
gray green greener groom grove guest gully guy hack hair hale hall ham hand hands handy
happy hard hardy hare harmony harp harrow hatch haven hawk hay hazel head heart heath
heather heaven hedges herald herb herd herring high hill hills hock hold holiday holly
honesty honey honor honour hood hop hope horn hound house housing hug humble hung hunt
hunter hyacinth inn iris irons ivory ivy jack jade jasmine jay jersey jewel job joint
jolly joy judge june junior juniper jury justice kale keel keen keep keeper key keys kin
kind king kiss kit kitchen kite knight lake lamb lamp lance lane lark laugh laurel
lavender law lawn laws lay lead leader leaf leek lemon liberty lightning lilac lily lion
little live lively lock lodge loft long longer loom lord lotus love lover low lower
loyal luck lucky maiden mail major man mann manners mantle maple marble march mare
marigold marina mariner mark marks marrow marsh marshal mason mast master masters
maverick may mayor mead meadow meadows meat meek melody merchant mercy merit merry
middle mile miles mill miller mills miner minister mint misty money monk month moody
moon moor moral moss mountain mustard nan neck nick night nightingale noble noon norm
north northern nurse oak ocean old olive opal orange orchard orchid organ owl pack page
painter palace pansy parish park parrot parsley parson part partridge pat patience peace
peach peacock peak pear pearl peg pen pence penny pepper petal phoenix pick pike pilgrim
pine pink piper pippin plant planter platt player plum polish pond pool poor pop pope
poppy porch porter prayer precious press pressing price priest primer primrose prince
princess promise prosper proud prudence queen quick race rain ram rang ranger raven ray
read reader red redhead reed reef regal rhyme rice rich riches ridges rim ring ringer
river rivers road roads rob robin rock rocky rod rook room rooms roots rose rosemary
rosy rover row rowan rower royal ruby rue rule rusty rye saffron sage said sail saint
salmon salt salter sandy sapphire school scout senior serenity sergeant sermon sharp
shear shepherd sheriff sherry shield shipman shoemaker shore short silver sing singer
single skinner sky slate slater slow small smith snow solo song sorrel south southern
spark sparks sparrow speaker spice spike spring springer spur squire staff stand staples
star stark starling steal steel sterling stern stocks stone storm stout straight
stranger straw streams street stride strong sue sugar summer summers sun sung sunny
sunshine swallow swan sweet sweeting swift sword tailor tan tang tawny teacher temple
thatcher thorn thorns thrift tiger till tiller timber tinker tooth tower towers town
towns travel traveller trees trinity trout trow true trust trusty truth tuck tucker
tulip unity van vicar victory viola violet virtue waggoner wake walk walker wall walls
wand want war ward warden warm warmer warn warren warrior wash waste waters way weathers
weaver week weeks wells welsh west western wheat wheeler white wide wild will willing
willow willows win wind winder window wing winner winter wisdom wise witch wolf wong
wood woods worker world worth wren yard yen yeoman young younger youngest zen
"""


def _quoted(words: str) -> str:
    """As text of SQL."""
    return "'" + words.replace("'", "''") + "'"


def _array(words: str) -> str:
    return f"string_to_array({_quoted(' '.join(words.split()))}, ' ')"


def _pairs(of: str) -> str:
    for one, two in PAIRS.items():
        of = f"replace({of}, '{one}', '{two}')"
    return f"translate({of}, {_quoted(LOOKALIKES[0])}, {_quoted(LOOKALIKES[1])})"


_UNMARKED = (
    "regexp_replace(regexp_replace(normalize(words, NFKD), "
    f"{_quoted(f'[{MARKS}]')}, '', 'g'), {_quoted(f'[{INVISIBLE}]')}, gap, 'g')"
)

FIND = f"""
CREATE FUNCTION storybooks_everyday_words() RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT {_array(EVERYDAY)} $$;

CREATE FUNCTION storybooks_words_that_are_names() RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT {_array(WORDS_THAT_ARE_NAMES)} $$;

CREATE FUNCTION storybooks_folded(words text, gap text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT {_pairs(_UNMARKED)}
$$;

CREATE FUNCTION storybooks_lowered(words text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT {_pairs("lower(words)")} $$;

CREATE FUNCTION storybooks_without_title(name text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(
        nullif(regexp_replace(btrim(name), '^(({TITLES})\\.? +)+', '', 'i'), ''), name)
$$;

CREATE FUNCTION storybooks_name_words(name text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    WITH folded AS (
        SELECT storybooks_folded(storybooks_without_title(name), '') AS whole
    ), read AS (
        SELECT regexp_replace(whole, {_quoted(PREFIX)}, '', 'g') AS words FROM folded
        UNION ALL
        SELECT regexp_replace(whole, {_quoted(JOIN)}, '', 'g') FROM folded
        UNION ALL
        SELECT regexp_replace(whole, {_quoted(f"[{SEPARATORS}]+")}, '', 'g') FROM folded
    )
    SELECT coalesce(array_agg(DISTINCT storybooks_lowered(word)), '{{}}')
    FROM read, regexp_split_to_table(words, {_quoted(f"[{SEPARATORS}]+")}) word
    WHERE word <> '' AND NOT word = ANY({_array(LITTLE)})
$$;

CREATE FUNCTION storybooks_shown_words(shown_as text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT storybooks_name_words(coalesce(
        string_agg(word, ' ' ORDER BY n) FILTER (
            WHERE left(word, 1) <> lower(left(word, 1)) OR lower(word) = upper(word)),
        string_agg(word, ' ' ORDER BY n), ''))
    FROM regexp_split_to_table(split_part(shown_as, ',', 1), '\\s+')
        WITH ORDINALITY AS parts (word, n)
    WHERE word <> ''
$$;

CREATE FUNCTION storybooks_names_found(words text, names text[], but text[])
RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    WITH plain AS (
        SELECT storybooks_folded(words, '') AS plain
    ), readings AS (
        SELECT plain || E'\\n' || storybooks_folded(words, ' ') || E'\\n'
            || regexp_replace(plain, {_quoted(JOIN)}, '', 'g') AS every
        FROM plain
    ), known AS (
        SELECT name FROM unnest(names) name WHERE NOT name = ANY(but)
    ), tokens AS (
        SELECT DISTINCT word, storybooks_lowered(word) AS low
        FROM readings, regexp_split_to_table(every, {_quoted(f"[{SEPARATORS}]+")}) word
        WHERE word <> ''
    ), called AS (
        SELECT word, low, name FROM tokens, known
        WHERE low = name OR (
            low = name || 's' AND length(name) > 2 AND NOT low = ANY(but)
            AND NOT low IN (SELECT name FROM known)
            AND NOT name = ANY(storybooks_everyday_words()))
    )
    SELECT coalesce(array_agg(DISTINCT name), '{{}}') FROM (
        SELECT name FROM called, readings WHERE CASE
            WHEN length(name) > 1 AND NOT name = ANY(storybooks_everyday_words())
            THEN word <> low OR NOT name = ANY(storybooks_words_that_are_names())
            WHEN word = low OR name = 'i' THEN FALSE
            ELSE NOT name = ANY(storybooks_everyday_words()) OR every ~ (
                {_quoted(f"(?:[0-9,;]|[^{SEPARATORS}])[ " + chr(92) + "t]+")} || word
                || {_quoted(f"(?![^{SEPARATORS}])")})
        END
        UNION ALL
        SELECT name FROM known, readings
        WHERE lower(name) = upper(name)
        AND strpos(storybooks_lowered(every), name) > 0
    ) there
$$;

CREATE FUNCTION storybooks_names_shown(narrative uuid) RETURNS text[]
LANGUAGE sql STABLE PARALLEL SAFE COST 100000 AS $$
    WITH it AS (
        SELECT n.contributor_id, c.named, c.shown_as, teller.name AS full_name,
            concat_ws(E'\\n\\n', c.shown_as, n.title, n.place, n.content_note,
                n.pull_quote, n.text, n.slug, b.title, b.words, b.slug) AS words,
            ARRAY[teller.name, person.known_as, person.formal_name] AS own,
            CASE WHEN teller.named <> 'nobody' THEN teller.shown_as END AS first_shown
        FROM storybooks_narrative n
        JOIN storybooks_storybook b ON b.id = n.storybook_id
        JOIN storybooks_contributor teller ON teller.id = n.contributor_id
        JOIN storybooks_consent c ON c.narrative_id = n.id AND c.withdrawn_at IS NULL
        LEFT JOIN welcome_person person ON person.id = teller.person_id
        WHERE n.id = narrative
    ), chosen AS (
        SELECT first_shown AS shown_as FROM it
        UNION SELECT c.shown_as FROM it
        JOIN storybooks_narrative n ON n.contributor_id = it.contributor_id
        JOIN storybooks_consent c ON c.narrative_id = n.id AND c.named = 'chosen'
        UNION SELECT n.asked_shown_as FROM it
        JOIN storybooks_narrative n ON n.contributor_id = it.contributor_id
        WHERE n.asked_named = 'chosen'
    ), names AS (
        SELECT array_agg(word) AS words FROM (
            SELECT unnest(storybooks_name_words(name)) AS word
            FROM it, unnest(own) name WHERE name <> ''
            UNION
            SELECT unnest(storybooks_shown_words(chosen.shown_as)) FROM it, chosen
            WHERE it.named IN ('chosen', 'nobody') AND chosen.shown_as <> ''
        ) every
    )
    SELECT coalesce((
        SELECT storybooks_names_found(it.words, names.words, storybooks_name_words(
            CASE it.named
                WHEN 'full' THEN it.full_name
                WHEN 'first' THEN split_part(
                    storybooks_without_title(it.full_name), ' ', 1)
                WHEN 'chosen' THEN it.shown_as
                ELSE '' END))
        FROM it, names
    ), '{{}}')
$$;
"""

FORGET = """
DROP FUNCTION storybooks_names_shown(uuid);
DROP FUNCTION storybooks_names_found(text, text[], text[]);
DROP FUNCTION storybooks_shown_words(text);
DROP FUNCTION storybooks_name_words(text);
DROP FUNCTION storybooks_without_title(text);
DROP FUNCTION storybooks_lowered(text);
DROP FUNCTION storybooks_folded(text, text);
DROP FUNCTION storybooks_words_that_are_names();
DROP FUNCTION storybooks_everyday_words();
"""


class Migration(migrations.Migration):
    dependencies = [("storybooks", "0003_names_asked_for")]
    operations = [migrations.RunSQL(FIND, FORGET)]
