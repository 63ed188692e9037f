/**
 * Capitals and seats of government, by the country that they stand for in news: *Moscow said*, *the Kremlin denied*. What they are for:
 * telling that a place which speaks is a government. Plain facts, written down for Hearsay from general knowledge; where seat of government
 * and capital differ, both stand here. Lower case, without diacritics (`foldWord`).
 */

/** "capital, other name | country", a line each. */
const CAPITALS = `
abuja|Nigeria
abu dhabi|United Arab Emirates
accra|Ghana
addis ababa|Ethiopia
algiers|Algeria
amman|Jordan
amsterdam, the hague|Netherlands
ankara|Turkey
antananarivo|Madagascar
ashgabat|Turkmenistan
asmara|Eritrea
astana, nur-sultan|Kazakhstan
asuncion|Paraguay
athens|Greece
baghdad|Iraq
baku|Azerbaijan
bamako|Mali
bangkok|Thailand
bangui|Central African Republic
beijing, peking|China
beirut|Lebanon
belgrade|Serbia
berlin|Germany
bern, berne|Switzerland
bishkek|Kyrgyzstan
bogota|Colombia
brasilia|Brazil
bratislava|Slovakia
brazzaville|Republic of the Congo
brussels|Belgium
bucharest|Romania
budapest|Hungary
buenos aires|Argentina
bujumbura, gitega|Burundi
cairo|Egypt
canberra|Australia
caracas|Venezuela
chisinau|Moldova
colombo|Sri Lanka
conakry|Guinea
copenhagen|Denmark
dakar|Senegal
damascus|Syria
dhaka|Bangladesh
dili|East Timor
djibouti|Djibouti
dodoma|Tanzania
doha|Qatar
dublin|Ireland
dushanbe|Tajikistan
freetown|Sierra Leone
gaborone|Botswana
georgetown|Guyana
guatemala city|Guatemala
hanoi|Vietnam
harare|Zimbabwe
havana|Cuba
helsinki|Finland
islamabad|Pakistan
jakarta|Indonesia
jerusalem, tel aviv|Israel
juba|South Sudan
kabul|Afghanistan
kampala|Uganda
kathmandu|Nepal
khartoum|Sudan
kiev, kyiv|Ukraine
kigali|Rwanda
kingston|Jamaica
kinshasa|Democratic Republic of the Congo
kuala lumpur, putrajaya|Malaysia
kuwait city|Kuwait
la paz, sucre|Bolivia
libreville|Gabon
lilongwe|Malawi
lima|Peru
lisbon|Portugal
ljubljana|Slovenia
lome|Togo
london|United Kingdom
luanda|Angola
lusaka|Zambia
luxembourg|Luxembourg
madrid|Spain
managua|Nicaragua
manama|Bahrain
manila|Philippines
maputo|Mozambique
maseru|Lesotho
mexico city|Mexico
minsk|Belarus
mogadishu|Somalia
monrovia|Liberia
montevideo|Uruguay
moscow|Russia
muscat|Oman
nairobi|Kenya
naypyidaw|Myanmar
n'djamena, ndjamena|Chad
new delhi, delhi|India
niamey|Niger
nicosia|Cyprus
nouakchott|Mauritania
oslo|Norway
ottawa|Canada
ouagadougou|Burkina Faso
panama city|Panama
paramaribo|Suriname
paris|France
phnom penh|Cambodia
podgorica|Montenegro
port moresby|Papua New Guinea
port-au-prince|Haiti
port-vila|Vanuatu
prague|Czech Republic
pretoria|South Africa
pristina|Kosovo
pyongyang|North Korea
quito|Ecuador
rabat|Morocco
ramallah|Palestinian Authority
reykjavik|Iceland
riga|Latvia
riyadh|Saudi Arabia
rome|Italy
san jose|Costa Rica
san salvador|El Salvador
sanaa, sana'a|Yemen
santiago|Chile
santo domingo|Dominican Republic
sarajevo|Bosnia and Herzegovina
seoul|South Korea
singapore|Singapore
skopje|North Macedonia
sofia|Bulgaria
stockholm|Sweden
suva|Fiji
taipei|Taiwan
tallinn|Estonia
tashkent|Uzbekistan
tbilisi|Georgia
tegucigalpa|Honduras
tehran, teheran|Iran
thimphu|Bhutan
tirana|Albania
tokyo|Japan
tripoli|Libya
tunis|Tunisia
ulaanbaatar, ulan bator|Mongolia
vaduz|Liechtenstein
valletta|Malta
vienna|Austria
vientiane|Laos
vilnius|Lithuania
warsaw|Poland
washington, washington dc|United States
wellington|New Zealand
windhoek|Namibia
yamoussoukro|Ivory Coast
yangon|Myanmar
yaounde|Cameroon
yerevan|Armenia
zagreb|Croatia
`;

/** "seat | country", a line each: buildings and streets that stand for whoever governs from them. */
const SEATS = `
kremlin|Russia
white house|United States
oval office|United States
capitol hill|United States
foggy bottom|United States
pentagon|United States
downing street, no 10, number 10, number ten, no. 10|United Kingdom
whitehall|United Kingdom
westminster|United Kingdom
buckingham palace|United Kingdom
elysee, elysee palace|France
quai d'orsay|France
matignon|France
bundestag|Germany
chancellery|Germany
quirinale, quirinal palace, palazzo chigi|Italy
moncloa|Spain
vatican, holy see|Vatican City
zhongnanhai|China
blue house|South Korea
bankova|Ukraine
planalto, planalto palace|Brazil
casa rosada|Argentina
miraflores, miraflores palace|Venezuela
malacanang, malacanang palace|Philippines
aso rock|Nigeria
union buildings|South Africa
rideau hall|Canada
beehive|New Zealand
sublime porte|Turkey
`;

/** Countries that have no capital above, and other names of those that have. */
const OTHER_COUNTRIES = `
us, u.s., usa, u.s.a., america, the united states of america|uk, u.k., britain, great britain, england|uae|holland|burma|ivory coast, cote d'ivoire|
czechia|drc, dr congo, congo|bosnia|macedonia|swaziland, eswatini|cape verde, cabo verde|timor-leste|european union, eu, e.u.|soviet union, ussr|palestine|
turkiye|persia|korea|dprk|monaco|san marino|andorra|vatican city|bahamas|barbados|belize|benin|togo|brunei|bhutan|comoros|cuba|dominica|equatorial guinea|
gambia|grenada|guinea-bissau|kiribati|maldives|marshall islands|mauritius|micronesia|nauru|palau|saint lucia|samoa|sao tome and principe|seychelles|
solomon islands|tonga|trinidad and tobago|tuvalu|vanuatu|western sahara|hong kong|macau|greenland|somaliland|transnistria|abkhazia|south ossetia|
yugoslavia|czechoslovakia|east germany|west germany|rwanda|tibet
`;

/** Countries by what the capital, or the seat of government, is called. */
export const CAPITAL_OF: ReadonlyMap<string, string> = tableOf(CAPITALS);
export const SEAT_OF: ReadonlyMap<string, string> = tableOf(SEATS);

/** Names of countries, and of unions that act as one. */
export const COUNTRIES: ReadonlySet<string> = new Set([
  ...[...CAPITAL_OF.values()].map((country) => country.toLowerCase()),
  ...OTHER_COUNTRIES.trim()
    .split(/[|\n,]+/)
    .map((country) => country.trim().replace(/^the /, '')),
]);

function tableOf(lines: string): Map<string, string> {
  const table = new Map<string, string>();
  for (const line of lines.trim().split('\n')) {
    const [names, country] = line.split('|');
    for (const name of names.split(', ')) table.set(name, country);
  }
  return table;
}
