/**
 * What a ledger already knows about a text that is not in it: statements and assertions in the same words or in similar ones, passage by
 * passage. A match says that words are alike, and nothing of who is right: a denial in the same words is a match too, and its act says what it is.
 *
 * Candidates come from the ledger's index of words: phrases that the passage shares, and its longest words. They are ranked by shared words:
 * the part of the shorter text's words that the longer one has (containment: Broder 1997). A search for each passage, so cost grows with the
 * passages, not with the ledger.
 */
import type { EntryRow, LedgerReader } from '../../ledger/ledger.ts';
import { wordsOf } from '../../ledger/search/words-of.ts';
import type { Reading } from '../../reading/reading.ts';

/** A passage of the text, and what the ledger has of it. */
export interface PassageMatch {
  /** Offsets in the text, UTF-16 units, half-open. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The likest first. */
  readonly matches: readonly Match[];
}

export interface Match {
  readonly entry: EntryRow;
  /** "same": one holds all words of the other in their order; "similar": most of them. */
  readonly words: 'same' | 'similar';
  /** The part of the telling words of the shorter one that the longer one has, 0 to 1. */
  readonly share: number;
}

/** Letters from which on a word tells what a passage is about; shorter ones are mostly "the", "was" and "had". */
const TELLING = 4;

/** Telling words that two passages share at the least: fewer are shared by chance. */
const LEAST_SHARED = 3;

/** Words that a shared phrase has. */
const PHRASE = 3;

/** Phrases that are looked for, spread over the passage. */
const MOST_PHRASES = 12;

/** The longest words of a passage that are looked for together: they are its rarest ones. */
const LONGEST_WORDS = 3;

/** Candidates of a passage, and matches that are given. */
const MOST_CANDIDATES = 200;
const MOST_MATCHES = 20;

/** From this share of words on, two texts count as similar. */
const LEAST_SHARE = 0.6;

/**
 * The passages of a reading that the ledger knows: contents of statements, and assertions.
 *
 * @example
 * const [{ matches }] = await matchText(ledger, engine.read(input));
 * matches[0].entry.content?.text; // 'No signal was given to stop the ferry'
 */
export async function matchText(ledger: LedgerReader, reading: Reading): Promise<PassageMatch[]> {
  const found: PassageMatch[] = [];
  for (const { start, end } of passagesOf(reading)) {
    const text = reading.text.slice(start, end);
    const matches = await matchPassage(ledger, text);
    if (matches.length > 0) found.push({ start, end, text, matches });
  }
  return found;
}

function passagesOf({ statements, assertions }: Reading): { start: number; end: number }[] {
  const contents = statements.flatMap(({ content }) => content?.spans.map(([start, end]) => ({ start, end })) ?? []);
  return [...contents, ...assertions]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }, i, all) => i === 0 || start !== all[i - 1].start || end !== all[i - 1].end);
}

async function matchPassage(ledger: LedgerReader, text: string): Promise<Match[]> {
  const words = wordsOf(text);
  if (tellingOf(words).length < LEAST_SHARED) return [];
  const candidates = new Map<string, EntryRow>();
  for (const search of searchesFor(words)) {
    const { rows } = await ledger.statements({ search, limit: MOST_CANDIDATES });
    for (const row of rows) candidates.set(`${row.articleId} ${row.id}`, row);
  }
  return [...candidates.values()]
    .flatMap((entry): Match[] => {
      const others = wordsOf(entry.content?.text ?? '');
      const { count, share } = sharedWords(tellingOf(words), tellingOf(others));
      if (count < LEAST_SHARED || share < LEAST_SHARE) return [];
      return [{ entry, words: isWithin(words, others) || isWithin(others, words) ? 'same' : 'similar', share }];
    })
    .sort((a, b) => b.share - a.share || (a.entry.published ?? '').localeCompare(b.entry.published ?? ''))
    .slice(0, MOST_MATCHES);
}

/** Searches for phrases of the passage, and for its longest words together; among the outlets' own assertions too. */
function searchesFor(words: readonly string[]): string[] {
  const last = Math.max(0, words.length - PHRASE);
  const step = Math.max(1, Math.ceil((last + 1) / MOST_PHRASES));
  const phrases: string[] = [];
  for (let at = 0; at <= last; at += step) phrases.push(`content:"${words.slice(at, at + PHRASE).join(' ')}"`);
  const longest = [...new Set(words)].sort((a, b) => b.length - a.length).slice(0, LONGEST_WORDS);
  const together = longest.map((word) => `content:"${word}"`).join(' ');
  const search = `(${phrases.join(' OR ')}) OR (${together})`;
  return [search, `kind:assertion (${search})`];
}

function tellingOf(words: readonly string[]): string[] {
  return words.filter((word) => word.length >= TELLING || /\p{N}/u.test(word));
}

/** How many words of the shorter text, each as often as it occurs, the longer one has, and what part of them that is. */
function sharedWords(a: readonly string[], b: readonly string[]): { count: number; share: number } {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  const left = new Map<string, number>();
  for (const word of longer) left.set(word, (left.get(word) ?? 0) + 1);
  let count = 0;
  for (const word of shorter) {
    const rest = left.get(word) ?? 0;
    if (rest === 0) continue;
    left.set(word, rest - 1);
    count++;
  }
  return { count, share: shorter.length === 0 ? 0 : count / shorter.length };
}

function isWithin(shorter: readonly string[], longer: readonly string[]): boolean {
  return ` ${longer.join(' ')} `.includes(` ${shorter.join(' ')} `);
}
