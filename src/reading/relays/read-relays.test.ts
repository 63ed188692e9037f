/**
 * Sentences on which the rules of this folder were tuned, with the statements around given by hand: what is found within them, and where
 * nothing is.
 */
import { expect, test } from 'vitest';
import { lineOf, relaysIn, statementsWithRelays } from '../../../test/samples/read-relays.ts';

test.each<[text: string, given: readonly string[], found: readonly string[]]>([
  [
    'The harbour board said on Friday that the ferry company had refused to say how many life jackets were on board.',
    ['The harbour board | said | that the ferry company had refused to say how many life jackets were on board'],
    ['1 the ferry company | had refused to say | how many life jackets were on board'],
  ],
  [
    '“My neighbour told me they came with a list,” said Ilsa Korr, who has lived on the square since 1988.',
    ['Ilsa Korr, who has lived on the square since 1988 | said | “My neighbour told me they came with a list,”'],
    ['1 My neighbour | told | they came with a list'],
  ],
  [
    'A spokeswoman said that the minister denied that he had ever met the arms dealer.',
    ['A spokeswoman | said | that the minister denied that he had ever met the arms dealer'],
    ['1 the minister | denied | that he had ever met the arms dealer'],
  ],
  [
    'Investigators said the crew did not say why the engines were stopped.',
    ['Investigators | said | the crew did not say why the engines were stopped'],
    ['1 the crew | did not say | why the engines were stopped'],
  ],
  [
    '“He said ‘run’ and we ran,” the boy told a local television crew.',
    ['the boy | told | “He said ‘run’ and we ran,”'],
    ['1 He | said | ‘run’'],
  ],
  [
    'The mayor dismissed the union’s claim that the tunnel was unsafe.',
    ['The mayor | dismissed | the union’s claim that the tunnel was unsafe'],
    ['1 the union | claim | that the tunnel was unsafe'],
  ],
  [
    'The ministry rejected allegations that its soldiers had burned the mill.',
    ['The ministry | rejected | allegations that its soldiers had burned the mill'],
    ['1 - | allegations | that its soldiers had burned the mill'],
  ],
  [
    'Doctors said that according to the ambulance crew the man was dead before the police arrived.',
    ['Doctors | said | that according to the ambulance crew the man was dead before the police arrived'],
    ['1 the ambulance crew | according to | the man was dead before the police arrived'],
  ],
  [
    'The lawyer said her client had told the police that a guard threatened to kill his brother.',
    ['The lawyer | said | her client had told the police that a guard threatened to kill his brother'],
    [
      '1 her client | had told | that a guard threatened to kill his brother',
      '2 a guard | threatened | to kill his brother',
    ],
  ],
  [
    'Residents said they had been told by the council that the water was safe to drink.',
    ['Residents | said | they had been told by the council that the water was safe to drink'],
    ['1 the council | had been told | that the water was safe to drink'],
  ],
  [
    'Residents said they were promised new homes by the end of winter.',
    ['Residents | said | they were promised new homes by the end of winter'],
    ['1 - | were promised | new homes by the end of winter'],
  ],
  [
    'The court heard that Mr. Adeyemi had admitted stealing the painting and had confessed to selling it.',
    ['The court | heard | that Mr. Adeyemi had admitted stealing the painting and had confessed to selling it'],
    ['1 Mr. Adeyemi | had admitted | stealing the painting', '1 Mr. Adeyemi | had confessed | to selling it'],
  ],
  [
    'She said the board was expected to announce on Monday that the plant would close.',
    ['She | said | the board was expected to announce on Monday that the plant would close'],
    ['1 the board | was expected to announce | that the plant would close'],
  ],
  [
    'An aide said the president believed the vote had been stolen.',
    ['An aide | said | the president believed the vote had been stolen'],
    ['1 the president | believed | the vote had been stolen'],
  ],
  [
    '“My grandfather used to say,” she recalled, “that the river always wins.”',
    ['she | recalled | “My grandfather used to say,” … “that the river always wins.”'],
    ['1 My grandfather | used to say | “that the river always wins.”'],
  ],
  [
    'The union leader said the owners accused him of lying and called the strike a crime.',
    ['The union leader | said | the owners accused him of lying and called the strike a crime'],
    ['1 the owners | called | the strike a crime', '1 the owners | accused | him of lying'],
  ],
  [
    '“They promised us water. They promised us a road. We got neither,” said the chief.',
    ['the chief | said | “They promised us water. They promised us a road. We got neither,”'],
    ['1 They | promised | water', '1 They | promised | a road'],
  ],
  [
    '“The doctor said, ‘There is nothing we can do,’ and she closed the door,” he told the inquiry.',
    ['he | told | “The doctor said, ‘There is nothing we can do,’ and she closed the door,”'],
    ['1 The doctor | said | ‘There is nothing we can do,’'],
  ],
  [
    'The embassy said its citizens should follow advice from the police, who have warned that the protests may turn violent.',
    [
      'The embassy | said | its citizens should follow advice from the police, who have warned that the protests may turn violent',
    ],
    ['1 the police | have warned | that the protests may turn violent'],
  ],
  [
    'Her lawyer said that she has always insisted that she is innocent, and that she will say so in court.',
    ['Her lawyer | said | that she has always insisted that she is innocent, and that she will say so in court'],
    ['1 she | has always insisted | that she is innocent'],
  ],
  [
    'The governor wrote that scientists at the institute had predicted a flood within the decade.',
    ['The governor | wrote | that scientists at the institute had predicted a flood within the decade'],
    ['1 scientists at the institute | had predicted | a flood within the decade'],
  ],
  [
    'He said his employer had threatened him with dismissal and demanded that he sign a new contract.',
    ['He | said | his employer had threatened him with dismissal and demanded that he sign a new contract'],
    ['1 his employer | demanded | that he sign a new contract', '1 his employer | had threatened | him with dismissal'],
  ],
  [
    'Ms. Brandt said the company broke its promise to clean the beach.',
    ['Ms. Brandt | said | the company broke its promise to clean the beach'],
    ['1 its | promise | to clean the beach'],
  ],
  [
    'The village head said that when soldiers asked where the men were, nobody answered.',
    ['The village head | said | that when soldiers asked where the men were, nobody answered'],
    ['1 soldiers | asked | where the men were'],
  ],
  [
    'The coach said the doctors think the knee will heal by April.',
    ['The coach | said | the doctors think the knee will heal by April'],
    ['1 the doctors | think | the knee will heal by April'],
  ],
  [
    'According to the ministry, the smugglers claimed they were fishermen.',
    ['the ministry | According to | the smugglers claimed they were fishermen'],
    ['1 the smugglers | claimed | they were fishermen'],
  ],
  [
    'The party said it would expel any member who denies that the massacre took place.',
    ['The party | said | it would expel any member who denies that the massacre took place'],
    ['1 any member | denies | that the massacre took place'],
  ],
  [
    'The vicar said his bishop had apologised for the remark.',
    ['The vicar | said | his bishop had apologised for the remark'],
    ['1 his bishop | had apologised | for the remark'],
  ],
  [
    'Two pilots said the airline warned them that anyone who spoke to the press would be dismissed.',
    ['Two pilots | said | the airline warned them that anyone who spoke to the press would be dismissed'],
    ['1 the airline | warned | that anyone who spoke to the press would be dismissed'],
  ],
  [
    '“It was Petra who said the cellar was dry,” he remembered.',
    ['he | remembered | “It was Petra who said the cellar was dry,”'],
    ['1 Petra | said | the cellar was dry'],
  ],
  [
    'The admiral, who was speaking in Velm, said the fleet’s commander is reported to have told the crew to open fire.',
    [
      'The admiral, who was speaking in Velm | said | the fleet’s commander is reported to have told the crew to open fire',
    ],
    ['1 the fleet’s commander | is reported to have told | to open fire'],
  ],
  [
    'The ministry said on Tuesday that the island’s government had warned foreign trawlers to stay outside the reef and that two vessels were being watched.',
    [
      'The ministry | said | that the island’s government had warned foreign trawlers to stay outside the reef and that two vessels were being watched',
    ],
    ['1 the island’s government | had warned | to stay outside the reef'],
  ],
  [
    '“The colonel told us the bridge was clear, and then he told us to run,” said Pavel Orin, a driver who lost two fingers in the blast.',
    [
      'Pavel Orin, a driver who lost two fingers in the blast | said | “The colonel told us the bridge was clear, and then he told us to run,”',
    ],
    ['1 The colonel | told | the bridge was clear', '1 he | told | to run'],
  ],
  [
    'The widow said she was told by an officer that her husband had signed a confession.',
    ['The widow | said | she was told by an officer that her husband had signed a confession'],
    ['1 an officer | was told | that her husband had signed a confession'],
  ],
  [
    'Prosecutors allege that the accountant lied when he told the auditors that the vault held eleven tonnes of gold.',
    [
      'Prosecutors | allege | that the accountant lied when he told the auditors that the vault held eleven tonnes of gold',
    ],
    ['1 he | told | that the vault held eleven tonnes of gold'],
  ],
  [
    'The premier brushed aside warnings from the central bank that inflation would reach 20 per cent by autumn.',
    ['The premier | brushed aside | warnings from the central bank that inflation would reach 20 per cent by autumn'],
    ['1 the central bank | warnings | that inflation would reach 20 per cent by autumn'],
  ],
  [
    'The company’s chief executive told analysts that regulators had given assurances that the licence would be renewed.',
    ['The company’s chief executive | told | that regulators had given assurances that the licence would be renewed'],
    ['1 regulators | had given assurances | that the licence would be renewed'],
  ],
  [
    'The tunnel collapsed because of a fault in the lining, the engineers believe, according to a summary of the report published on Thursday.',
    [
      'a summary of the report published on Thursday | according to | The tunnel collapsed because of a fault in the lining, the engineers believe',
    ],
    ['1 the engineers | believe | The tunnel collapsed because of a fault in the lining'],
  ],
  [
    'A government source said the president would announce within days that elections would be postponed until spring.',
    [
      'A government source | said | the president would announce within days that elections would be postponed until spring',
    ],
    ['1 the president | would announce | that elections would be postponed until spring'],
  ],
  [
    'The opposition says ministers have repeatedly assured parliament that no such list exists.',
    ['The opposition | says | ministers have repeatedly assured parliament that no such list exists'],
    ['1 ministers | have repeatedly assured | that no such list exists'],
  ],
  [
    'Farmers in the district say traders are demanding that they deliver their grain at last year’s price.',
    ['Farmers in the district | say | traders are demanding that they deliver their grain at last year’s price'],
    ['1 traders | are demanding | that they deliver their grain at last year’s price'],
  ],
  [
    'The club denied that its president had asked the referee for the match ball, a newspaper’s claim it called absurd.',
    ['The club | denied | that its president had asked the referee for the match ball'],
    ['1 its president | had asked | for the match ball'],
  ],
  [
    'Neighbours told police they thought the shots were fireworks, and went back to bed.',
    ['Neighbours | told | they thought the shots were fireworks'],
    ['1 they | thought | the shots were fireworks'],
  ],
  [
    'The commission’s report notes that survivors described how the crew locked the doors of the lower deck.',
    ['The commission’s report | notes | that survivors described how the crew locked the doors of the lower deck'],
    ['1 survivors | described | how the crew locked the doors of the lower deck'],
  ],
  [
    'The envoy said that Sarn had rejected the offer and that Velm had agreed to think about it.',
    ['The envoy | said | that Sarn had rejected the offer and that Velm had agreed to think about it'],
    ['1 Sarn | had rejected | the offer'],
  ],
  [
    '“My wife keeps telling me the house will not fall down,” Mr. Adu laughed, pointing at a crack in the wall.',
    ['Mr. Adu | laughed | “My wife keeps telling me the house will not fall down,”'],
    ['1 My wife | keeps telling | the house will not fall down'],
  ],
  [
    'The paper said that, in the words of one nurse, the ward had become “a corridor with beds”.',
    ['The paper | said | that, in the words of one nurse, the ward had become “a corridor with beds”'],
    ['1 one nurse | in the words of | the ward had become “a corridor with beds”'],
  ],
])('%s', (text, given, found) => {
  expect(relaysIn(text, given)).toEqual(found);
});

test.each<[text: string, given: readonly string[]]>([
  [
    'General Osei was quoted as saying the curfew would be lifted within days.',
    ['General Osei | was quoted as saying | the curfew would be lifted within days'],
  ],
  [
    'The police said they had found no weapons in the house and that the search would go on.',
    ['The police | said | they had found no weapons in the house and that the search would go on'],
  ],
  [
    'The minister said the government had promised nothing and would call an election in May.',
    ['The minister | said | the government had promised nothing and would call an election in May'],
  ],
  [
    'The museum said the letters, which show the poet in a new light, would be shown to the public in June.',
    ['The museum | said | the letters, which show the poet in a new light, would be shown to the public in June'],
  ],
  [
    'The club said it would appeal against the ban, calling it “a joke”.',
    ['The club | said | it would appeal against the ban', 'The club | calling | -'],
  ],
  [
    '“I believe in this team, and I know that we will win,” the captain said after the match.',
    ['the captain | said | “I believe in this team, and I know that we will win,”'],
  ],
  [
    'The company said demand for its phones had doubled and that orders from Asia continued to grow.',
    ['The company | said | demand for its phones had doubled and that orders from Asia continued to grow'],
  ],
  [
    'Officials said the statement had been issued in error and the call was being reviewed.',
    ['Officials | said | the statement had been issued in error and the call was being reviewed'],
  ],
  [
    '“You can say what you like, but the roof still leaks,” Mr. Pell said.',
    ['Mr. Pell | said | “You can say what you like, but the roof still leaks,”'],
  ],
  [
    'The trainer said the horse answered the whip and claimed third place on the line.',
    ['The trainer | said | the horse answered the whip and claimed third place on the line'],
  ],
  [
    'The mayor said that the town needed a doctor, a school and, as the saying goes, a bit of luck.',
    ['The mayor | said | that the town needed a doctor, a school and, as the saying goes, a bit of luck'],
  ],
  ['“Tell them to go home,” the officer said.', ['the officer | said | “Tell them to go home,”']],
  [
    'The judge said the trial would show whether the accused could be believed.',
    ['The judge | said | the trial would show whether the accused could be believed'],
  ],
  [
    'Scientists reported that the data indicate a warming of two degrees, citing lower emissions as one reason for the slower pace.',
    ['Scientists | reported | that the data indicate a warming of two degrees'],
  ],
  [
    'The archbishop said nobody should be asked to pay for a funeral.',
    ['The archbishop | said | nobody should be asked to pay for a funeral'],
  ],
  ['“Nobody resigned,” she told the Tribune in an interview.', ['she | told | “Nobody resigned,”']],
  [
    'The mine was never inspected, according to an email seen by the Halyard.',
    ['an email seen by the Halyard | according to | The mine was never inspected'],
  ],
  [
    'Police said a man had been called to the scene by a neighbour and that he spoke to officers before he left.',
    ['Police | said | a man had been called to the scene by a neighbour and that he spoke to officers before he left'],
  ],
  [
    'The committee said the figures speak for themselves and that the report would be discussed on Monday.',
    ['The committee | said | the figures speak for themselves and that the report would be discussed on Monday'],
  ],
  [
    'The firm said its new engine, known as the Whisper, would answer the call for quieter ships.',
    ['The firm | said | its new engine, known as the Whisper, would answer the call for quieter ships'],
  ],
  [
    'The minister told parliament that the bill, which the upper house will discuss next week, addresses those concerns.',
    ['The minister | told | that the bill, which the upper house will discuss next week, addresses those concerns'],
  ],
  [
    'Farmers said the price they were asked to pay was too high, and blamed the drought.',
    ['Farmers | said | the price they were asked to pay was too high', 'Farmers | blamed | the drought'],
  ],
  [
    'The court said the witness, whose name was not given, had spoken for two hours and answered every question.',
    ['The court | said | the witness, whose name was not given, had spoken for two hours and answered every question'],
  ],
  [
    '“We are asking for bread, not for speeches,” said one of the women, who had walked from the coast.',
    ['one of the women, who had walked from the coast | said | “We are asking for bread, not for speeches,”'],
  ],
  [
    'The union said its call for a strike had been answered by nine in ten drivers, more than it had hoped.',
    ['The union | said | its call for a strike had been answered by nine in ten drivers, more than it had hoped'],
  ],
  ['Hatch said he knew why the ferry had left early.', ['Hatch | said | he knew why the ferry had left early']],
  ['“They expect you to clear the snow,” the clerk said.', ['the clerk | said | “They expect you to clear the snow,”']],
  [
    'The chief said it was time to let the guards know that help was near.',
    ['The chief | said | it was time to let the guards know that help was near'],
  ],
  [
    'The editor wrote that critics should ask whether the bridge was needed.',
    ['The editor | wrote | that critics should ask whether the bridge was needed'],
  ],
  ['“These are the words that they would use,” he said.', ['he | said | “These are the words that they would use,”']],
  [
    'The engineer said the works had gone according to plan.',
    ['The engineer | said | the works had gone according to plan'],
  ],
  [
    'The mayor said she would reject any offer below the asking price.',
    ['The mayor | said | she would reject any offer below the asking price'],
  ],
  [
    '“Everybody can see that the dam is old,” the farmer said.',
    ['the farmer | said | “Everybody can see that the dam is old,”'],
  ],
  [
    'The captain said the army had attacked the harbour and welcomed no guests.',
    ['The captain | said | the army had attacked the harbour and welcomed no guests'],
  ],
  [
    'The port said its guards were expected to stay until Monday.',
    ['The port | said | its guards were expected to stay until Monday'],
  ],
  ['“I say we wait, and I hope they agree,” said Ames.', ['Ames | said | “I say we wait, and I hope they agree,”']],
  ['The board said it would appeal, citing a lack of evidence.', ['The board | said | it would appeal']],
  ['She told the rival Tribune that the gate had been open.', ['She | told | that the gate had been open']],
  [
    'The gate was open, according to a letter seen by the Herald.',
    ['a letter seen by the Herald | according to | The gate was open'],
  ],
  [
    'He wrote a book which cites 200 sources, the publisher said.',
    ['the publisher | said | He wrote a book which cites 200 sources'],
  ],
  [
    'The keeper was quoted as saying that the gate had been open.',
    ['The keeper | was quoted as saying | that the gate had been open'],
  ],
  [
    'The museum said visitors call the painting by its number.',
    ['The museum | said | visitors call the painting by its number'],
  ],
  [
    'The firm said the pump had been ordered in March and that the report would follow.',
    ['The firm | said | the pump had been ordered in March and that the report would follow'],
  ],
  ['He said the law requires owners to repair the wall.', ['He | said | the law requires owners to repair the wall']],
  ['“Tell the driver that we are late,” she shouted.', ['she | shouted | “Tell the driver that we are late,”']],
  [
    'The guide said there was a rumour in every street and a promise in every window.',
    ['The guide | said | there was a rumour in every street and a promise in every window'],
  ],
])('no statement within: %s', (text, given) => {
  expect(relaysIn(text, given)).toEqual([]);
});

test.each<[text: string, given: readonly string[], after: readonly string[]]>([
  [
    'The newspaper Delo, citing two officials in the treasury, reported that the currency would be devalued.',
    [
      'The newspaper Delo | citing | two officials in the treasury',
      'The newspaper Delo | reported | that the currency would be devalued',
    ],
    [
      '0 The newspaper Delo | reported | that the currency would be devalued',
      '1 two officials in the treasury | citing | that the currency would be devalued',
    ],
  ],
  [
    'The dead were buried at night, Radio Pelgard said, quoting a witness.',
    ['Radio Pelgard | said | The dead were buried at night'],
    ['0 Radio Pelgard | said | The dead were buried at night', '1 a witness | quoting | The dead were buried at night'],
  ],
  [
    '“We had no warning at all,” the agency Corvane quoted the dam’s keeper as saying.',
    ['- | - | “We had no warning at all,”'],
    [
      '0 the agency Corvane | quoted | “We had no warning at all,”',
      '1 the dam’s keeper | as saying | “We had no warning at all,”',
    ],
  ],
  [
    'General Osei was quoted by local radio as saying the curfew would be lifted within days.',
    ['local radio | was quoted | General Osei', 'local radio | saying | the curfew would be lifted within days'],
    [
      '1 General Osei | as saying | the curfew would be lifted within days',
      '0 local radio | quoted by | the curfew would be lifted within days',
    ],
  ],
  [
    '“Mr. Rudd has kept bees for years,” the museum quoted its director, Ada Roon, as saying.',
    ['the museum | quoted | “Mr. Rudd has kept bees for years,” … its director, Ada Roon'],
    [
      '0 the museum | quoted | “Mr. Rudd has kept bees for years,”',
      '1 its director, Ada Roon | as saying | “Mr. Rudd has kept bees for years,”',
    ],
  ],
  [
    'The paper quotes the coast guard, which in turn cites a skipper, to the effect that the buoy had sunk.',
    ['The paper | quotes | the coast guard'],
    [
      '0 The paper | quotes | that the buoy had sunk',
      '1 the coast guard | cites | that the buoy had sunk',
      '2 a skipper | to the effect | that the buoy had sunk',
    ],
  ],
  [
    'The wire service, which cited two diplomats, said the talks were over.',
    ['The wire service, which cited two diplomats, | said | the talks were over'],
    [
      '0 The wire service, which cited two diplomats, | said | the talks were over',
      '1 two diplomats | cited | the talks were over',
    ],
  ],
  [
    'The pilot is said to have told the panel that the fuel was low.',
    ['- | is said | The pilot … to have told the panel that the fuel was low'],
    [
      '0 - | is said | The pilot … to have told the panel that the fuel was low',
      '1 The pilot | is said to have told | that the fuel was low',
    ],
  ],
  [
    'The log is genuine, according to the inspector, as quoted by the Tribune.',
    ['the inspector | according to | The log is genuine'],
    ['0 the Tribune | quoted by | The log is genuine', '1 the inspector | according to | The log is genuine'],
  ],
])('who passes it on: %s', (text, given, after) => {
  expect(statementsWithRelays(text, given).map(lineOf)).toEqual(after);
});

test('a nested statement has its parent, a depth, a lower confidence and a reason', () => {
  const given = ['Ames | said | that Rau told the court that the guard denied it'];
  const [outer, ...within] = statementsWithRelays('Ames said that Rau told the court that the guard denied it.', given);
  expect(
    within.map(({ parent, relayDepth, confidence, why, kind }) => ({ parent, relayDepth, confidence, why, kind })),
  ).toEqual([
    {
      parent: outer.id,
      relayDepth: 1,
      confidence: 0.8,
      why: ['verb with a clause inside the content'],
      kind: 'indirect',
    },
    {
      parent: within[0].id,
      relayDepth: 2,
      confidence: 0.48,
      why: ['verb with an object inside the content'],
      kind: 'indirect',
    },
  ]);
  expect(within.every(({ id }) => id.startsWith('stmt_'))).toBe(true);
});

test('a statement that passes nothing on stays as it was', () => {
  const [only] = statementsWithRelays('Ames said the gate was open.', ['Ames | said | the gate was open']);
  expect(only).toMatchObject({ id: 'given_0', parent: null, relayDepth: 0 });
});
