/**
 * How well claims are read, on the marked sentences of bench/claims (README.md there defines the marks and the measures). A found claim is
 * a marked one where their predicates share a word; then each slot counts as marked, found and right, and F1 is made of the sums.
 */
import { openEngine } from '../../src/models/open-engine.ts';
import type { Claim, Quantity } from '../../src/reading/claims/claim.ts';
import type { Reading } from '../../src/reading/reading.ts';
import type { Span } from '../../src/text/document.ts';
import { plainInput } from '../../training/plain-input.ts';
import { type MarkedClaim, type MarkedQuantity, type MarkedSentence, readMarkedClaims } from '../claims/read-claims.ts';
import { overlapOf, tokenSpans, tokensOf } from './told.ts';

/** The day on which all sentences are read as published. */
const PUBLISHED = '2026-11-18';
const LEAST_OVERLAP = 0.5;
const SLOTS = ['claims', 'subject', 'object', 'when', 'where', 'quantity', 'polarity', 'modality'] as const;

type SlotName = (typeof SLOTS)[number];

/** Counts that F1 is made of; they add up over sentences. */
export interface SlotCounts {
  marked: number;
  found: number;
  right: number;
}

export interface ClaimFigure {
  readonly set: string;
  readonly measure: string;
  readonly value: number;
}

/**
 * All figures of claims.
 *
 * @param tell is called for each slot that is not right, with what was wrong
 * @example
 * measureClaims()[0]; // { set: 'claims, 80 sentences', measure: 'claims found', value: 0.9 }
 */
export function measureClaims(tell: (line: string) => void = () => {}): ClaimFigure[] {
  const engine = openEngine();
  const sentences = readMarkedClaims();
  const counts = Object.fromEntries(SLOTS.map((slot) => [slot, { marked: 0, found: 0, right: 0 }])) as Record<
    SlotName,
    SlotCounts
  >;
  for (const sentence of sentences) {
    const input = plainInput(sentence.id, sentence.text);
    const reading = engine.read({
      ...input,
      blocks: sentence.isHeadline ? input.blocks.map((block) => ({ ...block, kind: 'headline' })) : input.blocks,
      article: { ...input.article, published: PUBLISHED },
    });
    countSentence(sentence, reading, counts, tell);
  }
  const whole = { marked: 0, found: 0, right: 0 };
  for (const slot of SLOTS.slice(1))
    for (const key of ['marked', 'found', 'right'] as const) whole[key] += counts[slot][key];
  const set = `claims, ${sentences.length} sentences`;
  return [
    ...SLOTS.map((slot) => ({ set, measure: slot === 'claims' ? 'claims found' : slot, value: f1(counts[slot]) })),
    { set, measure: 'all slots', value: f1(whole) },
  ];
}

/** Adds what a sentence holds to the counts. */
function countSentence(
  sentence: MarkedSentence,
  reading: Reading,
  counts: Record<SlotName, SlotCounts>,
  tell: (line: string) => void,
): void {
  const tokens = tokenSpans(sentence.text);
  const left = new Set(reading.claims);
  const say = (words: string): void => tell(`${sentence.id} ${words} :: ${sentence.text}`);
  for (const marked of sentence.claims) {
    const predicate = tokensOf([marked.predicate], tokens);
    const found = [...left].find(
      (claim) =>
        overlapOf(tokensOf(claim.predicate.spans, tokens), predicate) > 0 && isLikeSubject(marked, claim, tokens),
    );
    if (found) left.delete(found);
    else say(`missing: ${sentence.text.slice(...marked.predicate)}`);
    for (const slot of SLOTS) {
      const { marked: inMarks, found: inFound, right } = compare(slot, marked, found, reading, tokens);
      counts[slot].marked += inMarks;
      counts[slot].found += inFound;
      counts[slot].right += right;
      if (found && (right < inMarks || right < inFound)) say(`${slot}: ${describe(slot, found, reading)}`);
    }
  }
  for (const claim of left) {
    say(`too many: ${claim.predicate.text}`);
    for (const slot of SLOTS) counts[slot].found += compare(slot, null, claim, reading, tokens).found;
  }
}

/** Of two claims with one predicate ("was old and loud"), the one with the same object. */
function isLikeSubject(marked: MarkedClaim, claim: Claim, tokens: readonly Span[]): boolean {
  return claim.predicate.voice !== 'copula' || marked.object === null || claim.object === null
    ? true
    : overlapOf(tokensOf(claim.object.spans, tokens), tokensOf([marked.object], tokens)) > 0;
}

function compare(
  slot: SlotName,
  marked: MarkedClaim | null,
  claim: Claim | undefined,
  reading: Reading,
  tokens: readonly Span[],
): SlotCounts {
  if (slot === 'claims' || slot === 'polarity' || slot === 'modality') {
    const isRight =
      marked !== null &&
      claim !== undefined &&
      (slot === 'claims' ||
        (slot === 'modality'
          ? marked.modality === claim.modality
          : marked.polarity === claim.polarity && marked.denied === claim.denied));
    return { marked: marked ? 1 : 0, found: claim ? 1 : 0, right: isRight ? 1 : 0 };
  }
  if (slot === 'quantity') {
    const inMarks = marked?.quantities ?? [];
    const found = claim?.quantities ?? [];
    const right = inMarks.filter((one) => found.some((other) => isSameQuantity(one, other))).length;
    return { marked: inMarks.length, found: found.length, right };
  }
  const inMarks = marked?.[slot] ?? null;
  const spans = claim ? spansOf(slot, claim, reading) : null;
  const isRight = inMarks !== null && spans !== null && isAlike(slot, inMarks, spans, tokens);
  return { marked: inMarks ? 1 : 0, found: spans ? 1 : 0, right: isRight ? 1 : 0 };
}

function spansOf(
  slot: 'subject' | 'object' | 'when' | 'where',
  claim: Claim,
  reading: Reading,
): readonly Span[] | null {
  if (slot === 'subject' || slot === 'object') return claim[slot]?.spans ?? null;
  const list: readonly { id: string; start: number; end: number }[] =
    slot === 'when' ? reading.moments : reading.places;
  const named = list.find(({ id }) => id === claim[slot]);
  return named ? [[named.start, named.end]] : null;
}

/** Subject and object share half of their words; of a time or a place any shared word shows that the same one is meant. */
function isAlike(slot: SlotName, marked: Span, found: readonly Span[], tokens: readonly Span[]): boolean {
  const overlap = overlapOf(tokensOf([marked], tokens), tokensOf(found, tokens));
  return slot === 'when' || slot === 'where' ? overlap > 0 : overlap >= LEAST_OVERLAP;
}

function isSameQuantity(marked: MarkedQuantity, found: Quantity): boolean {
  const of = found.unit ?? found.counted?.text ?? null;
  if (marked.comparison !== found.comparison || marked.of !== of) return false;
  if (marked.most === null) return found.value === null && found.least === marked.least;
  if (marked.least !== marked.most) return found.least === marked.least && found.most === marked.most;
  return found.value === marked.least;
}

function describe(slot: SlotName, claim: Claim, reading: Reading): string {
  switch (slot) {
    case 'quantity':
      return claim.quantities
        .map(({ comparison, value, least, most, unit, counted }) =>
          [comparison, value ?? `${least}..${most}`, unit ?? counted?.text].join(' '),
        )
        .join(', ');
    case 'polarity':
      return `${claim.polarity}${claim.denied ? ' denied' : ''}`;
    case 'modality':
      return claim.modality;
    case 'claims':
      return claim.predicate.text;
    default:
      return `${claim.predicate.text}: ${spansOf(slot, claim, reading)?.map((span) => reading.text.slice(...span)) ?? 'none'}`;
  }
}

function f1({ marked, found, right }: SlotCounts): number {
  return Math.round((10_000 * 2 * right) / Math.max(1, marked + found)) / 10_000;
}
