/**
 * The finished reading of the sample project (examples/) against what was planted in it. examples/planted.json is no list of
 * everything that there is to find, so these are shares of what was planted; nothing is told of what is found beyond it. Rules
 * are tuned on these articles: the figures say what works, not how well it would on others.
 *
 * A planted statement is found where a statement of the reading is the same in content (told.ts: half of the tokens of both), and
 * with the right source where it is so in the source too, or neither has one. Planted statements without content are left out.
 * - nested with right parent: of those planted in another one, found with the right source, in a parent that is so too.
 * - denials told as denied: of those with the tag `denial`, content found and speech act `denied`.
 * - negated told as negated: of those with the tag `negated`, content found and `negated`.
 * - unnamed sources: of those with the tag `unnamed`, found with the right source.
 * - passives: of those with the tag `passive`, found with no source, or with the right one where one was planted.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readArticle } from '../../src/intake/read-article.ts';
import { openEngine } from '../../src/models/open-engine.ts';
import type { Statement } from '../../src/reading/reading.ts';
import type { Span } from '../../src/text/document.ts';
import { hasSameContent, isSame, type Told, tokenSpans, tokensOf, toldOf } from './told.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));

export interface SampleFigure {
  readonly set: string;
  readonly measure: string;
  readonly value: number;
}

interface Planted {
  readonly id: string;
  readonly file: string;
  readonly source: string | null;
  readonly content: readonly { readonly first: string; readonly last: string }[];
  readonly passages: readonly string[];
  readonly tags: readonly string[];
  readonly sourceOccurrence?: number;
  readonly parent?: string;
}

/** A planted statement, and all that the reading of its article has. */
interface Case {
  readonly planted: Planted;
  readonly gold: Told;
  readonly statements: readonly Statement[];
  readonly found: readonly Told[];
}

/**
 * All figures of the sample project.
 *
 * @throws Error where planted words do not stand in the text that intake took from their article.
 * @example
 * measureSamples()[0]; // { set: 'sample project', measure: 'planted contents found', value: 0.8 }
 */
export function measureSamples(): SampleFigure[] {
  const cases = readCases();
  const tagged = (tag: string): Case[] => cases.filter(({ planted }) => planted.tags.includes(tag));
  const figures: readonly (readonly [measure: string, of: readonly Case[], isRight: (one: Case) => boolean])[] = [
    ['planted contents found', cases, (one) => indexesOf(one, hasSameContent).length > 0],
    ['with the right source', cases, isFound],
    [
      'nested with right parent',
      cases.filter(({ gold }) => gold.parent !== null),
      ({ gold, found }) =>
        found.some((told) => isSame(gold, told) && told.parent !== null && isSame(gold.parent!, told.parent)),
    ],
    ['denials told as denied', tagged('denial'), (one) => hasContentAnd(one, (s) => s.speechAct === 'denied')],
    ['negated told as negated', tagged('negated'), (one) => hasContentAnd(one, (s) => s.negated)],
    ['unnamed sources', tagged('unnamed'), isFound],
    ['passives', tagged('passive'), isFound],
  ];
  return figures.map(([measure, of, isRight]) => ({
    set: 'sample project',
    measure,
    value: Math.round((10_000 * of.filter(isRight).length) / of.length) / 10_000,
  }));
}

const isFound = (one: Case): boolean => indexesOf(one, isSame).length > 0;

function hasContentAnd(one: Case, isRight: (statement: Statement) => boolean): boolean {
  return indexesOf(one, hasSameContent).some((n) => isRight(one.statements[n]));
}

function indexesOf({ gold, found }: Case, isLike: (gold: Told, found: Told) => boolean): number[] {
  return found.flatMap((told, n) => (isLike(gold, told) ? [n] : []));
}

function readCases(): Case[] {
  const { statements: all }: { statements: Planted[] } = JSON.parse(readFileSync(`${EXAMPLES}planted.json`, 'utf8'));
  const engine = openEngine();
  const cases: Case[] = [];
  for (const file of new Set(all.map((planted) => planted.file))) {
    const { text, statements } = engine.read(readArticle(readFileSync(EXAMPLES + file), { id: file }));
    const tokens = tokenSpans(text);
    const found = toldOf(statements, tokens);
    const here = all.filter((planted) => planted.file === file);
    const made = new Map<string, Told>();
    const goldOf = (planted: Planted): Told => {
      const known = made.get(planted.id);
      if (known) return known;
      const { source, content } = spansOf(planted, text);
      const parent = here.find(({ id }) => id === planted.parent);
      const told: Told = {
        source: tokensOf(source, tokens),
        content: tokensOf(content, tokens),
        parent: parent ? goldOf(parent) : null,
        depth: parent ? goldOf(parent).depth + 1 : 0,
      };
      made.set(planted.id, told);
      return told;
    };
    for (const planted of here)
      if (planted.content.length > 0) cases.push({ planted, gold: goldOf(planted), statements, found });
  }
  return cases;
}

/** Where the words of a planted statement stand in the canonical text; white space of every kind counts as one space. */
function spansOf(planted: Planted, text: string): { source: Span[]; content: Span[] } {
  let collapsed = '';
  const offsets: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const isSpace = /\s/.test(text[i]);
    if (isSpace && collapsed.endsWith(' ')) continue;
    collapsed += isSpace ? ' ' : text[i];
    offsets.push(i);
  }
  const find = (words: string, from: number, where: string): number => {
    const at = where.indexOf(words, from);
    if (at < 0) throw new Error(`${planted.id}: "${words}" does not stand in the text taken from ${planted.file}.`);
    return at;
  };
  const passages = planted.passages.join('\n');
  // Where each unit of the passages, as joined, stands in the text.
  const places = planted.passages.flatMap((passage) => {
    const at = find(passage, 0, collapsed);
    return [...Array.from({ length: passage.length }, (_, n) => offsets[at + n]), -1];
  });
  const span = (start: number, end: number): Span => [places[start], places[end - 1] + 1];
  const source: Span[] = [];
  if (planted.source !== null) {
    let at = -1;
    for (let n = 0; n < (planted.sourceOccurrence ?? 1); n++) at = find(planted.source, at + 1, passages);
    source.push(span(at, at + planted.source.length));
  }
  let after = 0;
  const content = planted.content.map(({ first, last }) => {
    const start = find(first, after, passages);
    after = find(last, start, passages) + last.length;
    return span(start, after);
  });
  return { source, content };
}
