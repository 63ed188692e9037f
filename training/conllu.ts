/**
 * Reads treebanks in CoNLL-U for training: documents with their raw text rebuilt, and words with their place in it.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export interface TreebankWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** Index of the head in the sentence, −1 for the root. */
  readonly head: number;
  readonly relation: string;
  /** [start, end) in the text of the document, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** True where the word continues the surface token before it. */
  readonly joined: boolean;
  readonly misc: string;
}

export interface TreebankDocument {
  readonly id: string;
  /** Sentences joined by a space, paragraphs by a blank line. */
  readonly text: string;
  readonly sentences: readonly (readonly TreebankWord[])[];
}

/**
 * Reads a treebank file, gzipped or not.
 *
 * @example
 * readTreebank('gum-dev.conllu.gz')[0].sentences[0][0].form;
 */
export function readTreebank(path: string): TreebankDocument[] {
  const bytes = readFileSync(path);
  return parseTreebank((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
}

/**
 * Parses CoNLL-U text.
 *
 * @example
 * parseTreebank('# newdoc id = a\n1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n')[0].text; // 'Yes'
 */
export function parseTreebank(source: string): TreebankDocument[] {
  const documents: { id: string; text: string; sentences: TreebankWord[][] }[] = [];
  let rows: string[][] = [];
  let newParagraph = false;
  const flush = (): void => {
    if (rows.length === 0) return;
    if (documents.length === 0) documents.push({ id: 'doc0', text: '', sentences: [] });
    const document = documents[documents.length - 1];
    if (document.text && newParagraph) document.text = `${document.text.trimEnd()}\n\n`;
    newParagraph = false;
    const sentence: TreebankWord[] = [];
    for (let i = 0; i < rows.length; i++) {
      const [id, form, , , , , , , , misc] = rows[i];
      const range = /^(\d+)-(\d+)$/.exec(id);
      const words = range ? Number(range[2]) - Number(range[1]) + 1 : 1;
      const tokenEnd = document.text.length + form.length;
      let at = document.text.length;
      for (let k = 0; k < words; k++) {
        const row = rows[range ? i + 1 + k : i];
        const end = k === words - 1 ? tokenEnd : Math.min(at + row[1].length, tokenEnd);
        const [, word, lemma, upos, xpos, , head, relation, , wordMisc = '_'] = row;
        sentence.push({
          form: word,
          lemma,
          upos,
          xpos,
          head: Number(head) - 1,
          relation,
          start: at,
          end,
          joined: k > 0,
          misc: wordMisc,
        });
        at = end;
      }
      if (range) i += words;
      document.text += form + (/SpaceAfter=No/.test(misc) ? '' : ' ');
    }
    document.sentences.push(sentence);
    rows = [];
  };
  for (const line of source.split(/\r?\n/)) {
    if (line.startsWith('#')) {
      const id = /^# newdoc(?: id)?\s*=?\s*(.*)$/.exec(line);
      if (id) {
        flush();
        documents.push({ id: id[1], text: '', sentences: [] });
      }
      if (line.startsWith('# newpar')) newParagraph = true;
    } else if (line.trim() === '') flush();
    else {
      const columns = line.split('\t');
      if (!columns[0].includes('.')) rows.push(columns);
    }
  }
  flush();
  for (const document of documents) document.text = document.text.trimEnd();
  return documents;
}
