# ruff: noqa: E501 — a family of names is one line
"""Short forms and spellings of one name, as they are met in Britain. Pure data.

Each line is one family; a word stands in one line only. Where a short form serves two
names (Alex, Sam, Chris) both are in its line: this only finds, a person decides.
"""

_LINES = """
elizabeth liz lizzie lizzy beth betty bess eliza elsie libby lisbeth elisabeth elspeth betsy ellie elisa
catherine katherine kathryn katharine kate katie kathy cathy kit kitty cath kath kateryna ekaterina katerina katarzyna kasia catriona caitlin
margaret maggie meg peggy marge margie greta rita mags maisie margarita malgorzata gosia mairead
alexander alex sandy alec alexandra alexis sasha oleksandr aleksandr aleksander alexandr oleksandra aleksandra alasdair alistair alastair alisdair
william will bill billy willie liam wil
robert rob bob bobby robbie bert rab roberto
richard rich rick dick ricky richie dickie
james jim jimmy jamie jem jas hamish
john jack johnny jon jonny ian iain sean shaun shawn ivan jan jonathan johnathan
joseph joe joey jo josef josephine josie jozef giuseppe
thomas tom tommy tam tomas tomasz
michael mike mick mickey mikey micheal mikhail mykhailo michal
david dave davy davie dai dawid
charles charlie chuck chas charlotte lottie carl karl
christopher chris christine christina kirsty kristina tina chrissie krzysztof cristina christian
anthony tony ant antony antonio anton antoni
andrew andy drew andrei andriy andrzej andrey
edward ed eddie ted teddy ned edmund eduardo
daniel dan danny danielle dani danila
matthew matt matty mateusz mathew
nicholas nick nicky nico nicola nikki nicole mykola nikolai nikolay colin mikolaj
patrick pat paddy patricia trish tricia patty padraig
peter pete petros piotr petro pyotr pedro
samuel sam sammy samantha samir
stephen steven steve stevie stefan stephan esteban stepan stephanie steph
gregory greg gregor grzegorz
benjamin ben benny benji
timothy tim timmy
kenneth ken kenny
ronald ron ronnie
donald don donnie
gerald gerry jerry gerard geraldine
geoffrey geoff jeff jeffrey
lawrence laurence larry laurie loz
leonard len lenny leo
frederick fred freddie freddy frederic
francis frank frankie frances fran francesca francisco franciszek
philip phil phillip pip filip
raymond ray
victoria vicky vicki tori viktoria viktoriia
rebecca becky becca bex rebekah
jennifer jen jenny jenna jennie
jessica jess jessie
susan sue susie suzanne susanna suzie zuzanna
deborah deb debbie debra debs
barbara barb babs barbra
dorothy dot dottie dolly
eleanor nell nellie ellen nora helen olena elena yelena helena lena
sarah sara sally sadie
mary maria marie moll molly polly mariya marija mairi moira maryam miriam mariam
ann anne anna annie nancy hannah hanna ania anya ganna
jane janet janie jean jeanie joan joanna joanne sheena sinead siobhan
isabel isabella isabelle isobel bella izzy ishbel ysabel
abigail abi abby gail
amanda mandy
pamela pam
penelope penny
valerie val
veronica vera
theresa teresa tess terry terence terrence terri
sandra sandie cassandra
natalie natalia nataliya nat nathalie natasha natallia
olivia liv livvy
emily em emma emmie emilia emilie
georgina georgie gina george georgia heorhii georgios
harriet hattie harry harold henry hal henryk
jacqueline jackie jacqui
lucy lucia lucie lou louise louisa luis
madeleine maddy madeline maddie
zachary zach zac zak
nathan nathaniel nate
joshua josh
dominic dom dominik
oliver ollie
albert bertie
alfred alf alfie
arthur art artie artur
walter walt wally
reginald reg reggie
stanley stan
muhammad mohammed mohammad mohamed mohamad muhammed mohamet mahomed muhamed mohd mo mehmet mamadou muhamad
ahmed ahmad achmed ahmet ahmeed
hussein hussain husain hossain hossein hussien husayn
hassan hasan hassen
fatima fatimah fatma fatemeh fatuma fatoumata faatima
aisha ayesha aysha aicha aishah ayisha aaisha
khadija khadijah khadeeja hadija kadija
ibrahim ebrahim ibraheem ibrahima
yusuf youssef yousef yusef yousuf youssouf yosef yousif
omar umar omer
osman usman uthman othman ousmane
abdullah abdallah abdulla abdulah
abdulrahman abdurrahman abdirahman abdelrahman abdurahman
abdulkadir abdelkader abdikadir abdulqadir
zainab zaynab zeinab zaineb zeynep
khalid khaled
said saeed sayed syed sayyid saed
rashid rasheed rachid
jamal jamaal gamal
tariq tarek tarik tareq
nasser nasir naser nasar
leila layla laila leyla
nour noor nur nura noura
salma selma
yasmin yasmine jasmine jasmin yasmeen
amina aminah ameena amna
halima halimah haleema
sumaya sumaiya soumaya sumayyah
begum begam begom
khan kahn
chowdhury choudhury chaudhry chaudhary choudhry chaudhri
sheikh shaikh sheik
qureshi quraishi koreshi
dmytro dmitri dmitry dmitriy dima
yulia julia iuliia yuliya julie juliya
serhii sergei sergey serhiy
volodymyr vladimir wladimir
yevhen evgeny yevgeny evgeni eugene ievgen
oksana oxana
tetiana tatiana tatyana tania tanya
iryna irina irena irene
yuri yuriy yurii iurii
olha olga
svitlana svetlana
vasyl vasily vasiliy
li lee lei
zhang chang cheung jang
wang wong vong
chen chan tan
liu lau lew
huang hwang
xu hsu
nguyen nguen ngyuen
gebre ghebre
tesfay tesfai tesfaye
haile hayle
giorgos yiorgos
singh sing
kaur kour
patel patell
agnieszka agnes aga
malcolm mal callum calum
eilidh ailidh ayley
niamh neve
aoife eefa
caoimhe keeva
hugh hughie huw shug
morag marion
"""

FAMILIES = [tuple(line.split()) for line in _LINES.strip().splitlines()]
