import { expect, test } from 'vitest';
import { makeReading } from '../../test/samples/make-reading.ts';
import { RELATIONS } from '../language/parse/relations.ts';
import { UPOS_TAGS, XPOS_TAGS } from '../language/tag/tags.ts';
import type { ReadDocument } from '../reading/reading.ts';
import type { Column } from '../reading/stages.ts';
import { allocateTokens } from '../text/document.ts';
import { explainDocument } from './explain-document.ts';

const reading = makeReading({
  blocks: [['paragraph', "They didn't."]],
  statements: [{ source: ['They'], content: ["didn't"], confidence: 0.5 }],
});
const tokens = allocateTokens(4);
tokens.start.set([0, 5, 8, 11]);
tokens.end.set([4, 8, 11, 12]);
tokens.joined.set([0, 0, 1, 0]);
tokens.upos.set(['PRON', 'AUX', 'PART', 'PUNCT'].map((tag) => UPOS_TAGS.indexOf(tag)));
tokens.xpos.set(['PRP', 'VBD', 'RB', '.'].map((tag) => XPOS_TAGS.indexOf(tag)));
tokens.head.set([1, -1, 1, 1]);
tokens.relation.set(['nsubj', 'root', 'advmod', 'punct'].map((name) => RELATIONS.indexOf(name)));
const document: ReadDocument = {
  text: reading.text,
  textSha256: reading.textSha256,
  blocks: reading.blocks,
  tokens,
  sentences: { length: 1, first: Int32Array.of(0), last: Int32Array.of(4) },
  names: [
    { first: 0, last: 2, type: 'organization', probability: 0.75, parent: null },
    { first: 0, last: 1, type: 'place', probability: 0.5, parent: 0 },
  ],
  mentions: [
    {
      first: 0,
      last: 1,
      head: 0,
      kind: 'name',
      entity: 0,
      candidates: [{ entity: 0, probability: 1 }],
      why: 'full name',
    },
    {
      first: 1,
      last: 2,
      head: 1,
      kind: 'pronoun',
      entity: null,
      candidates: [
        { entity: 0, probability: 0.5 },
        { entity: 1, probability: 0.25 },
      ],
      why: 'pronoun model',
    },
    { first: 2, last: 3, head: 2, kind: 'pronoun', entity: null, candidates: [], why: 'pronoun model' },
  ],
  entities: [
    { type: 'person', name: 0, mentions: [0], gender: 'female', number: 'singular' },
    { type: 'organization', name: null, mentions: [], gender: null, number: null },
  ],
  statements: reading.statements,
  voices: Uint8Array.of(1, 4, 4, 0),
  moments: [
    {
      ...{
        id: 'mom_1',
        start: 0,
        end: 4,
        text: 'They',
        edtf: '2026-11-17',
        earliest: '2026-11-17',
        latest: '2026-11-17',
      },
      ...{ basis: 'relative:published', timex: { type: 'DATE', value: '2026-11-17', mod: 'START' } },
      ...{ known: { weekday: 2 }, implied: { year: 2026, month: 11 }, why: ['named time'] },
      anchor: { kind: 'saying', spans: [[5, 8]], statement: 'stmt_1' },
    },
    {
      ...{ id: 'mom_2', start: 5, end: 8, text: 'did', edtf: null, earliest: null, latest: null },
      ...{ basis: 'context', timex: null, known: {}, implied: {}, anchor: null, why: [] },
    },
  ],
  said: [
    { moment: 'mom_1', edtf: '2026-11-17', basis: 'relative:published', resolution: 'known', why: ['on the cue'] },
  ],
  assertions: [{ id: 'asrt_1', start: 0, end: 12, hedges: [[5, 8]], check: 0.25, sourced: 'stmt_1' }],
  claims: [
    {
      id: 'clm_1',
      in: 'stmt_1',
      subject: { spans: [[0, 4]], text: 'They', actor: 'act_1' },
      predicate: { spans: [[5, 8]], text: 'did', lemma: 'do', voice: 'active' },
      object: null,
      arguments: [{ relation: 'to', spans: [[8, 11]], text: "n't", actor: null }],
      when: 'mom_1',
      where: 'plc_1',
      quantities: [
        {
          ...{ span: [0, 4], text: 'They', value: 12, least: 12, most: null, comparison: 'atLeast', unit: 'kilometre' },
          counted: { spans: [[0, 4]], text: 'They', lemma: 'they' },
        },
        {
          ...{ span: [0, 4], text: 'They', value: null, least: 24, most: null, comparison: 'about', unit: null },
          counted: null,
        },
      ],
      polarity: 'denied',
      denied: true,
      modality: 'planned',
    },
  ],
  wording: [{ start: 5, end: 8, text: 'did', plainer: 'had', reason: 'is ours' }],
  acts: [
    { speechAct: 'denied', stance: 'neutral', negated: true, hypothetical: false, hedges: [[5, 8]], certainty: 0.5 },
  ],
  sides: [
    { ...reading.statements[0].source!, status: 'approached', cue: reading.statements[0].content!, why: ['asked'] },
  ],
  sources: [
    {
      actor: null,
      resolution: 'uncertain',
      candidates: [{ actor: 'act_1', name: 'They', probability: 0.5 }],
      why: ['pronoun model'],
    },
  ],
  sourceless: ['passive'],
  actors: [
    {
      id: 'act_1',
      name: 'They',
      type: 'unnamed',
      unnamedType: 'official',
      number: 'two',
      conditions: 'who asked',
      role: null,
      affiliation: 'the port',
      aliases: ['T'],
      mentions: [[0, 4]],
      why: [],
    },
  ],
};
const head = ['text 12 units', 'block paragraph [0, 12)'];

test.each<[Column[], string[]]>([
  [[], []],
  [['tokens'], ['token [0, 4) They', 'token [5, 8) did', "token [8, 11) +n't", 'token [11, 12) .']],
  [['tokens', 'sentences'], ["sentence 1 [0, 12) They did +n't ."]],
  [['tokens', 'sentences', 'tags'], ["sentence 1 [0, 12) They_PRON/PRP did_AUX/VBD +n't_PART/RB ._PUNCT/."]],
  [
    ['tokens', 'sentences', 'tags', 'parse'],
    ["sentence 1 [0, 12) They_PRON/PRP_nsubj:2 did_AUX/VBD_root:0 +n't_PART/RB_advmod:2 ._PUNCT/._punct:2"],
  ],
  [['names'], ['name organization 0.750 [0, 8) They did', '  name place 0.500 [0, 4) They']],
  [
    ['coreference'],
    [
      'mention 0 name [0, 4) They: entity 0 1.000, by full name',
      'mention 1 pronoun [5, 8) did: open, 0 0.500 or 1 0.250, by pronoun model',
      "mention 2 pronoun [8, 11) n't: open, by pronoun model",
      'entity 0 person female singular named by mention 0 [0, 4) They: mentions 0',
      'entity 1 organization unnamed: mentions ',
    ],
  ],
  [
    ['tokens', 'voices'],
    [
      'token [0, 4) They',
      'token [5, 8) did',
      "token [8, 11) +n't",
      'token [11, 12) .',
      'voice source [0, 4)',
      'voice said [5, 11)',
    ],
  ],
  [['assertions'], ["assertion asrt_1 check 0.25 hedges [5, 8) sourced stmt_1 [0, 12) They didn't."]],
  [['wording'], ['wording [5, 8) did: had']],
  [
    ['statements'],
    [
      `statement ${reading.statements[0].id} indirect 0.500`,
      '  source [0, 4) They',
      '  cue none',
      "  content [5, 11) didn't",
    ],
  ],
  [
    ['statements', 'moments', 'said'],
    [
      `statement ${reading.statements[0].id} indirect 0.500`,
      '  source [0, 4) They',
      '  cue none',
      "  content [5, 11) didn't",
      '  said mom_1 2026-11-17 relative:published known; on the cue',
      'moment mom_1 DATE 2026-11-17 START 2026-11-17 relative:published [0, 4) They',
      '  known weekday 2',
      '  implied year 2026, month 11',
      '  of stmt_1 [5, 8)',
      '  why named time',
      'moment mom_2 interval no date context [5, 8) did',
    ],
  ],
  [
    ['claims'],
    [
      'claim clm_1 in stmt_1 denied within a denial planned',
      '  predicate [5, 8) do active',
      '  subject [0, 4) They act_1',
      "  to [8, 11) n't",
      '  when mom_1',
      '  where plc_1',
      '  quantity atLeast 12 kilometre of they [0, 4) They',
      '  quantity about 24 to … [0, 4) They',
    ],
  ],
  [
    ['statements', 'acts', 'sides'],
    [
      `statement ${reading.statements[0].id} indirect 0.500`,
      '  source [0, 4) They',
      '  cue none',
      "  content [5, 11) didn't",
      '  act denied neutral negated certainty 0.50 hedges [5, 8)',
      "side approached [0, 4) They: didn't",
    ],
  ],
  [
    ['statements', 'sources', 'sourceless', 'actors'],
    [
      `statement ${reading.statements[0].id} indirect 0.500`,
      '  source [0, 4) They',
      '  cue none',
      "  content [5, 11) didn't",
      '  who uncertain open of act_1 0.50; pronoun model',
      '  sourceless passive',
      'actor act_1 official "They" number "two" affiliation "the port" conditions "who asked" aliases "T" [0, 4)',
    ],
  ],
])('after a stage that wrote %j', (columns, lines) => {
  expect(explainDocument(document, new Set(columns)).split('\n')).toEqual([...head, ...lines, '']);
});

test('a document with nothing found in it', () => {
  const empty = { text: '', textSha256: '', blocks: [] };
  expect(explainDocument(empty, new Set(['tokens', 'sentences', 'tags', 'statements', 'acts', 'sides']))).toBe(
    'text 0 units\n',
  );
});
