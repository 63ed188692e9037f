/**
 * Reads sentences.txt: "# Country" begins a document, every line below it is one sentence, with its names in brackets behind
 * their type. Fictional people; bodies and places that exist, as news names them. See README.md.
 */
import type { TypedSpan } from '../../training/names/name-scores.ts';

export interface MarkedDocument {
  readonly country: string;
  readonly text: string;
  readonly names: readonly TypedSpan[];
}

const TYPES = { PER: 'person', ORG: 'organization', LOC: 'place' } as const;
const MARK = /\[(PER|ORG|LOC) ([^\]]+)\]/g;

/**
 * The documents of a marked file; a sentence is a paragraph of its document.
 *
 * @throws Error where a bracket is none of the marks.
 * @example
 * readWorldNames('# Ghana\n[PER Ama Mensah] left.\n')[0]; // { country: 'Ghana', text: 'Ama Mensah left.', names: [{ start: 0, end: 10, type: 'person' }] }
 */
export function readWorldNames(marked: string): MarkedDocument[] {
  return marked
    .split(/^# /m)
    .slice(1)
    .map((part) => {
      const [country, ...sentences] = part.trim().split('\n');
      const names: TypedSpan[] = [];
      let text = '';
      for (const sentence of sentences) {
        if (text) text += '\n\n';
        let from = 0;
        for (const { index, 0: whole, 1: type, 2: name } of sentence.matchAll(MARK)) {
          text += sentence.slice(from, index);
          names.push({ start: text.length, end: text.length + name.length, type: TYPES[type as keyof typeof TYPES] });
          text += name;
          from = index + whole.length;
        }
        const rest = sentence.slice(from);
        if (/[[\]]/.test(rest)) throw new Error(`A mark cannot be read: ${sentence}`);
        text += rest;
      }
      return { country, text, names };
    });
}
