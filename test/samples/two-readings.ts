/** Two articles with everything that can be ruled on: actors, times and places beside statements; and a reading of another engine. */
import type { Claim } from '../../src/reading/claims/claim.ts';
import { claimId } from '../../src/reading/claims/claim-id.ts';
import { momentId } from '../../src/reading/moments/moment-id.ts';
import { placeId } from '../../src/reading/places/place-id.ts';
import type { Moment, Place, Reading } from '../../src/reading/reading.ts';
import { statementId } from '../../src/reading/statements/statement-id.ts';
import { makePlace } from './make-place.ts';
import { makeReading, type SampleArticle } from './make-reading.ts';

/** The first article, of which tests make other versions. */
export const PIER: SampleArticle = {
  article: { title: 'Pier shut', outlet: 'The Harbour Post', url: 'https://post.example/pier' },
  blocks: [
    ['headline', 'Pier shut'],
    [
      'paragraph',
      'Ada Lund said on Monday that the pier shut in Velmar in May. A clerk denied it. “Nobody asked us,” Tom Okafor replied. The regime is silent.',
    ],
  ],
  actors: [
    { words: 'Ada Lund', type: 'person' },
    { words: 'A clerk', type: 'unnamed', unnamedType: 'official' },
    { words: 'Tom Okafor', type: 'person' },
  ],
  statements: [
    {
      source: ['Ada Lund'],
      cue: ['said'],
      content: ['the pier shut in Velmar in May'],
      who: { resolution: 'known', actors: [0] },
    },
    { source: ['A clerk'], cue: ['denied'], content: ['it'], who: { resolution: 'known', actors: [1] } },
    {
      kind: 'direct',
      source: ['Tom Okafor'],
      cue: ['replied'],
      content: ['“Nobody asked us,”'],
      who: { resolution: 'uncertain', actors: [0, 2] },
    },
  ],
  assertions: [['The regime is silent', 0.4]],
};

const QUAY: SampleArticle = {
  article: { title: 'Quay open', outlet: 'Northern Wire', url: 'https://wire.example/quay' },
  blocks: [['paragraph', 'Lund said the quay in Velmar was open. Ada Lund was glad, the port announced.']],
  actors: [
    { words: 'Lund', type: 'person' },
    { words: 'the port', type: 'organization' },
  ],
  statements: [
    {
      source: ['Lund'],
      cue: ['said'],
      content: ['the quay in Velmar was open'],
      who: { resolution: 'known', actors: [0] },
    },
    {
      source: ['the port'],
      cue: ['announced'],
      content: ['Ada Lund was glad'],
      who: { resolution: 'known', actors: [1] },
    },
  ],
};

/** The two readings. Ids of statements are those that the engine gives. */
export const [PIER_READING, QUAY_READING] = [PIER, QUAY].map(readSample);

/** Where a person says that their town is. */
export const VELMAR = {
  name: 'Velmar',
  country: 'XK',
  geonamesId: 7,
  lat: 42.5,
  lon: 21.1,
  precision: 'city',
  kind: 'town',
} as const;

/**
 * A version of one of the articles, with all that can be ruled on.
 *
 * @example
 * readSample({ ...PIER, blocks: [['paragraph', 'Update.'], ...PIER.blocks] });
 */
export function readSample(sample: SampleArticle): Reading {
  return withClaims(withExtents(makeReading(sample)));
}

/**
 * The reading as another engine gives it: other models, and statements changed or left out.
 *
 * @param change gives the spans of a statement anew, or null to leave it out
 * @example
 * readOtherwise(PIER_READING, (statement, position) => (position === 0 ? null : statement));
 */
export function readOtherwise(
  reading: Reading,
  change: (statement: Reading['statements'][number], position: number) => Reading['statements'][number] | null,
): Reading {
  return withIds({
    ...reading,
    engine: { ...reading.engine, version: '9.9.9' },
    statements: reading.statements.flatMap((statement, position) => change(statement, position) ?? []),
  });
}

function withExtents(reading: Reading): Reading {
  return withIds({
    ...reading,
    moments: ['on Monday', 'in May'].flatMap((words) => momentOf(reading, words) ?? []),
    places: placeOf(reading, 'Velmar'),
  });
}

/** Of the first article: one claim in a statement, with time and place, and one of the outlet's own. */
function withClaims(reading: Reading): Reading {
  const { statements, assertions, moments, places } = reading;
  const claims = [
    ...claimOf(reading, ['the pier', 'shut', 'shut'], statements[0].id, moments.at(-1)?.id, places[0]?.id),
    ...claimOf(reading, ['The regime', 'is silent', 'be'], assertions[0]?.id ?? ''),
  ];
  return { ...reading, claims };
}

function claimOf(
  { text, textSha256 }: Reading,
  [subject, predicate, lemma]: readonly [string, string, string],
  madeIn: string,
  when: string | null = null,
  where: string | null = null,
): Claim[] {
  const start = text.indexOf(`${subject} ${predicate}`);
  if (start < 0) return [];
  const [first, second] = [
    [start, start + subject.length],
    [start + subject.length + 1, start + subject.length + 1 + predicate.length],
  ] as const;
  return [
    {
      id: claimId(textSha256, [first], [second], []),
      in: madeIn,
      subject: { spans: [first], text: subject, actor: null },
      predicate: { spans: [second], text: predicate, lemma, voice: 'active' },
      object: null,
      arguments: [],
      when,
      where,
      quantities: [],
      polarity: 'affirmed',
      denied: false,
      modality: 'happened',
    },
  ];
}

function withIds(reading: Reading): Reading {
  return {
    ...reading,
    statements: reading.statements.map((statement) => ({
      ...statement,
      id: statementId(
        reading.textSha256,
        statement.source?.spans ?? [],
        statement.cue?.spans ?? [],
        statement.content?.spans ?? [],
      ),
    })),
  };
}

function momentOf({ text, textSha256 }: Reading, words: string): Moment | null {
  const start = text.indexOf(words) + words.lastIndexOf(' ') + 1;
  if (!text.includes(words)) return null;
  const end = text.indexOf(words) + words.length;
  return {
    id: momentId(textSha256, start, end),
    start,
    end,
    text: text.slice(start, end),
    edtf: '2026-05',
    earliest: '2026-05-01',
    latest: '2026-05-31',
    basis: 'explicit',
    timex: null,
    anchor: null,
    known: {},
    implied: {},
    why: [],
  };
}

function placeOf({ text, textSha256 }: Reading, words: string): Place[] {
  const start = text.indexOf(words);
  return [makePlace({ id: placeId(textSha256, start, start + words.length), text: words, start })];
}
