/**
 * Makes a document with names by hand, for tests of stages that read names and need no model: "Shells hit [Kharkiv|place] ." has one
 * name. Sentences are cut after full stops that stand alone, so write a space before them; an inner name is written in its outer one, as in
 * "[Ministry of Defence of [Belarus|place]|organization]".
 */
import { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { createTokenizer } from '../../src/language/tokenize/tokenize.ts';
import type { ReadDocument } from '../../src/reading/reading.ts';
import { createDocument, type Name, type NameType } from '../../src/text/document.ts';
import { paragraphBlocks } from '../../src/text/paragraphs.ts';

/**
 * A document with tokens, sentences and names.
 *
 * @param probability of each name
 * @throws Error where a bracket is not closed, or a name does not fall on tokens.
 * @example
 * makeNamed('In [Kyiv|place] it rained .').names![0].type; // 'place'
 */
export function makeNamed(marked: string, probability = 0.95): ReadDocument {
  let text = '';
  const open: number[] = [];
  const spans: { start: number; end: number; type: NameType; parent: number | null; order: number }[] = [];
  for (let i = 0; i < marked.length; i++) {
    if (marked[i] === '[') {
      open.push(spans.length);
      spans.push({ start: text.length, end: -1, type: 'place', parent: open.at(-2) ?? null, order: spans.length });
    } else if (marked[i] === '|') {
      const close = marked.indexOf(']', i);
      const span = spans[open.pop() ?? -1];
      if (close < 0 || !span) throw new Error(`A bracket is not closed in "${marked}".`);
      span.type = marked.slice(i + 1, close) as NameType;
      span.end = text.length;
      i = close;
    } else text += marked[i];
  }
  const document: ReadDocument = createDocument(text, paragraphBlocks(text), 'hash');
  createTokenizer(new Lexicon())(document);
  const tokens = document.tokens!;
  const lasts = Array.from({ length: tokens.length }, (_, t) => t + 1).filter(
    (t) => t === tokens.length || text.slice(tokens.start[t - 1], tokens.end[t - 1]) === '.',
  );
  document.sentences = {
    length: lasts.length,
    first: Int32Array.from([0, ...lasts.slice(0, -1)]),
    last: Int32Array.from(lasts),
  };
  document.names = spans.map(({ start, end, type, parent }): Name => {
    const first = tokens.start.indexOf(start);
    const last = tokens.end.indexOf(end) + 1;
    if (first < 0 || last <= 0) throw new Error(`"${text.slice(start, end)}" does not fall on tokens.`);
    return { first, last, type, probability, parent };
  });
  return document;
}
