import { describe, expect, test } from 'vitest';
import { readSampleActors, type SampleDocument } from '../../../test/samples/read-sample-actors.ts';

/** Two people, one of them with a short name and a pronoun. */
const TWO: SampleDocument = {
  tagged:
    'Colonel_NNP Ruben_NNP Ames_NNP ,_, a_DT spokesman_NN for_IN the_DT force_NN ,_, met_VBD Ada_NNP Lund_NNP ._. | Ames_NNP said_VBD no_UH ._. | He_PRP left_VBD ,_, he_PRP said_VBD ._. | The_DT colonel_NN added_VBD it_PRP ._. | She_PRP said_VBD yes_UH ._. | They_PRP said_VBD so_RB ._.',
  entities: [
    { type: 'person', names: ['Ruben Ames', 'Ames#2'], also: ['a spokesman for the force', 'He', 'he', 'The colonel'] },
    { type: 'person', names: ['Ada Lund'] },
  ],
  open: [['She', [1, 0.6], [0, 0.4]], ['They']],
};

describe('named sources', () => {
  const { who, sources, actor, actors } = readSampleActors({
    ...TWO,
    statements: [
      ['Ames#2', 'said'],
      ['he', 'said'],
      ['The colonel', 'added'],
      ['She', 'said'],
      ['They', 'said'],
    ],
  });

  test('are one actor by full name, short name, pronoun and role', () => {
    expect(who.slice(0, 3)).toEqual(['Ruben Ames', 'Ruben Ames', 'Ruben Ames']);
    expect(sources.map((source) => source!.resolution)).toEqual(['implied', 'implied', 'implied', 'uncertain', 'none']);
  });

  test('every identity has its reasons', () => {
    expect(sources.map((source) => source!.why[0])).toEqual([
      'short name: Ames → Ruben Ames',
      'pronoun: he → Ruben Ames',
      'The colonel → Ruben Ames',
      'She: 2 it could mean',
      'pronoun: they, nobody it could mean',
    ]);
  });

  test('are never guessed where coreference leaves them open', () => {
    expect(sources[3]).toMatchObject({
      actor: null,
      candidates: [{ name: 'Ada Lund', probability: 0.6 }, { name: 'Ruben Ames' }],
    });
    expect(sources[4]).toMatchObject({ actor: null, candidates: [] });
  });

  test('have role, affiliation, aliases and all mentions, and ids of their own', () => {
    expect(actor('Ruben Ames')).toMatchObject({
      type: 'person',
      role: 'Colonel; spokesman',
      affiliation: 'force',
      aliases: ['Ames'],
      unnamedType: null,
      number: null,
    });
    expect(actor('Ruben Ames').mentions).toHaveLength(6);
    expect(new Set(actors.map(({ id }) => id)).size).toBe(actors.length);
    expect(actors.every(({ id }) => /^act_[0-9a-f]{16}$/.test(id))).toBe(true);
  });
});

describe('a name in apposition', () => {
  test.each([
    [
      'A_DT company_NN spokesman_NN ,_, Piet_NNP Karras_NNP ,_, denied_VBD it_PRP ._.',
      'A company spokesman , Piet Karras ,',
      'Piet Karras',
    ],
    [
      "Lagune_NNP +'s_POS director_NN ,_, Piet_NNP Karras_NNP ,_, denied_VBD it_PRP ._.",
      "Lagune's director , Piet Karras",
      'Piet Karras',
    ],
    ['Minister_NNP Piet_NNP Karras_NNP denied_VBD it_PRP ._.', 'Minister Piet Karras', 'Piet Karras'],
    ["Piet_NNP Karras_NNP +'s_POS office_NN denied_VBD it_PRP ._.", "Piet Karras's office", "Piet Karras's office"],
  ])('%s', (tagged, source, name) => {
    const { who, sources } = readSampleActors({
      tagged,
      entities: [{ type: 'person', names: ['Piet Karras'] }],
      statements: [[source, 'denied']],
    });
    expect(who).toEqual([name]);
    expect(sources[0]!.resolution).toBe('known');
  });
});

describe('bodies and states', () => {
  test.each([
    ['Velmora', 'state', 'place speaks: stands for its government'],
    ['Vienna', 'state', 'capital stands for a government (Austria)'],
    ['Norway', 'state', 'country acts as a state'],
    ['Springfield', 'organization', 'town or region speaks: stands for its authorities'],
  ] as const)('%s, a place that speaks, is a %s', (name, type, why) => {
    const { actor, sources } = readSampleActors({
      tagged: `${name}_NNP denied_VBD it_PRP ._.`,
      entities: [{ type: 'place', names: [name] }],
      statements: [[name, 'denied']],
      places: ['Springfield', 'Vienna', 'Norway'],
    });
    expect(actor(name)).toMatchObject({ type, why: [why] });
    expect(sources[0]!.why[0]).toBe(`named: ${name}`);
  });

  test('a place that the text calls a capital', () => {
    const { actor } = readSampleActors({
      tagged:
        "In_IN Sarnova_NNP ,_, Velmora_NNP +'s_POS capital_NN ,_, it_PRP rained_VBD ._. | Sarnova_NNP denied_VBD it_PRP ._.",
      entities: [{ type: 'place', names: ['Sarnova', 'Sarnova#2'] }],
      statements: [['Sarnova#2', 'denied']],
      places: ['Sarnova'],
    });
    expect(actor('Sarnova')).toMatchObject({ type: 'state', why: ['capital, by the text, stands for a government'] });
  });

  test('a place that says nothing is no actor; a person and a body are', () => {
    const { actors } = readSampleActors({
      tagged: 'Ada_NNP Lund_NNP left_VBD Hydrovel_NNP for_IN Vienna_NNP ._.',
      entities: [
        { type: 'person', names: ['Ada Lund'] },
        { type: 'organization', names: ['Hydrovel'] },
        { type: 'place', names: ['Vienna'] },
      ],
    });
    expect(actors.map(({ name, type }) => [name, type])).toEqual([
      ['Ada Lund', 'person'],
      ['Hydrovel', 'organization'],
    ]);
  });

  test('a body by its acronym, which is an alias', () => {
    const { who, actor } = readSampleActors({
      tagged: 'the_DT River_NNP Commission_NNP (_-LRB- RC_NNP )_-RRB- met_VBD ._. | The_DT RC_NNP said_VBD no_UH ._.',
      entities: [{ type: 'organization', names: ['River Commission', 'RC#2'] }],
      statements: [['The RC', 'said']],
    });
    expect(who).toEqual(['River Commission']);
    expect(actor('River Commission').aliases).toEqual(['RC']);
  });

  test('a body that is described is known; the same words are the same body', () => {
    const { who, actor, sources } = readSampleActors({
      tagged:
        'The_DT ministry_NN said_VBD no_UH ._. | Police_NNS said_VBD yes_UH ._. | Later_RB the_DT ministry_NN agreed_VBD ._.',
      statements: [
        ['The ministry', 'said'],
        ['Police', 'said#2'],
        ['the ministry', 'agreed'],
      ],
    });
    expect(who).toEqual(['ministry', 'Police', 'ministry']);
    expect(actor('ministry')).toMatchObject({
      type: 'organization',
      unnamedType: null,
      mentions: [
        [0, 12],
        [47, 59],
      ],
    });
    expect(sources.every((source) => source!.resolution === 'known')).toBe(true);
  });
});

describe('outlets', () => {
  test.each([
    ['the_DT Courier_NNP', 'the Courier', 'Courier'],
    ['the_DT agency_NN Corvane_NNP', 'the agency Corvane', 'Corvane'],
    ['the_DT Pelgard_NNP Tribune_NNP', 'the Pelgard Tribune', 'Pelgard Tribune'],
    ['the_DT newspaper_NN', 'the newspaper', 'newspaper'],
    ['this_DT newspaper_NN', 'this newspaper', 'The Sarnova Courier'],
  ])('%s', (tagged, source, name) => {
    const isNamed = name !== 'newspaper' && !source.startsWith('this');
    const { actor } = readSampleActors({
      tagged: `It_PRP sank_VBD ,_, ${tagged} said_VBD ._.`,
      entities: isNamed ? [{ type: 'organization', names: [name] }] : [],
      statements: [[source, 'said']],
      outlet: 'The Sarnova Courier',
    });
    expect(actor(name).type).toBe('outlet');
  });
});

describe('I and we', () => {
  const QUOTED = '"_`` We_PRP knew_VBD that_DT I_PRP said_VBD ,_, "_\'\' Ames_NNP said_VBD ._.';

  test('in a quotation are its speaker', () => {
    const { who, sources } = readSampleActors({
      tagged: QUOTED,
      entities: [{ type: 'person', names: ['Ames'] }],
      statements: [
        ['Ames', 'said#2', 'We knew that I said'],
        ['We', 'knew', 'that', 0],
        ['I', 'said', 'that'],
      ],
      outlet: 'The Courier',
    });
    expect(who).toEqual(['Ames', 'Ames', 'Ames']);
    expect(sources[1]).toMatchObject({
      resolution: 'implied',
      why: ['we in a quotation → its speaker', 'named: Ames'],
    });
  });

  test('in a quotation that no statement holds are nobody', () => {
    const { who } = readSampleActors({ tagged: QUOTED, statements: [['We', 'knew']], outlet: 'The Courier' });
    expect(who).toEqual([null]);
  });

  test('outside are the outlet, and the writer', () => {
    const { who, actors } = readSampleActors({
      tagged: 'We_PRP asked_VBD them_PRP ._. | I_PRP think_VBP so_RB ._.',
      statements: [
        ['We', 'asked'],
        ['I', 'think'],
      ],
      outlet: 'The Courier',
    });
    expect(who).toEqual(['The Courier', 'I']);
    expect(actors.map(({ type }) => type)).toEqual(['outlet', 'unnamed']);
  });

  test('the writer is whom the byline names, alone', () => {
    const sample: SampleDocument = {
      tagged: 'By_IN Ada_NNP Lund_NNP || I_PRP think_VBP so_RB ._.',
      kinds: ['byline'],
      names: [['Ada Lund', 'person']],
      statements: [['I', 'think']],
    };
    expect(readSampleActors(sample).who).toEqual(['Ada Lund']);
    const two = { ...sample, tagged: sample.tagged.replace('Lund_NNP', 'Lund_NNP and_CC Bo_NNP Ek_NNP') };
    expect(readSampleActors({ ...two, names: [...sample.names!, ['Bo Ek', 'person']] }).who).toEqual(['I']);
  });

  test('a quotation that holds itself ends', () => {
    const sample: SampleDocument = { tagged: 'I_PRP said_VBD so_RB ._.', statements: [['I', 'said', 'so', 0]] };
    expect(readSampleActors(sample).who).toEqual([null]);
  });
});

describe('who and which', () => {
  test.each([
    ['Ames_NNP ,_, who_WP said_VBD no_UH ,_, left_VBD ._.', 'who', 'Ames'],
    ['a_DT neighbour_NN who_WP said_VBD no_UH ._.', 'who', 'a neighbour'],
    ['who_WP said_VBD no_UH ._.', 'who', null],
  ])('%s', (tagged, source, name) => {
    const entities = tagged.includes('Ames') ? [{ type: 'person' as const, names: ['Ames'] }] : [];
    expect(readSampleActors({ tagged, entities, statements: [[source, 'said']] }).who).toEqual([name]);
  });
});

describe('unnamed sources', () => {
  test.each([
    ['An_DT official_NN at_IN the_DT ministry_NN', 'An official at the ministry', 'official', 'a', 'ministry'],
    ['Two_CD Western_JJ diplomats_NNS', 'Two Western diplomats', 'diplomat', 'two', 'Western'],
    ['dozens_NNS of_IN residents_NNS', 'dozens of residents', 'resident', 'dozens of', null],
    ['A_DT senior_JJ aide_NN', 'A senior aide', 'aide', 'a', null],
    ['Analysts_NNS', 'Analysts', 'expert', null, null],
    ['people_NNS familiar_JJ with_IN the_DT talks_NNS', 'people familiar with the talks', 'familiar', null, null],
    ['a_DT letter_NN seen_VBN by_IN us_PRP', 'a letter seen by us', 'document', 'a', null],
    ['posts_NNS on_IN an_DT account_NN', 'posts on an account', 'account', null, null],
    ['local_JJ media_NNS', 'local media', 'report', null, null],
    ['a_DT soldier_NN', 'a soldier', 'military', 'a', null],
    ['The_DT doctor_NN who_WP signed_VBD it_PRP', 'The doctor who signed it', 'other', null, null],
  ])('%s', (tagged, name, unnamedType, number, affiliation) => {
    const { actor } = readSampleActors({ tagged: `${tagged} said_VBD so_RB ._.`, statements: [[name, 'said']] });
    expect(actor(name)).toMatchObject({ type: 'unnamed', unnamedType, number, affiliation, role: null });
  });

  test('are not merged by their words', () => {
    const { actors } = readSampleActors({
      tagged: 'an_DT official_NN said_VBD no_UH ._. | But_CC an_DT official_NN agreed_VBD ._.',
      statements: [
        ['an official', 'said'],
        ['an official#2', 'agreed'],
      ],
    });
    expect(actors).toHaveLength(2);
  });

  test('are one where coreference says so, with their conditions', () => {
    const { who, actors, sources } = readSampleActors({
      tagged:
        'an_DT official_NN at_IN the_DT port_NN said_VBD no_UH ._. | The_DT official_NN asked_VBD not_RB to_TO be_VB named_VBN ._. | "_`` No_UH ,_, "_\'\' the_DT official_NN repeated_VBD ._.',
      entities: [{ type: 'person', also: ['an official at the port', 'The official', 'the official'] }],
      statements: [
        ['an official at the port', 'said'],
        ['the official', 'repeated'],
      ],
    });
    expect(who).toEqual(['an official at the port', 'an official at the port']);
    expect(sources[1]!.resolution).toBe('implied');
    expect(actors).toMatchObject([{ unnamedType: 'official', conditions: 'asked not to be named', number: 'a' }]);
  });

  test('one of them is what they are', () => {
    const { actor } = readSampleActors({
      tagged: 'Two_CD diplomats_NNS met_VBD ._. | One_CD of_IN them_PRP said_VBD so_RB ._.',
      entities: [{ type: 'group', also: ['Two diplomats', 'them'] }],
      statements: [['One of them', 'said']],
    });
    expect(actor('One of them')).toMatchObject({
      unnamedType: 'diplomat',
      number: 'one',
      why: ['part of: Two diplomats'],
    });
  });

  test('have conditions where "who" is the source', () => {
    const { who, actors } = readSampleActors({
      tagged: 'A_DT neighbour_NN ,_, who_WP asked_VBD not_RB to_TO be_VB named_VBN ,_, said_VBD no_UH ._.',
      statements: [['who', 'asked']],
    });
    expect(who).toEqual(['A neighbour']);
    expect(actors).toMatchObject([{ unnamedType: 'resident', conditions: 'who asked not to be named' }]);
  });

  test('the diplomat is the one of them who spoke', () => {
    const { who } = readSampleActors({
      tagged:
        'Two_CD diplomats_NNS met_VBD ._. | One_CD of_IN them_PRP said_VBD so_RB ._. | The_DT diplomat_NN left_VBD ._.',
      entities: [{ type: 'group', also: ['Two diplomats', 'them'] }],
      statements: [
        ['One of them', 'said'],
        ['The diplomat', 'left'],
      ],
    });
    expect(who).toEqual(['One of them', 'One of them']);
  });

  test.each([
    ['Nobody_NN', 'Nobody'],
    ['you_PRP', 'you'],
    ['none_NN of_IN them_PRP', 'none of them'],
  ])('%s is no source', (tagged, source) => {
    const { sources, actors } = readSampleActors({
      tagged: `${tagged} said_VBD so_RB ._.`,
      statements: [[source, 'said']],
    });
    expect(sources[0]).toMatchObject({ actor: null, resolution: 'none' });
    expect(actors).toEqual([]);
  });
});

describe('joint sources', () => {
  test.each<[string, string, string[]]>([
    ['police_NNS and_CC the_DT mayor_NN said_VBD', 'police and the mayor', ['police', 'the mayor']],
    ['Ames_NNP and_CC Lund_NNP said_VBD', 'Ames and Lund', ['Ames', 'Lund']],
    [
      'Ames_NNP ,_, Lund_NNP and_CC two_CD nurses_NNS said_VBD',
      'Ames , Lund and two nurses',
      ['Ames', 'Lund', 'two nurses'],
    ],
    ['the_DT chairman_NN and_CC chief_JJ executive_NN said_VBD', 'the chairman and chief executive', []],
    ['Ames_NNP ,_, the_DT mayor_NN ,_, said_VBD', 'Ames , the mayor ,', []],
    ['Health_NNP and_CC Welfare_NNP said_VBD', 'Health and Welfare', []],
  ])('%s', (tagged, source, names) => {
    const people = ['Ames', 'Lund'].filter((name) => tagged.includes(name));
    const { sources } = readSampleActors({
      tagged,
      entities: people.map((name) => ({ type: 'person' as const, names: [name] })),
      names: tagged.includes('Welfare') ? [['Health and Welfare', 'organization']] : [],
      statements: [[source, 'said']],
    });
    expect(sources[0]!.candidates.map(({ name }) => name)).toEqual(names);
    expect(sources[0]!.actor).not.toBeNull();
    expect(sources[0]!.why.some((reason) => reason.startsWith('joint'))).toBe(names.length > 0);
  });
});

describe('the noun that describes', () => {
  test.each([
    ['an_DT official_NN said_VBD no_UH ._. | The_DT official_NN agreed_VBD ._.', 'an official'],
    ['an_DT aide_NN said_VBD no_UH ._. | The_DT official_NN agreed_VBD ._.', 'The official'],
    [
      'an_DT official_NN said_VBD no_UH ._. | An_DT official_NN left_VBD ._. | The_DT official_NN agreed_VBD ._.',
      'an official or An official',
    ],
  ])('alone tells who is meant where there is one: %s', (tagged, name) => {
    const source = tagged.startsWith('an_DT aide') ? 'an aide' : 'an official';
    const statements: SampleDocument['statements'] = [
      [source, 'said'],
      ...(tagged.includes('An_') ? [['An official', 'left'] as const] : []),
      ['The official', 'agreed'],
    ];
    expect(readSampleActors({ tagged, statements }).who.at(-1)).toBe(name);
  });

  test.each([
    ['by a title', 'Judge_NNP Ames_NNP left_VBD ._. | The_DT judge_NN said_VBD no_UH ._.', 'Ames'],
    [
      'not where there are two',
      'Judge_NNP Ames_NNP met_VBD Judge_NNP Lund_NNP ._. | The_DT judge_NN said_VBD no_UH ._.',
      'Ames or Lund',
    ],
    [
      'not where it is another',
      'Judge_NNP Ames_NNP left_VBD ._. | The_DT trial_NN judge_NN said_VBD no_UH ._.',
      'The trial judge',
    ],
  ])('%s', (_, tagged, name) => {
    const source = tagged.includes('trial') ? 'The trial judge' : 'The judge';
    const people = ['Ames', 'Lund'].filter((one) => tagged.includes(one));
    const { who } = readSampleActors({
      tagged,
      entities: [
        ...people.map((one) => ({ type: 'person' as const, names: [one] })),
        { type: 'person', also: [source] },
      ],
      statements: [[source, 'said']],
    });
    expect(who).toEqual([name]);
  });

  test('tells the nearest of several, by paragraphs', () => {
    const { who, sources } = readSampleActors({
      tagged:
        'an_DT official_NN said_VBD no_UH ._. || An_DT official_NN left_VBD ._. || The_DT official_NN agreed_VBD ._.',
      statements: [
        ['an official', 'said'],
        ['An official', 'left'],
        ['The official', 'agreed'],
      ],
    });
    expect(who[2]).toBe('An official');
    expect(sources[2]!.resolution).toBe('implied');
  });

  test('is no place and no body, whatever coreference says', () => {
    const { who } = readSampleActors({
      tagged: 'MIROVA_NNP ,_, Velmora_NNP —_: The_DT doctor_NN said_VBD no_UH ._. | He_PRP agreed_VBD ._.',
      entities: [{ type: 'place', names: ['MIROVA'], also: ['The doctor', 'He'] }],
      names: [['Velmora', 'place']],
      statements: [
        ['The doctor', 'said'],
        ['He', 'agreed'],
      ],
    });
    expect(who).toEqual(['The doctor', null]);
  });

  test('in a headline is the only one of the article', () => {
    const { who } = readSampleActors({
      tagged: 'Judge_NN said_VBD no_UH || Judge_NNP Ames_NNP left_VBD ._.',
      kinds: ['headline'],
      entities: [
        { type: 'person', also: ['Judge'] },
        { type: 'person', names: ['Ames'] },
      ],
      statements: [['Judge', 'said']],
    });
    expect(who).toEqual(['Ames']);
  });

  test('beside a name is whom it names, for pronouns too', () => {
    const { who } = readSampleActors({
      tagged: 'Ames_NNP ,_, an_DT engineer_NN ,_, left_VBD ._. | She_PRP said_VBD no_UH ._.',
      entities: [
        { type: 'person', names: ['Ames'] },
        { type: 'person', also: ['an engineer', 'She'] },
      ],
      statements: [['She', 'said']],
    });
    expect(who).toEqual(['Ames']);
  });
});

test('a pronoun that only pronouns stand beside is nobody', () => {
  const { who, actors } = readSampleActors({
    tagged: 'They_PRP left_VBD and_CC they_PRP said_VBD no_UH ._.',
    entities: [{ type: 'person', also: ['They', 'they'] }],
    statements: [['they', 'said']],
  });
  expect([who, actors]).toEqual([[null], []]);
});

describe('namesakes', () => {
  const tagged = 'Marek_NNP said_VBD no_UH ._. | Marek_NNP denied_VBD it_PRP ._.';
  const statements = [
    ['Marek', 'said'],
    ['Marek#2', 'denied'],
  ] as const;

  test('that coreference keeps apart are two; one that it leaves open is either', () => {
    const { sources, actors } = readSampleActors({
      tagged: `${tagged} | Marek_NNP left_VBD ._. | He_PRP agreed_VBD ._.`,
      entities: [
        { type: 'person', names: ['Marek'] },
        { type: 'person', names: ['Marek#2'] },
      ],
      open: [['Marek#3', [0, 0.5], [1, 0.5]]],
      statements: [...statements, ['Marek#3', 'left']],
    });
    expect(actors).toHaveLength(2);
    expect(sources[2]).toMatchObject({
      actor: null,
      resolution: 'uncertain',
      candidates: [{ name: 'Marek' }, { name: 'Marek' }],
    });
  });

  test.each([
    [0.5, 0.4, 'implied'],
    [0.3, 0.2, 'uncertain'],
  ])('that an apposition joins are one candidate: %d and %d', (first, second, resolution) => {
    const { sources } = readSampleActors({
      tagged: 'Ames_NNP ,_, an_DT engineer_NN ,_, left_VBD ._. | She_PRP said_VBD no_UH ._.',
      entities: [
        { type: 'person', names: ['Ames'] },
        { type: 'person', also: ['an engineer'] },
      ],
      open: [['She', [0, first], [1, second]]],
      statements: [['She', 'said']],
    });
    expect(sources[0]!.resolution).toBe(resolution);
    expect(sources[0]!.candidates).toHaveLength(resolution === 'uncertain' ? 1 : 0);
  });

  test('of two types are one thing, taken once for this and once for that', () => {
    const { actors } = readSampleActors({
      tagged,
      entities: [
        { type: 'place', names: ['Marek'] },
        { type: 'organization', names: ['Marek#2'] },
      ],
      statements,
    });
    expect(actors).toHaveLength(1);
  });
});

test('sides have their actor where it is told, and none where it is open', () => {
  const { document, actor } = readSampleActors({ ...TWO, sides: ['He', 'She'] });
  expect(document.sides!.map((side) => side.actor)).toEqual([actor('Ruben Ames').id, null]);
});

test('a dateline is no source', () => {
  const { who } = readSampleActors({
    tagged: 'MIROVA_NNP ,_, Velmora_NNP —_: Minister_NNP Ada_NNP Lund_NNP said_VBD no_UH ._.',
    entities: [{ type: 'person', names: ['Ada Lund'] }],
    statements: [['MIROVA , Velmora — Minister Ada Lund', 'said']],
  });
  expect(who).toEqual(['Ada Lund']);
});

test('without statements, names and coreference there are no actors', () => {
  expect(readSampleActors({ tagged: 'It_PRP rained_VBD ._.' }).actors).toEqual([]);
});
