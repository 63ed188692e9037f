/** Statements of sentences in which the tagger found none: the surest of the rules of `relays`, over the whole sentence. */
import { entryAt } from '../acts/find-act.ts';
import { overlaps, type Range } from '../acts/sentence-words.ts';
import type { SpeechAct } from '../acts/speech-acts.ts';
import { findAccording } from '../relays/find-according.ts';
import { findVerbs } from '../relays/find-verbs.ts';
import type { Ground, Relay, RelayRule } from '../relays/relay.ts';
import { findAdverbs } from './find-adverbs.ts';
import { findTurnedAt, type IsNamed } from './find-beside.ts';
import { findPassives } from './find-passives.ts';
import { findRejected } from './find-rejected.ts';

/** A statement by its tokens. */
export interface Found {
  readonly source: Range | null;
  readonly cue: Range;
  readonly content: readonly Range[];
}

export interface Unfound extends Found {
  readonly confidence: number;
  readonly why: string;
}

const CONFIDENCE = 0.5;
const ACTS: ReadonlySet<SpeechAct> = new Set<SpeechAct>([
  ...([
    'said',
    'announced',
    'promised',
    'warned',
    'threatened',
    'predicted',
    'accused',
    'denied',
    'confirmed',
  ] as const),
  ...(['admitted', 'retracted', 'criticised', 'suggested', 'demanded', 'declined'] as const),
]);
/** Other acts, of which only one rule is sure: "put her name to the estimate"; "The cable broke at noon, it concluded". */
const ALSO: Readonly<Partial<Record<RelayRule, ReadonlySet<SpeechAct>>>> = {
  object: new Set(['agreed']),
  before: new Set(['found']),
};

/**
 * The statements of a sentence by rule.
 *
 * @param isFree whether no other statement is in the way of one
 * @param isNamed whether a token stands in a name of somebody who may speak
 * @example
 * findUnfound(ground, isFree, isNamed)[0].source; // "Velmoran border police" of "At least 12 people were killed, Velmoran border police said"
 */
export function findUnfound(ground: Ground, isFree: (one: Found) => boolean, isNamed: IsNamed): Unfound[] {
  const passives = findPassives(ground);
  const verbs = findVerbs(ground).filter((relay) => isAttributed(ground, relay) && !isOpenedByWhich(ground, relay));
  const found = [
    // "The judge is understood to have asked for it": nobody says that he asked but whoever understands so.
    ...verbs.filter(({ cue }) => !passives.some((passive) => overlaps(passive.cue, cue))),
    ...passives,
    ...findAccording(ground),
    ...findRejected(ground),
    ...ground.scouted.verbs.flatMap((verb) => findTurnedAt(ground.words, verb, isNamed) ?? []),
    ...findAdverbs(ground),
  ].filter(isFree);
  return found
    .filter((one) => !found.some((other) => other !== one && holds(other, one)))
    .map(({ source, cue, content }) => ({
      source,
      cue,
      content,
      confidence: CONFIDENCE,
      why: 'by the parse, where the tagger found nothing',
    }));
}

/** What a verb attributes to somebody. */
function isAttributed({ words, scouted }: Ground, { source, cue, rule }: Relay): boolean {
  const verb = scouted.verbs.findLast((t) => t >= cue.first && t < cue.last && entryAt(words, t) !== undefined);
  if (source === null || verb === undefined) return false;
  const { act } = entryAt(words, verb)!;
  return ACTS.has(act) || ALSO[rule]?.has(act) === true;
}

/** "says 12.40, which is 11.40 in Velmora": a remark on what is said, and not that. */
function isOpenedByWhich({ words }: Ground, { content: [first], rule }: Relay): boolean {
  return rule === 'clause' && words.tag(first.first) === 'WDT';
}

/** Whether the content of one holds the cue of another, which is then for `relays` to find. */
function holds({ content }: Found, { cue }: Found): boolean {
  return content.some(({ first, last }) => first <= cue.first && cue.last <= last);
}
