"""Words that somebody writes in small letters, and that are names too. Pure data.

In small letters they name nobody. With a capital they are marked as ever.
"""

_WORDS = """
adore ala alas aline ally ama ami amin amir ana anas and andes ane ang ange angelica ani
ant any april arab are arenas arent ari arm armin art asa ash asha asia asst aunt auntie
aye ayes bade bail bailey bairn bait bake baking bal ball ballad bam ban band bang bar
barb bare barman barra base bat bath battle baz beat beck bed bee beer begin bela ben
bento best bet bide big bin bit bite blessing bliss bo boa board boat bon bond bonded
bones bonita bonnie bonny boo bor bore born bos boss both bough bought bow boy brad bras
brave bri brought buff bug bun bus but cad cain cake cal call calm came can candle
canning canny cap car card care carer caron cas case cases cash cast cell chai chan
chance char chat che cheer chen cher chi chili chill chin chip choir chose city claim
clap clear clearly clerk close clot cold cole coma come company con conn convey cord
corr cos cosy cot cousin cousins cow cox crew cried cross cup cure cut dad dada dalla
dam damn dan dander dare dark dash date day dead deal dear deed deep del dell della der
desire dew dial did die dig dim ding dip dire divine do doc doe doing dolly done dos dot
down dozen drew dry due dull dung duty dwelling dye each ear early east easter easy eat
ebb edge edit eel egg ego ela elf eli else emotion end engin engine era eve even ever
every eye eyes face fact fad fade fair faith fall fan far fare farm fast fat fate fear
feast fee feeling fell felt few fight fill find fine finn fir fire fit fix flag flat
flesh flew floor flow fly foal fob foe fold folk font food foot for forge forget form
fort forum forza found foy free freely fresh friend from full fun fur gain gal game gas
gate gave gear german get ghost gift gil gill gin girl give glad go goes gone good got
gown graham grand grant great greet grew grey grip grow gun had hair hale half hall
hallow ham hand hang harbour hard harm harmony has hat have hay haze head heal heap hear
heart heat heaven held hell help hem hen her here hero hey hid high hill him hint hit
hold hole holy home honest honey hop hope horror hot hour house how howl hug hum hurt
ice idea ill inch ing ink inn innocent ion ire isa ise isle ita item its ive jail jam
jar jaw jet job jog join joke joy jug junk just keen keep ken kept ker kick kid kin kind
king kite knew know lab lack lad lady lain lan land lane lang lap large last late laugh
law lay lead leaf lean leap learn least leave led leg legend lend less let level lid lie
life light like limb lime line link lip list lit live load loan lock long look loop loos
lose loss lost lot lou loud love lovely lovley low luck lull lump lung mace mach mad
made mai mail main mak make man mango many map march marina mark mars marsh marvel mash
mat match mate may mean meat meet mel men mend mental mercy mere merry mesa mess met
meta mice mild mile milk mill mind mine mint miss mister mix moan mob moment monte mood
moon more mosque most moth motor mouth move much mud mug mum must nab nae nail nan nana
nanny nap near neat neck need neither nest net never new news next nice nigh nil nine
nip noble nobody nod noon nor norm north nose nota note nothing nova now numb nurse nut
oak oat ode off oil old ole one only oor open oral orange order ordinary other our out
ove over own pace pack page pages pain pair pal pale palo pan paper parcel parent park
part pass past pat path patience pay peace peak peer pen pepper per perfect pet pickle
pie pill pin pine pink pit pity plain plan play pleasant plus poet pole pond poor pop
port post pot power pram pray precious press price pride promise proud pub pudding pull
pure push put queen quick quiet quit race rag rage rail rain rake ram ran rang range
rank rare rat rate rave raw ray read ready real reception red relief rent rest rich ride
ridge right ring rise road roar rob rock rod role roll roman roof room root rope rose
rot rough round rout row royal rub rude rug rule run rung runs rush rust rut sad safari
safe sag said sail saint sake sale sally salt same sand sane sang sans sat sauce save
saw say scar score scot sea seal season seat secret secure see seed seem seen self sell
sem send sense sent sep serve server session set seven sever sew shade shame shape share
sharp shed sheer sheet shell shift shine ship shirt shock shoe shop short shot should
show shut shy sick side sigh sight sign silver simple sin since sing singer sink sip sir
sit six size skin skip sky slam slap sleep slept slid slip slow small smart smell smile
smoke snow soap sob soft soil sol sold sole some son song soon sore sorrow sorry sort
soul sound soup south space spark speak special spell spence spies spin spirit spit
spite split spoke spoon spot spring spy stack staff stage stair stall stan stand star
stare stark start state stay steady steal steam steel steep stem step stern stick still
sting stir stock stomach stone stood stop store storm story straight strange stray
street stress strict strike string strip strong stuck such sudden sugar suit sum summer
sun sung sunk sunny supper sure suse swam swan swear sweat sweet swell swept swim swing
tab tablet tag tail tait take tali talk tall tally tan tank tap tape tart task taste
taught tax tea teach team tear tell ten tender tent term test text than thank that the
their them then there these they thi thick thin thing think third this thorn those
though thought thread threat three threw throat throw thunder thus tick tide tidy tie
tied ties tight tilde till time tin tiny tip tire title toast today toe told tom tone
too took tool tooth top tore torn total touch tough tour toward towel tower town toy
track trade trail train tram tran trap travel tray tread treasure treat tree trick tried
trip trouble true trunk trust truth try tub tube tuck tug tune turn twice twin two type
ugly uit una und under unit until upon upset urban use used usual vain vale valid valley
van vast verb very vest vice view visit voice void vol vote wage wait wake walk wall wan
wand wander want war ward warm warn was wash waste watch water wave way weak wealth wear
weather weaver web wed wee week weep weight weird welcome well went were west wet what
wheel when where which while white who whole why wicked wide wife wild will win wind
wine wing winner winter wipe wire wise wish with woke wolf won wonder wonderful wood
word wore work world worn worse worst worth would wound wrap write wrong wrote yard year
yell yes yet you young your zeal zero zone
"""
SMALL_WORDS = frozenset(_WORDS.split())

_AFTER_AN_AUNT = """
will may can said rang did had was has is got gave came cut let put sat ran met led
house home own way place room door street town city hall school church boy girl lad man
woman lady king baby one day time life story bed car dog cat road mate bit age hand head
face heart garden kitchen family fields field
"""
#: After "my uncle", "wee" or "me and our" these name no one either.
AFTER_AN_AUNT = frozenset(_AFTER_AN_AUNT.split())
