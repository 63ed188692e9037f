/** Two articles with named, unnamed and relayed sources, places, times and a reviewed statement: what exports of meaning are tested on. */
import type { Moment, Place, Reading } from '../../src/reading/reading.ts';
import { makePlace } from './make-place.ts';
import { makeReading, type SampleArticle } from './make-reading.ts';

const PIER: SampleArticle = {
  article: {
    title: 'Pier <shut> & "sealed"',
    outlet: 'The Harbour Post',
    byline: 'By Ida Lund and Jonas Reiff',
    published: '2026-11-18T08:00:00+02:00',
    url: 'https://www.post.example/pier',
  },
  blocks: [
    [
      'paragraph',
      'On Monday the port said that Ada Lund claimed that the pier shut in Kharkiv in May. She denied that it burned in Ukraine.',
    ],
  ],
  actors: [
    { words: 'the port', type: 'unnamed', unnamedType: 'other' },
    { words: 'Ada Lund', type: 'person', aliases: ['Lund'], role: 'mayor; engineer', affiliation: 'Velmar' },
    { words: 'Ukraine', type: 'state' },
  ],
  statements: [
    {
      source: ['the port'],
      cue: ['said'],
      content: ['that Ada Lund claimed that the pier shut in Kharkiv in May'],
      who: { resolution: 'known', actors: [0] },
    },
    {
      source: ['Ada Lund'],
      cue: ['claimed'],
      content: ['that the pier shut in Kharkiv in May'],
      who: { resolution: 'known', actors: [1] },
      parent: 0,
    },
    {
      source: ['She'],
      cue: ['denied'],
      content: ['that it burned in Ukraine'],
      who: { resolution: 'implied', actors: [1] },
      act: { speechAct: 'denied' },
    },
  ],
};

const WIRE: SampleArticle = {
  article: { title: 'Wire', outlet: 'Northern Wire', published: '2026-11-19' },
  blocks: [['paragraph', 'The Harbour Post quoted Ada Lund as saying “it is shut”.']],
  actors: [
    { words: 'The Harbour Post', type: 'outlet' },
    { words: 'Ada Lund', type: 'person' },
  ],
  statements: [
    {
      source: ['The Harbour Post'],
      cue: ['quoted'],
      content: ['Ada Lund as saying “it is shut”'],
      who: { resolution: 'known', actors: [0] },
    },
    {
      kind: 'direct',
      source: ['Ada Lund'],
      cue: ['as saying'],
      content: ['“it is shut”'],
      who: { resolution: 'known', actors: [1] },
      parent: 0,
    },
  ],
};

/** The two readings: the first has a moment of each kind, a city and a country. */
export function makeWorld(): Reading[] {
  const pier = makeReading(PIER);
  const at = (words: string) => pier.text.indexOf(words);
  const moment = (id: string, words: string, dates: Pick<Moment, 'edtf' | 'earliest' | 'latest'>): Moment => ({
    id,
    start: at(words),
    end: at(words) + words.length,
    text: words,
    ...dates,
    basis: 'relative:published',
    anchor: null,
    timex: { type: 'DATE', value: dates.edtf ?? '', mod: null },
    known: {},
    implied: {},
    why: [],
  });
  const places: Place[] = [
    makePlace({ text: 'port', start: at('port') }),
    makePlace({
      text: 'Kharkiv',
      start: at('Kharkiv'),
      country: 'UA',
      lat: 49.981,
      lon: 36.253,
      precision: 'city',
      geonamesId: 706483,
    }),
    makePlace({
      text: 'Ukraine',
      start: at('Ukraine'),
      country: 'UA',
      lat: 49,
      lon: 32,
      precision: 'country',
      geonamesId: 690791,
    }),
  ];
  const said = {
    moment: 'mom_1',
    edtf: '2026-11-16',
    basis: 'relative:published',
    resolution: 'known',
    why: [],
  } as const;
  return [
    {
      ...pier,
      moments: [
        moment('mom_1', 'Monday', { edtf: '2026-11-16', earliest: '2026-11-16', latest: '2026-11-16' }),
        moment('mom_2', 'May', { edtf: '2026-05~', earliest: '2026-05-01', latest: '2026-05-31' }),
      ],
      places,
      statements: pier.statements.map((statement, position) => (position === 0 ? { ...statement, said } : statement)),
    },
    makeReading(WIRE),
  ];
}
