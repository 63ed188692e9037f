/** Treebanks as the parser's training sees them: documents with the treebank's words and sentences, and the tagger's tags. */
import type { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { RELATIONS } from '../../src/language/parse/relations.ts';
import { allocateTokens, createDocument, type Document } from '../../src/text/document.ts';
import { paragraphBlocks } from '../../src/text/paragraphs.ts';
import type { TreebankDocument } from '../conllu.ts';

/**
 * A document whose columns `head` and `relation` are those of the treebank; tags are not filled.
 *
 * @throws Error at a relation that RELATIONS does not hold.
 * @example
 * goldDocument(readTreebank(path)[0], new Lexicon()).tokens!.head[0];
 */
export function goldDocument({ text, sentences }: TreebankDocument, lexicon: Lexicon): Document {
  const document = createDocument(text, paragraphBlocks(text));
  const words = sentences.flat();
  const tokens = allocateTokens(words.length);
  const first = new Int32Array(sentences.length);
  const last = new Int32Array(sentences.length);
  let t = 0;
  sentences.forEach((sentence, s) => {
    first[s] = t;
    for (const { form, start, end, joined, head, relation } of sentence) {
      tokens.start[t] = start;
      tokens.end[t] = end;
      tokens.joined[t] = joined ? 1 : 0;
      tokens.lexeme[t] = lexicon.intern(form);
      tokens.head[t] = head < 0 ? -1 : first[s] + head;
      tokens.relation[t] = RELATIONS.indexOf(relation);
      if (!RELATIONS.includes(relation)) throw new Error(`The relation ${relation} is not in RELATIONS.`);
      t++;
    }
    last[s] = t;
  });
  document.tokens = tokens;
  document.sentences = { length: sentences.length, first, last };
  return document;
}
