"""Words of Scots and the North, medicines, food, kin and talk. Pure data.

The dictionary of `unknown_words.py` lacks them. None is a name.
"""

_WORDS = """
abi abla ackee ae aff ah'm ahint ahm ain aint akka amitriptyline amma anjero anna app
appa apps arent aripiprazole atween auld autistic aw awa awfy awthin aye baba bagel bahn
bairns baji baklava banh bare barm behaviour bhaiya bibi bide biryani blud bobbins bogey
bonny borek brae braw breadcake breid brew bro buprenorphine burfi burnout callaloo
cannae canny cant careworker caseworker centre chacha chai challah chana chapati
chebureki cheque childminder chippy chuffed citalopram claes clarty clozapine cludgie
colour congee coo couldnae couldnt counselling counsellor counsellors coursework covid
crabbit cuz dada dadi dae daft dahl dal deid depot diazepam didi didnae didnt dinnae
dinner divvent doesnae doesnt dont doon doro dreich duloxetine dumplings dunno duvet
eejit ends escitalopram eyup facebook fae faither fam favourite feart fettle fitba
flashbacks fluoxetine flupentixol foodbank fufu gan ganging gaslighting gaun gaunae gey
ghee giein ginnel glaikit gob gonnae gonny gormless gowd granda grandda grandpa gret
grey guid gyal hadnae hadnt hae haloperidol hasnt haud havenae havent hed heid helpline
hes hijab hisself honour hoodie hoose hopefully hospice howay hunners iftar ilk ill im
injera innit insta instagram intae isnae isnt itd itll ive jist jobcentre jollof kafta
kebab keek ken kenned kerb keyworker khala kugel kurta lahmacun lamotrigine landline
langar lass lasses lassi latkes lithium lockdown lorazepam lugs lunchtime mackem mair
mam mama mami mamu man'd mandem mardy masala masi masking meds meltdown meself methadone
mibbe mirtazapine mither mithered mitherin mooncake morra moussaka muckle naan nabbed
nae naebody naethin naltrexone nan nana nani nanna naw neebour neighbour neighbourhood
neighbours nesh neurodivergent nivver noo noodles nowt oan olanzapine online oor oot
ootside ourself ower owt paan pakora paneer paperwork paracetamol parathas paroxetine
patty peak peely peng pho phuppo pide pierogi pished plantain plaster plough poorly
portakabin pregabalin programme promethazine propranolol psychosis puir pyjama pyjamas
quetiapine radge raita redd risperidone rota roti sabzi saltfish salwaar sambusa samosa
samosas scran scunnered selfie sen sertraline shaah shabbos shed shes shisha shoogle
shoogly shouldnt sic signposted sitooterie skelf skint smartphone snapchat snaw snicket
sofa stim stimming stoater stooshie summat suya tae tamales tatties teatime telt tha
thae thats theatre thee theirselves theres theyd theyre theyve thi thir tiffin tiktok
toon trackies triggered twa tyre ugali universal valproate venlafaxine voicemail wabbit
wagwan wain wan wasnae wasnt wasteman wat wean weans wellbeing werent whae whats
whatsapp wheesht whit wi wid wifi willnae wis wisnae wont worrit wouldnae wouldnt wrang
wur yam yard yer yersel yin yis youd youre yous youse youtube youve yute zoom zopiclone
zuclopenthixol
"""
WORDS_SPOKEN_HERE = frozenset(_WORDS.split())
