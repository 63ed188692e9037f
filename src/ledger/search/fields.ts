/**
 * The fields of the query language, in the order in which the documentation lists them: this list is the only place that names
 * them. docs/search.md is compared with it by a test.
 */
import { SPEECH_ACTS } from '../../reading/acts/speech-acts.ts';
import type { ActorType, UnnamedType } from '../../reading/reading.ts';

/** How a field's value is read. */
export type FieldValue = 'words' | 'choice' | 'number' | 'dates';

export interface Field {
  readonly value: FieldValue;
  /** What it looks at, for the documentation and for error messages. */
  readonly meaning: string;
  readonly example: string;
  /** The values that there are, of a field of choices. */
  readonly choices?: readonly string[];
  /** The lowest and highest number that make sense, of a field of numbers. */
  readonly range?: readonly [low: number, high: number];
  /** Whether the whole value can be asked for, of a field of words: outlet:="The Post". */
  readonly whole?: true;
  /** Whether articles can be searched by it as well. */
  readonly ofArticles?: true;
}

export const KINDS = ['direct', 'indirect', 'mixed', 'assertion'] as const;
export type EntryKind = (typeof KINDS)[number];

export const STANCES = ['neutral', 'endorsing', 'distancing'] as const;

/** Who a source is: the types of actors, and what there is where no actor is known. */
export const SOURCE_TYPES = [
  'person',
  'organization',
  'state',
  'outlet',
  'document',
  'group',
  'unnamed',
  'open',
  'none',
] as const satisfies readonly (ActorType | 'open' | 'none')[];
export type SourceType = (typeof SOURCE_TYPES)[number];

export const UNNAMED_TYPES = [
  'official',
  'aide',
  'diplomat',
  'military',
  'police',
  'expert',
  'witness',
  'resident',
  'familiar',
  'document',
  'account',
  'report',
  'passive',
  'other',
] as const satisfies readonly UnnamedType[];

/** What people ruled: "unreviewed" is what nobody judged. */
export const REVIEWS = [
  'unreviewed',
  'accepted',
  'rejected',
  'open',
  'checked',
  'disputed',
  'corrected',
  'withdrawn',
] as const;

export const IS = ['unnamed', 'negated', 'hypothetical', 'nested', 'uncertain', 'assertion', ...REVIEWS] as const;
export type Is = (typeof IS)[number];

export const HAS = ['source', 'said', 'place', 'number'] as const;
export type Has = (typeof HAS)[number];

const words = (meaning: string, example: string): Field => ({ value: 'words', meaning, example });
const dates = (meaning: string, example: string): Field => ({ value: 'dates', meaning, example });
const number = (meaning: string, example: string, range: readonly [number, number]): Field => ({
  value: 'number',
  meaning,
  example,
  range,
});
const choice = (meaning: string, example: string, choices: readonly string[]): Field => ({
  value: 'choice',
  meaning,
  example,
  choices,
});
const whole = (field: Field): Field => ({ ...field, whole: true });
const ofArticles = (field: Field): Field => ({ ...field, ofArticles: true });

export const FIELDS = {
  source: words('the words that name the source', 'source:"port authority"'),
  cue: words('the words that attribute', 'cue:claimed'),
  content: words('what was said, or what the outlet asserts', 'content:bridge'),
  about: words('the words of the content, and of the claims made in it', 'about:"drinking water"'),
  actor: whole(words('who the source is, by any of its names or by its id', 'actor:okafor')),
  outlet: ofArticles(
    whole(words('the outlet that published it; ="" where none is named', 'outlet:="The Harbour Post"')),
  ),
  article: ofArticles(words('the article, by its id or by words of its headline', 'article:art_0f3c5a7e91b24d68')),
  lang: ofArticles(words('the language of the article, as a BCP 47 tag', 'lang:en')),
  place: whole(words('a place that the content names', 'place:velmar')),
  country: words('the country of such a place, in two letters (ISO 3166-1)', 'country:ua'),
  tag: whole(words('a tag that somebody put on it', 'tag:"ask again"')),
  kind: choice('direct, indirect or mixed speech, or an assertion of the outlet', 'kind:direct', KINDS),
  act: choice('what the words that attribute do', 'act:denied', Object.keys(SPEECH_ACTS)),
  stance: choice('how the outlet stands to it', 'stance:distancing', STANCES),
  type: choice('what the source is; "open" where the article leaves open who is meant', 'type:person', SOURCE_TYPES),
  unnamed: choice('what an unnamed source is said to be', 'unnamed:official', UNNAMED_TYPES),
  is: choice('what else is so of it', 'is:unnamed', IS),
  has: choice('what it has', 'has:number', HAS),
  published: ofArticles(dates('when the article was published', 'published:2026-04-14..2026-04-20')),
  said: dates('when it was said, where the article tells', 'said:2025-08..'),
  happened: dates('a time that the content names', 'happened:..2024'),
  certainty: number('how certain it is made to sound, 0 to 1', 'certainty:<0.5', [0, 1]),
  confidence: number('how sure the engine is of source and content, 0 to 1', 'confidence:>0.8', [0, 1]),
  depth: number('how many statements it stands in', 'depth:>=1', [0, 99]),
} as const satisfies Readonly<Record<string, Field>>;

export type FieldName = keyof typeof FIELDS;

/**
 * The field of that name, in any case; undefined where there is none.
 *
 * @example
 * fieldNamed('Source'); // 'source'
 */
export function fieldNamed(name: string): FieldName | undefined {
  const lower = name.toLowerCase();
  return Object.hasOwn(FIELDS, lower) ? (lower as FieldName) : undefined;
}
