/** Documents with gold chains as the ranking learns from them: read up to their names, and the chain of each gold head. */
import type { Stage } from '../../src/reading/stages.ts';
import { createDocument, type Document } from '../../src/text/document.ts';
import { paragraphBlocks } from '../../src/text/paragraphs.ts';
import type { GoldChains, GoldMention } from './gum.ts';

export interface Prepared {
  readonly gold: GoldChains;
  readonly document: Document;
}

/**
 * Runs the stages before `coreference` over a document, from its raw text.
 *
 * @param stages those of `languageStages(…, 'names')`
 * @example
 * prepare(readChains(data, GUM_DEV)[0], stages).document.names!.length;
 */
export function prepare(gold: GoldChains, stages: readonly Stage[]): Prepared {
  const document = createDocument(gold.text, paragraphBlocks(gold.text));
  for (const stage of stages) stage.run(document);
  return { gold, document };
}

/**
 * The gold mention that a found one is: the one that has the same head, the longest where an apposition gives several; or that
 * has the same extent.
 */
export class GoldIndex {
  private readonly heads = new Map<number, GoldMention>();
  private readonly extents = new Map<string, GoldMention>();

  constructor({ mentions }: GoldChains) {
    for (const mention of mentions) {
      const known = this.heads.get(mention.head);
      if (known === undefined || mention.end - mention.start > known.end - known.start)
        this.heads.set(mention.head, mention);
      this.extents.set(`${mention.start} ${mention.end}`, mention);
    }
  }

  /**
   * @param head where the found mention's head begins
   * @example
   * index.of(start[first], end[last - 1], start[head])?.group; // '12'
   */
  of(start: number, end: number, head: number): GoldMention | undefined {
    return this.extents.get(`${start} ${end}`) ?? this.heads.get(head);
  }
}
