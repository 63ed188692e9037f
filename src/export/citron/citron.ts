/**
 * Citron's annotation format (BBC, github.com/bbc/citron, docs/data_format.md): a JSON file for each text, with quotes that have a cue, sources and
 * contents. Offsets are code points. A quote without a cue or a content is none there, and is left out.
 */

import { LEFT_OUT_OF_ANNOTATIONS } from '../annotated/annotated-text.ts';
import { CodePoints } from '../annotated/code-points.ts';
import { TEXTS_FILE, textLine } from '../annotated/texts-file.ts';
import type { ExportFormat } from '../format.ts';
import { writeFolder } from '../output/write-folder.ts';
import type { SelectedVersion } from '../selection/selection.ts';
import type { Tally } from '../tally.ts';

export const citron: ExportFormat = {
  name: 'citron',
  description: 'a folder of Citron JSON, one file a text',
  ending: '',
  mediaType: null,
  isLossless: false,
  unit: 'statements',
  leavesOut: LEFT_OUT_OF_ANNOTATIONS,
  kind: 'folder',
  async save({ selection, tally }, path) {
    const files = async function* (): AsyncGenerator<readonly [string, string]> {
      const texts: string[] = [];
      for await (const version of selection.versions()) {
        const document = citronDocument(version, tally);
        yield [`${version.version.id}.json`, `${JSON.stringify(document, null, 1)}\n`];
        texts.push(textLine(version, document.quotes));
      }
      yield [TEXTS_FILE, texts.join('')];
    };
    await writeFolder(path, files());
  },
};

export interface CitronSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface CitronDocument {
  readonly text: string;
  readonly quotes: readonly {
    readonly id: string;
    readonly cue: CitronSpan;
    readonly sources: readonly CitronSpan[];
    readonly contents: readonly CitronSpan[];
    readonly confidence?: number;
  }[];
}

/**
 * One text with its quotes.
 *
 * @example
 * citronDocument(version, new Tally()).quotes[0].cue; // { start: 364, end: 368, text: 'said' }
 */
export function citronDocument({ reading, statements }: SelectedVersion, tally: Tally): CitronDocument {
  const { text } = reading;
  const points = new CodePoints(text);
  const toSpan = ([start, end]: readonly [number, number]): CitronSpan => ({
    start: points.fromUtf16(start),
    end: points.fromUtf16(end),
    text: text.slice(start, end),
  });
  const quotes = statements.flatMap(({ id, source, cue, content, confidence }) => {
    if (cue === null || content === null) {
      tally.lose(`statements without a ${cue === null ? 'cue' : 'content'}`);
      return [];
    }
    tally.count++;
    if (cue.spans.length > 1) tally.lose('the gaps of split cues');
    return [
      {
        id,
        cue: toSpan([cue.spans[0][0], cue.spans.at(-1)![1]]),
        sources: (source?.spans ?? []).map(toSpan),
        contents: content.spans.map(toSpan),
        confidence,
      },
    ];
  });
  return { text, quotes };
}
