/** Reads events with their factuality, and lays them over the tokens that the engine sees. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import type { Weights } from '../../src/language/weights/weights.ts';
import { languageStages } from '../../src/reading/stages.ts';
import { createDocument, type Tokens } from '../../src/text/document.ts';

/** One event: its token, in the sentence [0, tokens.length), and how certain the writer is of it, −3 … 3. */
export interface Event {
  readonly tokens: Tokens;
  readonly token: number;
  readonly label: number;
}

interface Line {
  readonly text: string;
  readonly targets: readonly { readonly span1: readonly [number, number]; readonly label: number }[];
}

/** Reads files of events with the language stages that the reading has. */
export class EventReader {
  readonly lexicon = new Lexicon();
  private readonly stages: ReturnType<typeof languageStages>;

  constructor(weights: Readonly<Record<string, Weights>>) {
    this.stages = languageStages(this.lexicon, weights, 'tag');
  }

  /**
   * The events of a file, in order. Words that the tokeniser joins or splits otherwise are found by where they begin.
   *
   * @throws Error where the file is missing.
   * @example
   * new EventReader(weights).read('claims/factuality/uw-dev.jsonl.gz').length;
   */
  read(path: string): Event[] {
    const lines = gunzipSync(readFileSync(path))
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '');
    return lines.flatMap((line) => {
      const { text, targets } = JSON.parse(line) as Line;
      const starts = [0];
      for (const word of text.split(' ')) starts.push(starts[starts.length - 1] + word.length + 1);
      const document = createDocument(text, [{ kind: 'paragraph', start: 0, end: text.length }]);
      for (const stage of this.stages) stage.run(document);
      const tokens = document.tokens!;
      return targets.flatMap(({ span1, label }) => {
        const token = tokens.end.findIndex((end) => end > starts[span1[0]]);
        return token < 0 ? [] : [{ tokens, token, label }];
      });
    });
  }
}
