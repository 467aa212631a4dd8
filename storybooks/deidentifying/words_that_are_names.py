"""Everyday words that are also names of people. Pure data.

Never on the safe list. Where one is a contributor’s own name, it must go wherever it
has a capital; in small letters it is a word ("I will", "in the hope") and only marked.
A name that is missing here is found in small letters as well: that costs an editor a
word, never somebody their privacy.
"""

_WORDS = """
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

WORDS_THAT_ARE_NAMES = frozenset(_WORDS.split())
