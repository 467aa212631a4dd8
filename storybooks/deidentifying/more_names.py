"""Names and short forms, as they are spoken here, that Faker's lists lack. Pure data.

Somali, Bengali, Kurdish, Tamil, Punjabi, Chinese, West African, Gaelic, Ukrainian,
Romanian, Polish, Turkish, Jewish, Caribbean and Traveller names among them.
"""

_NAMES = """
abbas abdi abdirahman abdirashid abdullahi abeer abena abirami abukar adaeze adar
adebayo aden adeola adewale adrian afia agnieszka ahlam ahmad ahmet akosua akua akwasi
alaa aleksandra alin ama amal amara amira amran anab andrzej ange anjali anowara anushka
anwar anzhela aoife aram areej arjun arulmani asad ash asha ashiqur ashwaq asia asma
avan ayaan ayan ayman ayodele aysel ayşe azad aziza babatunde bahar balvinder balwinder
baolin bartek barwaqo bashir basia baz bazza beata begum berivan berkay bev bibi bilal
bilan bogdan bogdana bohai bohdan bolanle bolek bożena bri bridie burak cabdi callum
calum caoimhe catalin cathal catriona caz cem chaim chaz cheng cherise chiamaka chidi
chidinma chinedu chinonso chioma chowdhury chukwuemeka chunhua ciaran ciprian concepta
cosmin costel crina dahir daiyu dalia daljit danuta dariusz daryna davie daz dazza
deandre debs deeqa delroy deniz deqa desmond diarmuid dilan dilovan dina dinny dmytro
dorin dorota dovid earlene ebele ebyan eck efua eilidh ejike ekow elif emad emeka emine
emre eoghan errol esi esra esther everton evin ewa fadi faduma faigy faisa faiza
fangfang farah farhiya farid fartun farzana fatih fatima fatma fatuma femi feng ferdous
fionnuala florin folake folasade fowsia funmilayo ganeshan gaz gazza ghada gheorghe
gittel gosia gowri grainne grażyna grzegorz guled guoqiang gurdeep gurmeet gurpreet
gülay gülsen habiba habibur hadassah hadeel haider hakan halima halina halyna hamdi hana
hanan haoran harbhajan harjinder harjit harpreet hassan hatice havin hawa heniek hershel
hiba hibaaq hibo hinda hodan hodo hong hongmei huang huda huifang hussein hêvî ibado
ibrahim idil ifeanyi ifeoma ifrah ikenna ikran ileana ilhan imran inaya inderjit iona
ionel ionela ionut iqra irena irina iryna iseabail isra iulian iwona jacek jadwiga
jagdeep jagtar jahanara jama jamal jamila janusz jarek jaspal jasvinder jaswinder jen
jenn jenny jermaine jeyanthi jez jiahui jianguo jiayi jing jinlan jiyan jolanta joynal
kajan kalpana kamaljit kandiah karim kasia kateryna kawa kaz kehinde keisha kelechi
kemal kev khadija khadra khaled khalid khatun kinsi kirandeep kofi kojo korede krishnan
krysia krystyna krzysztof kulwinder kumaran kwabena kwadwo kwaku kwame kwasi kwesi ladan
laila lakhbir lakshmi lashawn layla leila leroy leszek leticia liang liban lihua lijuan
liliana lina liviu lola lou loz lucica lyudmyla maciek madalina magda maha mahad mahamed
mahbub mahmoud mairi maksym malak malka mandeep maninder manjit manpreet marcel marcia
marek mariam mariola marlon maryam maryan marzena mathan mawuli maz małgorzata meena
mehmet meifeng meiling menachem mendel meryem mhairi miah mietek mihaela mihai mikey-joe
minghua mircea mirek mizanur mohamed mohammed mohinder monika monwara morag mordechai
moshe muhammad muna murat mustafa muthu mykola màiri nabil nada nadia nadiya nagalingam
naima najma nan-bridie nana nasima nasra nasrin natalya navdeep nevaeh newroz ngozi
niamh nicoleta nicu nige nimco nimo niranjan nithya nkechi nnamdi nneka noor nour nurcan
nurul obinna oisin oksana ola olayinka oleh oleksandr olena olga olha oluwaseun
oluwatoyin omar onyeka orlaith osama ovidiu ozlem oğuz padraig paramjit parminder pavlo
paweł peiyu phil philomena phyl piotrek pirakash pragash priya przemek qamar qasim qiang
qianqian rab radu rahela rahima rahma raho rajan rajeswari rajinder raluca ramya rana
rania rashid ravinder raz razvan rebin reem renata rivka roble rochel rohan roisin rojda
rojin rokeya roksolana roxana rozhin ruairidh ruaridh rubina ruksana runak ruolan
rupinder ruqayyah ruslana ryszard sade sadia saeed safiya sagal sahra salim salma
samir samira samsam sandeep saoirse sara sarwar sasikala satnam satwinder saynab segun
selin selvan senga seonaid serhat serhiy serkan sevgi shabnam shahanara shaima shaindy
shamima shamso shanice shaniqua shanthi sharmin shaz shazza sherko shilan shimon shireen
shirin shlomo shmuel shuang shug shuggie shwan silviu simona simran sinead sinnathamby
siobhan sivakumar siyu sola solomiya soran sorin stanisław stasia staszek stela steluta
steph stu subramaniam sucdi suganya sukhdeep sukhjit sukhwinder sulekha sultana sumaiya
sumaya suresh surinder svitlana sìne sławek tadhg tahmina taiwo tam tamsin tanisha taras
tariq tarlochan taslima taz temitope teresa tetiana thangam thilaga thivya thurai
tingting titilayo tobi tola tomek tommy-joe traian trev trevon trish tuncay tunde tyrone
tzipporah ubah uche uchenna uma umar valentyna vasanthi vasile vasyl vik viktoriya
viorel viorica vithya volodymyr wafa walid wanda warsame weimin wenjing wiesław winston
wojtek wullie xiao xiaofeng xiaohong xiaoling xiaoming xiaoyan xin xinyi xiu xiuying
xueqin yaa yaakov yalini yanmei yaroslav yasin yasmin yaw yawen yehuda yetunde yevhen
yichen yildiz ying yingying yitzchak yogarajah yosef yousef youssef yulan yulia yusuf
yuting yuxuan zahra zainab zamzam zbigniew zbysiek zbyszek zdzisław zehra zelda zeynep
zhang zhao zhen zhenzhen zhihao zhiqiang zhou zilan ziyi zofia zoryana ömer özlem şükran
"""
MORE_NAMES = frozenset(_NAMES.split())
