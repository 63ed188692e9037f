/**
 * The whole engine in one screen: every stage, in order, with the columns that it reads and writes.
 */
import type { Document } from '../text/document.ts';

/** A part of the document that stages hand to each other. */
export type Column = 'text' | 'blocks' | 'tokens' | 'sentences' | 'tags' | 'statements';

/** One step of the engine. `run` fills the columns that `writes` names and touches no others. */
export interface Stage {
  readonly name: string;
  readonly reads: readonly Column[];
  readonly writes: readonly Column[];
  run(document: Document): void;
}
