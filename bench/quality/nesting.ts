/**
 * Statements within statements on the 100 hand-marked sentences of bench/nesting, each read by itself as an article of one
 * paragraph. What is measured:
 *
 * nested with right parent. Gold: the marked statements that have a parent; found: those of the reading that have one. A found
 * one is right where a gold one is the same (content and source share at least half of the tokens of both, or neither has a
 * source: told.ts), and the parents of both are the same too. F1 over all sentences together, one to one; its precision and recall
 * stand beside it.
 *
 * depth. Gold and found: all statements, nested or not. Right where they are the same and stand equally deep. F1. It cannot be
 * better than the finding of statements.
 *
 * flat sentences with a nested one. The share of the sentences without nesting in which the reading has a statement with a parent:
 * less is better.
 */
import { openEngine } from '../../src/models/open-engine.ts';
import { plainInput } from '../../training/plain-input.ts';
import { type MarkedSentence, readMarkedSentences } from '../nesting/read-sentences.ts';
import { isSame, pairs, type Told, tokenSpans, tokensOf, toldOf } from './told.ts';

export interface NestingFigure {
  readonly set: string;
  readonly measure: string;
  readonly value: number;
}

/** Counts that F1 is made of; they add up over sentences. */
interface Counts {
  gold: number;
  found: number;
  right: number;
}

/**
 * All figures of nesting.
 *
 * @example
 * measureNesting()[0]; // { set: 'nesting, 100 sentences', measure: 'nested with right parent', value: 0.6 }
 */
export function measureNesting(): NestingFigure[] {
  const engine = openEngine();
  const nested: Counts = { gold: 0, found: 0, right: 0 };
  const deep: Counts = { gold: 0, found: 0, right: 0 };
  const sentences = readMarkedSentences();
  let flat = 0;
  let wronglyNested = 0;
  for (const sentence of sentences) {
    const { id, text } = sentence;
    const input = plainInput(id, text);
    const gold = toldOfMarks(sentence);
    const found = toldOf(engine.read(input).statements, tokenSpans(text));
    const foundNested = found.filter(({ parent }) => parent !== null);
    count(
      nested,
      isNestedAlike,
      gold.filter(({ parent }) => parent !== null),
      foundNested,
    );
    count(deep, (g, f) => isSame(g, f) && g.depth === f.depth, gold, found);
    if (gold.some(({ parent }) => parent !== null)) continue;
    flat++;
    if (foundNested.length > 0) wronglyNested++;
  }
  return [
    { measure: 'nested with right parent', value: f1(nested) },
    { measure: 'nested precision', value: nested.right / Math.max(1, nested.found) },
    { measure: 'nested recall', value: nested.right / nested.gold },
    { measure: 'depth', value: f1(deep) },
    { measure: 'flat sentences with a nested one', value: wronglyNested / flat },
  ].map(({ measure, value }) => ({
    set: `nesting, ${sentences.length} sentences`,
    measure,
    value: Math.round(value * 10_000) / 10_000,
  }));
}

/** Whether two nested statements are the same, and so are their parents. */
function isNestedAlike(gold: Told, found: Told): boolean {
  return isSame(gold, found) && isSame(gold.parent!, found.parent!);
}

function toldOfMarks({ text, statements }: MarkedSentence): Told[] {
  const tokens = tokenSpans(text);
  const told: Told[] = [];
  for (const { source, content, parent, depth } of statements) {
    told.push({
      source: tokensOf(source, tokens),
      content: tokensOf(content, tokens),
      parent: parent === null ? null : told[parent],
      depth,
    });
  }
  return told;
}

function count(
  counts: Counts,
  isPair: (gold: Told, found: Told) => boolean,
  gold: readonly Told[],
  found: readonly Told[],
): void {
  counts.gold += gold.length;
  counts.found += found.length;
  counts.right += pairs(gold, found, isPair);
}

const f1 = ({ gold, found, right }: Counts): number => (2 * right) / Math.max(1, gold + found);
