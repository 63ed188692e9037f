/** Two small articles for tests of the ledger, and where they came from. */
import type { Capture } from '../../src/ledger/ledger.ts';
import type { SampleArticle } from './make-reading.ts';

export const CAPTURE: Capture = {
  path: '/case/a.html',
  addedAt: '2026-11-22T10:00:00.000Z',
  bytesSha256: 'ab'.repeat(32),
};

export const BRIDGE: SampleArticle = {
  article: {
    title: 'Bridge closed',
    outlet: 'The Harbour Post',
    published: '2026-11-18T08:00:00Z',
    url: 'https://post.example/bridge',
  },
  blocks: [
    ['headline', 'Bridge closed'],
    ['paragraph', 'Mayor Élodie Brandt said the bridge was safe. “Nobody asked us,” replied Tom Okafor.'],
  ],
  statements: [
    { source: ['Mayor Élodie Brandt'], cue: ['said'], content: ['the bridge was safe'], confidence: 0.8 },
    { kind: 'direct', source: ['Tom Okafor'], cue: ['replied'], content: ['“Nobody asked us,”'], confidence: 0.95 },
  ],
  leftOut: [{ reason: 'advertisement', text: 'Buy now' }],
};

export const FERRY: SampleArticle = {
  article: { title: 'Ferry runs late', outlet: 'Northern Wire', published: '2026-11-19T08:00:00Z' },
  blocks: [['paragraph', 'The ferry was late, it was claimed.']],
  statements: [
    {
      cue: ['it was claimed'],
      content: ['The ferry was late'],
      kind: 'mixed',
      confidence: 0.4,
      act: { speechAct: 'accused', stance: 'distancing', negated: true, hypothetical: false },
    },
  ],
};
