/**
 * Loaded words: words that carry a judgement beside what they state, each with a plainer one and the reason. They are shown where an
 * outlet uses them in its own voice, as something to look at twice, never as a fault: the plainer word may be the wrong
 * one, and only the writer knows what happened.
 *
 * The choice and the reasons are our own. A reader's own list is laid over this one (`hearsay read --wording FILE`).
 * Format: word | part | plainer | reason | words that rule it out when they stand near. Words and plainer ones are dictionary
 * forms; a phrase is inflected at its first word (verb) or its last before a preposition (noun).
 */
import type { WordClass } from '../inflection/inflect.ts';

export interface LoadedWord {
  readonly word: string;
  readonly part: WordClass;
  readonly plainer: string;
  readonly reason: string;
  /** Words in lower case that make it mean something else: "training regime", "claimed responsibility". */
  readonly except: readonly string[];
}

const TABLE = `
claim | verb | say | hints that the speaker is not to be believed | responsibility life lives victory asylum benefits compensation credit damages refund title seat
admit | verb | say | presents what was said as a guilt now owned up to | hospital hospitals patient patients intensive ward student students university visitors entry
confess | verb | say | presents what was said as a crime owned up to | priest court police
concede | verb | say | tells of an argument lost | defeat goal goals penalty election territory
insist | verb | say | hints at doubt, or at stubbornness |
reveal | verb | say | vouches for what was said, and calls it hidden before |
point out | verb | say | vouches for what was said |
acknowledge | verb | say | vouches for what was said, as something held back before | receipt applause crowd
boast | verb | say | judges the speaker vain |
brag | verb | say | judges the speaker vain |
gush | verb | say | mocks the speaker | water oil blood pipe
whine | verb | complain | mocks the speaker | engine
moan | verb | complain | mocks the speaker |
rant | verb | speak | judges the speaker unreasonable |
spout | verb | say | judges what was said as empty | water whale
parrot | verb | repeat | judges the speaker as thoughtless |
bleat | verb | complain | mocks the speaker | sheep
sneer | verb | say | reads a motive into a tone |
snap | verb | reply | reads a temper into a reply | cable rope branch line photo photos picture pictures tree mast shut
thunder | verb | say | dresses a remark up as an outburst | past
slam | verb | criticise | makes criticism a blow | door doors brakes shut into
blast | verb | criticise | makes criticism an explosion | hole rock music off
lambast | verb | criticise | makes criticism a beating |
lambaste | verb | criticise | makes criticism a beating |
savage | verb | criticise | makes criticism an attack by an animal | dog dogs
rip into | verb | criticise | makes criticism a tearing apart |
tear into | verb | criticise | makes criticism a tearing apart |
lash out | verb | object | hints at lost self-control |
lash out at | verb | criticise | hints at lost self-control |
hit out at | verb | criticise | makes criticism a blow |
hit back | verb | reply | makes a reply a fight |
fire back | verb | reply | makes a reply a fight | shots soldiers
clap back | verb | reply | makes a reply a show |
rage | verb | protest | makes an objection a fit of temper | fire fires battle war storm
fume | verb | object | makes an objection a fit of temper |
storm out | verb | leave | reads a temper into a departure |
flout | verb | break | judges the breach as scorn |
spew | verb | say | judges what was said as filth | smoke lava ash sewage water
trumpet | verb | announce | hints that the news is less than it is made |
tout | verb | promote | hints that the merits are not real |
peddle | verb | spread | treats ideas as shoddy wares | drugs
cave in | verb | agree | makes a compromise a defeat | roof mine tunnel
cave in to | verb | agree with | makes a compromise a defeat |
bow to | verb | accept | makes a compromise a submission | queen king audience
kowtow | verb | defer | mocks, by way of a foreign custom |
backtrack | verb | change position | hints at dishonesty or weakness |
flip-flop | verb | change position | hints at dishonesty or weakness |
dodge | verb | not answer | reads a motive into a silence | bullet bullets car missiles
stonewall | verb | not answer | reads a motive into a silence |
cling to | verb | hold | judges that it is time to let go | rail rope wreckage raft tree roof life
seize upon | verb | cite | hints at opportunism |
orchestrate | verb | organise | hints at a hidden hand | music
mastermind | verb | organise | names a leader before it is proven |
collude | verb | cooperate | takes wrongdoing as settled |
butcher | verb | kill | adds horror to the killing | meat cattle pig
slaughter | verb | kill | adds horror to the killing | animals cattle pigs sheep livestock lamb
massacre | verb | kill | judges the killing as cruel and one-sided |
execute | verb | kill | borrows the word for a lawful sentence, where none is known | plan order orders warrant contract strategy manoeuvre
liquidate | verb | kill | hides a killing behind a word of book-keeping | company assets firm fund
neutralise | verb | kill | hides a killing behind a word of the military | acid threat
neutralize | verb | kill | hides a killing behind a word of the military | acid threat
massacre | noun | killing | judges the killing as cruel and one-sided |
carnage | noun | deaths | adds horror to the deaths |
bloodbath | noun | killings | adds horror to the killings |
slaughter | noun | killing | adds horror to the killing | animals cattle house
atrocity | noun | killing | judges before it tells what was done |
genocide | noun | mass killing | names a crime that a court decides on | convention court charge charges case museum memorial
ethnic cleansing | noun | expulsion | takes the aim as settled, in words of those who did it |
war crime | noun | possible breach of the laws of war | names a crime that a court decides on | court tribunal charge charges prosecutor suspect trial
terrorist | noun | attacker | judges a person; what was done can be said instead | suspected convicted
terror | noun | violence | judges, and spreads what it names | act charge charges law police trial film
terrorism | noun | political violence | judges; the deed can be said instead | act law charge charges offence offences court unit police financing counter
jihadist | noun | Islamist fighter | takes a faith's word for a political group |
extremist | noun | militant | places a person beyond what may be thought |
extremist | adjective | hard-line | places a group beyond what may be thought |
fanatic | noun | supporter | judges a mind, not a deed |
fanatical | adjective | devoted | judges a mind, not a deed |
thug | noun | attacker | judges a person; what was done can be said instead |
mob | noun | crowd | judges a crowd as lawless | flash
horde | noun | crowd | likens people to an invasion |
goon | noun | guard | mocks a person; the task can be said instead |
henchman | noun | aide | makes an aide a criminal |
crony | noun | associate | hints at favours |
puppet | noun | ally | takes control by another as settled | theatre show master
stooge | noun | ally | takes control by another as settled |
mouthpiece | noun | spokesperson | denies the speaker a mind | phone instrument trumpet
apologist | noun | defender | denies the speaker good faith |
sympathiser | noun | supporter | hints at secret loyalty |
sympathizer | noun | supporter | hints at secret loyalty |
traitor | noun | defector | takes one side's view of a change of sides |
strongman | noun | leader | judges a ruler as undemocratic | contest competition event
dictator | noun | ruler | judges a ruler; how power was won can be said instead |
despot | noun | ruler | judges a ruler; what was done can be said instead |
tyrant | noun | ruler | judges a ruler; what was done can be said instead |
warlord | noun | commander | judges a commander as lawless |
kingpin | noun | suspected leader | takes guilt as settled |
regime | noun | government | denies a government its legitimacy | training tax sanctions inspection inspections fitness exercise regulatory trade visa safety legal treatment drug testing maintenance diet licensing control
junta | noun | military government | denies a government its legitimacy, though it may describe how it came to power |
cabal | noun | group | hints at a conspiracy |
clique | noun | group | hints at exclusion and favours |
oligarch | noun | rich businessman | is said of some countries' rich and not of others' |
tycoon | noun | businessman | admires, or hints at ruthlessness |
fat cat | noun | executive | judges pay as undeserved |
bureaucrat | noun | official | makes an official an obstacle |
red tape | noun | rules | judges the rules as needless |
handout | noun | payment | judges a payment as undeserved | press leaflet photo
giveaway | noun | tax cut or payment | judges a payment as undeserved |
bailout | noun | rescue loan | hints at a gift |
ploy | noun | step | reads a motive into a step |
stunt | noun | action | reads a motive into an action | double man bike film
smear | noun | accusation | takes the accusation as false | test pap blood
witch-hunt | noun | investigation | takes the investigated as innocent |
witch hunt | noun | investigation | takes the investigated as innocent |
cover-up | noun | concealment | takes intent as settled |
cover up | verb | conceal | takes intent as settled | body bodies face hair grave
scandal | noun | affair | judges before it tells what was done |
fiasco | noun | failure | judges the size of a failure |
debacle | noun | failure | judges the size of a failure |
shambles | noun | disorder | judges the size of a failure |
bombshell | noun | disclosure | sells the news |
meltdown | noun | failure | makes a failure a catastrophe | nuclear reactor core
crackdown | noun | measures | puts severity before what is done |
purge | noun | dismissals | takes a political motive as settled |
power grab | noun | extension of powers | takes the motive as settled |
land grab | noun | acquisition of land | takes it as unrightful |
influx | noun | arrival | likens people to a tide |
swarm | noun | group | likens people to insects | bee bees locust locusts drone drones insects
swamp | verb | fill | likens people to a flood | boat water wave waves ship river
illegal immigrant | noun | migrant without papers | calls a person illegal; only acts are |
illegal alien | noun | migrant without papers | calls a person illegal, and strange |
illegals | other | migrants without papers | calls persons illegal; only acts are |
migrant crisis | noun | rise in arrivals | makes those who arrive the crisis |
freedom fighter | noun | armed fighter | takes one side's view of a fight |
martyr | noun | victim | takes a movement's view of a death | saint church square
collateral damage | noun | civilian deaths | hides deaths behind a word of the military |
surgical strike | noun | air strike | vouches for an accuracy that is not yet known |
enhanced interrogation | noun | coercive interrogation | hides what was done to a person |
friendly fire | noun | fire from own side | hides a killing behind a pleasant word |
so-called | adjective | known as | distances the writer from the name |
notorious | adjective | well-known | judges the fame as bad |
infamous | adjective | well-known | judges the fame as bad |
disgraced | adjective | former | judges the fall as deserved |
embattled | adjective | criticised | makes criticism a siege |
beleaguered | adjective | criticised | makes criticism a siege |
controversial | adjective | disputed | says that some object, and not who or why |
firebrand | adjective | outspoken | makes opinions a danger |
hardline | adjective | strict | judges a position from a middle not named |
hard-line | adjective | strict | judges a position from a middle not named |
draconian | adjective | strict | judges a measure as cruel |
brutal | adjective | violent | judges the violence |
heinous | adjective | serious | judges the deed |
barbaric | adjective | violent | judges the doer as less than human |
cowardly | adjective | sudden | reads a character into a deed |
innocent | adjective | uninvolved | hints that others deserved it | plea verdict found pleaded proven
senseless | adjective | unexplained | says that no motive can be known |
shocking | adjective | unexpected | tells the reader what to feel |
horrific | adjective | severe | tells the reader what to feel |
horrifying | adjective | severe | tells the reader what to feel |
heartbreaking | adjective | sad | tells the reader what to feel |
tragic | adjective | fatal | tells the reader what to feel |
chilling | adjective | frightening | tells the reader what to feel | wine water drinks
damning | adjective | critical | takes guilt as settled |
explosive | adjective | disputed | sells the news | device devices material materials charge charges vest belt ordnance
staggering | adjective | large | tells the reader what to feel |
whopping | adjective | large | tells the reader what to feel |
massive | adjective | large | judges a size that a number could tell | stars star object
unprecedented | adjective | first known | claims a search of all the past |
brazen | adjective | open | judges the doer as shameless |
blatant | adjective | open | judges the breach as shameless |
flagrant | adjective | open | judges the breach as shameless |
shadowy | adjective | little-known | hints at wrongdoing |
murky | adjective | unclear | hints at wrongdoing | water waters river
secretive | adjective | private | hints at wrongdoing |
doomed | adjective | lost | tells the end before the story |
furious | adjective | angry | heats up a feeling |
cop | noun | police officer | is slang, friendly or scornful |
beg | verb | ask | makes a request abject | pardon question differ
unleash | verb | release | tells the reader what to feel |
fob off | verb | put off | reads a motive into an answer |
lie | noun | false statement | says that the speaker knew better | detector land
cynical | adjective | calculated | reads a motive into a deed |
reckless | adjective | risky | judges care that a court decides on | driving endangerment homicide
unprovoked | adjective | first | settles who began |
obviously | adverb | as shown by what follows | claims that nobody can doubt it |
clearly | adverb | as shown by what follows | claims that nobody can doubt it | hear see visible marked read
of course | other | as is known | claims that nobody can doubt it |
undoubtedly | adverb | probably | claims that nobody can doubt it |
brutally | adverb | violently | judges the violence |
shockingly | adverb | unexpectedly | tells the reader what to feel |
tragically | adverb | as it turned out | tells the reader what to feel |
`;

/** The list, in the order of the table. */
export const LOADED_WORDS: readonly LoadedWord[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [word, part, plainer, reason, except] = line.split('|').map((cell) => cell.trim());
    return { word, part: part as WordClass, plainer, reason, except: except === '' ? [] : except.split(/\s+/) };
  });
