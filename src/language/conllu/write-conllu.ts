/**
 * A document as CoNLL-U (https://universaldependencies.org/format.html), the form in which treebanks and parsers are compared:
 * words, lemmas where a lemmatizer is given, tags, and heads with relations where the stage `parse` has run. Features are left out.
 */
import type { Document, Tokens } from '../../text/document.ts';
import type { Lemmatizer } from '../lemma/lemmatizer.ts';
import { RELATIONS, ROOT_RELATION } from '../parse/relations.ts';
import { UPOS_TAGS, XPOS_TAGS } from '../tag/tags.ts';

/**
 * The document in CoNLL-U, begun by its id.
 *
 * @param document with tokens, sentences and tags
 * @example
 * writeConllu(document, 'a'); // '# newdoc id = a\n# sent_id = a-1\n# text = No.\n1\tNo\t_\tINTJ\tUH\t_\t0\troot\t_\tSpaceAfter=No\n…'
 */
export function writeConllu(document: Document, id: string, lemmatizer?: Lemmatizer): string {
  const { text, blocks } = document;
  const tokens = document.tokens!;
  const sentences = document.sentences!;
  const name = oneLine(id);
  const lines = [`# newdoc id = ${name}`];
  let block = 0;
  for (let s = 0; s < sentences.length; s++) {
    const first = sentences.first[s];
    const last = sentences.last[s];
    const start = tokens.start[first];
    if (blocks[block]?.start <= start) {
      lines.push('# newpar');
      while (blocks[block]?.start <= start) block++;
    }
    lines.push(`# sent_id = ${name}-${s + 1}`, `# text = ${oneLine(text.slice(start, tokens.end[last - 1]))}`);
    pushWords(lines, text, tokens, first, last, lemmatizer);
    lines.push('');
  }
  return `${lines.join('\n')}\n`;
}

function pushWords(
  lines: string[],
  text: string,
  tokens: Tokens,
  first: number,
  last: number,
  lemmatizer?: Lemmatizer,
): void {
  const { start, end, joined, upos, xpos, head, relation } = tokens;
  const isParsed = relation.subarray(first, last).includes(ROOT_RELATION);
  for (let t = first; t < last; t++) {
    const n = t - first + 1;
    let ending = t;
    if (joined[t] === 0) while (ending + 1 < last && joined[ending + 1] === 1) ending++;
    const misc = t + 1 < tokens.length && start[t + 1] === end[t] ? 'SpaceAfter=No' : '_';
    const rangeMisc = ending + 1 < tokens.length && start[ending + 1] === end[ending] ? 'SpaceAfter=No' : '_';
    if (ending > t) {
      const form = oneLine(text.slice(start[t], end[ending]));
      lines.push(`${n}-${ending - first + 1}\t${form}\t_\t_\t_\t_\t_\t_\t_\t${rangeMisc}`);
    }
    const isWithin = joined[t] === 1 || ending > t;
    const form = oneLine(text.slice(start[t], end[t]));
    const arc = isParsed ? `${head[t] < 0 ? 0 : head[t] - first + 1}\t${RELATIONS[relation[t]]}` : '_\t_';
    const tags = `${UPOS_TAGS[upos[t]]}\t${XPOS_TAGS[xpos[t]]}`;
    const lemma = lemmatizer ? oneLine(lemmatizer.lemma(form, upos[t], xpos[t])) : '_';
    lines.push(`${n}\t${form}\t${lemma}\t${tags}\t_\t${arc}\t_\t${isWithin ? '_' : misc}`);
  }
}

/** White space of any kind would end a column or a line. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
