"""Towns of Britain, and cities that people came from, in small letters. Pure data.

Those that are also words (Bath, Reading, Deal, Sale) are left to the capital.
"""

_TOWNS = """
aberdeen accra accrington addis airdrie aldershot alloa amritsar ancoats ashton asmara
aylesbury ayr baghdad balham bamako barnsley basildon basingstoke basra bathgate beirut
belfast birkenhead birmingham blackburn blackpool bolton bootle bradford brighton
bristol brixton bucharest burnley camberwell cambridge cardiff carlisle carstairs
chadderton cheetham chelmsford cheltenham chester chesterfield chittagong chorley
clapham cluj clydebank coatbridge colchester colombo coventry craigmillar crewe croydon
cumbernauld cumnock damascus darlington delhi denton deptford derby derbyshire dewsbury
dhaka diyarbakir doncaster droylsden drumchapel dublin dukinfield dulwich dumbarton
dumfries dundee dunfermline dunstable durham easterhouse eccles edinburgh erbil exeter
failsworth falkirk fallowfield freetown galashiels gateshead gdansk glasgow glenrothes
glossop gloucester gorton gosport govan granton grimsby guildford gujrat hackney halifax
hamilton hanoi harare hargeisa harlow harrogate hartlepool hastings hathershaw
hattersley hemel hereford huddersfield hulme hyde ilkeston inverness ipswich irvine
islamabad islington istanbul izmir jaffna jalandhar kabul kaduna kampala karachi
kettering kharkiv khartoum kidderminster kigali kilmarnock kingston kinshasa kirkcaldy
kisumu knowsley krakow kumasi kyiv lagos lahore lambeth lancaster leeds leicester leigh
leith levenshulme lewisham lincoln liverpool livingston lodz londonderry longsight
lothian lublin ludhiana luton lviv maidstone manchester mansfield margate middlesbrough
middleton milngavie mirpur mogadishu mombasa morecambe mossley mosul motherwell
muirhouse mumbai musselburgh nairobi newcastle newham niddrie northampton norwich
nottingham nuneaton odesa oldham openshaw oxford paisley peckham penicuik perth peshawar
peterborough pilrig pilton plymouth poole portobello portsmouth poznan preston prestwich
radcliffe ramsgate rawalpindi reddish redditch restalrig rochdale rotherham runcorn
rusholme saigon salford scarborough scunthorpe sheffield shettleston shrewsbury
skelmersdale slough solihull southall southampton southend southport southwark
stalybridge stevenage stirling stockport stockton stoke stourbridge stratford streatham
stretford sunderland swansea swindon swinton sylhet tameside taunton tehran telford
timisoara tooting torquay tottenham toxteth tripoli urmston uxbridge vauxhall wakefield
wallasey walsall walthamstow warrington warsaw watford wavertree westhoughton whalley
whitby wigan winchester wishaw withington woking wolverhampton woolwich worcester
worksop worthing wrexham wroclaw wythenshawe yaounde yeovil york zagreb
"""
TOWNS = frozenset(_TOWNS.split())
