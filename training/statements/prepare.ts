/** An article as the tagger learns from it: the document up to its tags, and the gold on its tokens. */
import type { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { markQuotations } from '../../src/language/quotations/mark-quotations.ts';
import type { Stage } from '../../src/reading/stages.ts';
import { wordHashes } from '../../src/reading/statements/features.ts';
import { createDocument, type Document } from '../../src/text/document.ts';
import { paragraphBlocks } from '../../src/text/paragraphs.ts';
import type { GoldArticle } from '../polnear.ts';
import { type GoldSegment, goldLabels, goldSegments } from './gold.ts';

export interface Prepared {
  readonly article: GoldArticle;
  readonly document: Document;
  readonly quotation: Uint8Array;
  readonly words: Uint32Array;
  readonly segments: readonly GoldSegment[];
  readonly labels: Uint8Array;
}

/** Runs the stages before `statements` over an article and lays the gold over it. */
export function prepare(article: GoldArticle, stages: readonly Stage[], lexicon: Lexicon): Prepared {
  const document = createDocument(article.text, paragraphBlocks(article.text));
  for (const stage of stages) stage.run(document);
  const segments = goldSegments(article, document);
  const quotation = markQuotations(document, lexicon);
  const words = wordHashes(document, lexicon, quotation);
  return { article, document, quotation, words, segments, labels: goldLabels(segments, document.tokens!.length) };
}
