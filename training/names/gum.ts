/**
 * Reads the names of GUM: those of its entities whose head is a proper noun, cut down from the whole phrase ("Malaysia's Prime
 * Minister Najib Razak, who …") to the name.
 */
import { join } from 'node:path';
import type { NameType, Span } from '../../src/text/document.ts';
import { readTreebank, type TreebankDocument, type TreebankWord } from '../conllu.ts';
import { articleLength, type GoldName, isPeople, type NameArticle, OTHER_TYPES, titleLength } from './gold.ts';

/** A mention of an entity as GUM marks it, within one sentence. */
export interface GumEntity {
  /** The chain it belongs to: mentions of one document with the same group mean the same. */
  readonly group: string;
  readonly type: string;
  /** Words of the sentence, half-open. */
  readonly first: number;
  readonly last: number;
  /** The words that the entity's least span is made of. */
  readonly least: readonly number[];
}

/**
 * The documents of a file of GUM.
 *
 * @example
 * readGum('../shared/data', 'gum/gum-dev.conllu.gz')[0].set; // 'gum'
 */
export function readGum(folder: string, file: string): NameArticle[] {
  return readTreebank(join(folder, file)).map((document) => ({
    id: document.id,
    set: 'gum',
    text: document.text,
    names: document.sentences.flatMap((sentence) => outer(namesIn(sentence, document))),
  }));
}

function namesIn(sentence: readonly TreebankWord[], { text }: TreebankDocument): GoldName[] {
  return entitiesOf(sentence).flatMap((entity) => {
    const name = nameOf(sentence, entity, text);
    if (name === null) return [];
    const typed = typesOf(entity.type, text.slice(...name.span), name.tag);
    return typed === null ? [] : [{ start: name.span[0], end: name.span[1], ...typed }];
  });
}

/**
 * The name in an entity whose head is a proper noun: without clauses, articles and titles, and the tag of its last word; null
 * where the head is none, or where nothing but a role is left.
 *
 * @example
 * nameOf(sentence, entity, document.text)?.span; // that of "Najib Razak" in "Prime Minister Najib Razak, who …"
 */
export function nameOf(
  sentence: readonly TreebankWord[],
  entity: GumEntity,
  text: string,
): { readonly span: Span; readonly tag: string } | null {
  const head = headOf(sentence, entity);
  if (sentence[head].upos !== 'PROPN') return null;
  const { first, last } = nameWords(sentence, entity, head);
  let start = sentence[first].start;
  const { end, xpos } = sentence[last - 1];
  start += articleLength(text.slice(start, end));
  if (entity.type === 'person') start += titleLength(text.slice(start, end));
  // "Emperor of Mexico" and "the Director" are roles.
  if (start >= end || /^of\s/.test(text.slice(start, end))) return null;
  return { span: [start, end], tag: xpos };
}

function typesOf(
  type: string,
  name: string,
  tag: string,
): { readonly types: readonly NameType[]; readonly sure: boolean } | null {
  if (type === 'person') {
    return { types: [tag === 'NNPS' || isPeople(name) ? 'group' : 'person'], sure: true };
  }
  if (type === 'organization') return { types: ['organization'], sure: true };
  if (type === 'place') return { types: ['place'], sure: true };
  if (type === 'event') return { types: ['event'], sure: true };
  if (type === 'object') return { types: ['product', 'work'], sure: true };
  if (type === 'abstract') return { types: OTHER_TYPES, sure: false };
  return null;
}

/**
 * The word of the entity whose head stands outside it.
 *
 * @example
 * sentence[headOf(sentence, entity)].form; // "minister" of "the minister of health"
 */
export function headOf(sentence: readonly TreebankWord[], { first, last }: GumEntity): number {
  for (let t = first; t < last; t++) if (sentence[t].head < first || sentence[t].head >= last) return t;
  return first;
}

/**
 * The words of the name: proper nouns that hang together around the head, with the small words between them. A comma ends it:
 * "Aceh, Indonesia" is two places.
 */
function nameWords(
  sentence: readonly TreebankWord[],
  entity: GumEntity,
  head: number,
): { first: number; last: number } {
  const belongs = (t: number): boolean => {
    if (t < entity.first || t >= entity.last) return false;
    const { upos, xpos, form } = sentence[t];
    return (xpos.startsWith('NNP') || upos === 'NUM' || upos === 'ADJ') && /^[\p{Lu}\d]/u.test(form);
  };
  const joins = (t: number): boolean =>
    t > entity.first && t < entity.last - 1 && /^(?:of|the|and|for|&|-|–|'|de|del|la|le|van|von|der|bin|al|el|at|on|in|to)$/i.test(sentence[t].form); // biome-ignore format: one line
  const least = new Set(entity.least);
  let first = head;
  let last = head + 1;
  for (let t = head - 1; t >= entity.first; t--) {
    if (belongs(t) || (least.has(t) && /^\p{Lu}/u.test(sentence[t].form))) first = t;
    else if (!joins(t) || !least.has(t - 1)) break;
  }
  for (let t = head + 1; t < entity.last; t++) {
    if (least.has(t) || (belongs(t) && (sentence[t].relation === 'flat' || t === last))) {
      if (/^[,(]$/.test(sentence[t].form)) break;
      last = t + 1;
    } else if (!joins(t)) break;
  }
  while (last > first + 1 && !belongs(last - 1)) last--;
  while (first < last - 1 && !belongs(first)) first++;
  return { first, last };
}

/** Keeps names that stand in no other. */
function outer(names: readonly GoldName[]): GoldName[] {
  const kept: GoldName[] = [];
  for (const name of [...names].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const before = kept.at(-1);
    if (before === undefined || name.start >= before.end) kept.push(name);
  }
  return kept;
}

/**
 * Reads `Entity=(8-organization-new-nnnnn-cf4-3,5,6-sgl-…` and the closing `8)`.
 *
 * @example
 * entitiesOf(document.sentences[0])[0].group; // '8'
 */
export function entitiesOf(sentence: readonly TreebankWord[]): GumEntity[] {
  const entities: GumEntity[] = [];
  const open: { id: string; fields: string[]; first: number }[] = [];
  sentence.forEach(({ misc }, t) => {
    const value = /(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? '';
    for (const [piece] of value.matchAll(/\([^()]*\)?|[^()]+\)/g)) {
      const fields = piece.replace(/[()]/g, '').split('-');
      if (piece.startsWith('(')) open.push({ id: fields[0], fields, first: t });
      if (!piece.endsWith(')')) continue;
      const at = open.findLastIndex(({ id }) => id === fields[0]);
      if (at < 0) continue;
      const [{ fields: opened, first }] = open.splice(at, 1);
      const least = opened[5].split(',').map((n) => first + Number(n) - 1);
      entities.push({ group: opened[0], type: opened[1], first, last: t + 1, least });
    }
  });
  return entities;
}
