/** Scores the names that pronouns and short names are given; bench/quality/coreference.ts says what counts. */
import { foldWord } from '../../src/language/names/features.ts';
import type { Document, Span } from '../../src/text/document.ts';
import type { GoldChains } from './gum.ts';

/** What was measured of one kind of mention. */
export interface CoreferenceCounts {
  gold: number;
  right: number;
  /** Given another name of the right chain, shorter than its longest or an alias. */
  other: number;
  wrong: number;
}

export interface CoreferenceScores {
  readonly pronouns: CoreferenceCounts;
  readonly partialNames: CoreferenceCounts;
}

/** What a mention was given. */
export type Verdict = 'right' | 'other' | 'wrong' | 'open';

const PRONOUN = /^(?:he|she|him|her|his|hers|himself|herself)$/i;

/**
 * No counts yet.
 *
 * @example
 * emptyScores().pronouns.gold; // 0
 */
export function emptyScores(): CoreferenceScores {
  return {
    pronouns: { gold: 0, right: 0, other: 0, wrong: 0 },
    partialNames: { gold: 0, right: 0, other: 0, wrong: 0 },
  };
}

/**
 * Adds what is right and wrong in a document.
 *
 * @param note called with each gold mention, what it should be named, and what it was given (null for nothing)
 * @example
 * addScores(scores, chains, document);
 */
export function addScores(
  scores: CoreferenceScores,
  { text, mentions }: GoldChains,
  { tokens, mentions: found, entities }: Document,
  note: (span: Span, name: Span, given: Span | null, verdict: Verdict) => void = () => undefined,
): void {
  const spanOf = (i: number): Span => [tokens!.start[found![i].first], tokens!.end[found![i].last - 1]];
  const pronouns = new Map<number, number>();
  const names: number[] = [];
  found!.forEach(({ kind }, i) => {
    if (kind === 'pronoun') pronouns.set(spanOf(i)[0], i);
    if (kind === 'name') names.push(i);
  });
  for (const chain of Map.groupBy(mentions, ({ group }) => group).values()) {
    const named = chain.flatMap(({ name }) => (name === null ? [] : [name]));
    if (named.length === 0) continue;
    const most = Math.max(...named.map((name) => wordCount(text, name)));
    const longest = named.filter((name) => wordCount(text, name) === most);
    for (const { start, end, type, name } of chain) {
      const isPronoun = PRONOUN.test(text.slice(start, end));
      const isPartial = !isPronoun && type === 'person' && name !== null && wordCount(text, name) < most;
      if (!isPronoun && !isPartial) continue;
      const at = isPronoun ? pronouns.get(start) : names.find((i) => overlaps(text, spanOf(i), name!));
      const entity = at === undefined ? null : found![at].entity;
      const given = entity === null || entities![entity].name === null ? null : spanOf(entities![entity].name!);
      const counts = isPronoun ? scores.pronouns : scores.partialNames;
      const verdict = given === null ? 'open' : verdictOf(text, given, named, longest);
      counts.gold++;
      if (verdict !== 'open') counts[verdict]++;
      note([start, end], longest[0], given, verdict);
    }
  }
}

function verdictOf(text: string, given: Span, named: readonly Span[], longest: readonly Span[]): Verdict {
  const words = wordsOf(text, given);
  const isOneOf = (names: readonly Span[]): boolean =>
    names.some((name) => overlaps(text, given, name) || isSame(words, wordsOf(text, name)));
  return isOneOf(longest) ? 'right' : isOneOf(named) ? 'other' : 'wrong';
}

/** Whether the words are the same, or those of one are, at least two and half as many, the other's with some left out. */
function isSame(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let at = 0;
  for (const word of long) if (at < short.length && word === short[at]) at++;
  return at === short.length && (short.length === long.length || (short.length > 1 && 2 * short.length >= long.length));
}

/** Whether two spans have at least half of the words of the longer in common. */
function overlaps(text: string, a: Span, b: Span): boolean {
  const common: Span = [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
  return common[0] < common[1] && 2 * wordCount(text, common) >= Math.max(wordCount(text, a), wordCount(text, b));
}

/** Words without case, diacritics and possessive endings. */
function wordsOf(text: string, span: Span): string[] {
  const words = text.slice(...span).match(/[\p{L}\p{N}][\p{L}\p{N}.'’-]*/gu) ?? [];
  return words.map((word) =>
    foldWord(
      word
        .toLowerCase()
        .replace(/['’]s$/, '')
        .replaceAll('.', ''),
    ),
  );
}

const wordCount = (text: string, span: Span): number => wordsOf(text, span).length;
