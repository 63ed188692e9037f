/**
 * Reads a sentence in which the roles of one statement are marked, for tests of what is read of statements that are already
 * found: "<The port> {denied} [that it knew]." The words are tokenised and tagged by the engine; the marks stand in for its
 * statements. A role may be marked more than once.
 */
import { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { readWeights, type Weights } from '../../src/language/weights/weights.ts';
import { loadModels } from '../../src/models/load-models.ts';
import { createActReader } from '../../src/reading/acts/read-acts.ts';
import type { Act, ReadDocument, Role, Side, StatementKind } from '../../src/reading/reading.ts';
import { languageStages } from '../../src/reading/stages.ts';
import { WordTables } from '../../src/reading/word-tables.ts';
import { createDocument, type Span } from '../../src/text/document.ts';

const MARKS: Readonly<Record<string, 'source' | 'cue' | 'content'>> = { '<': 'source', '{': 'cue', '[': 'content' };
const CLOSING = '>}]';

export interface MarkedReading {
  readonly text: string;
  readonly act: Act;
  readonly sides: readonly Side[];
}

const weights: Record<string, Weights> = Object.fromEntries(
  Object.entries(loadModels()).map(([name, bytes]) => [name, readWeights(bytes)]),
);
const lexicon = new Lexicon();
const tables = new WordTables(lexicon, weights);
const stages = languageStages(lexicon, weights, 'tag', tables);
const readActs = createActReader(lexicon, tables.lemmas, weights.certainty);

/**
 * The act of the statement marked, and the sides of the sentence.
 *
 * @example
 * readMarked('<The port> {denied} [that it knew].').act.speechAct; // 'denied'
 */
export function readMarked(marked: string): MarkedReading {
  const spans: Record<'source' | 'cue' | 'content', Span[]> = { source: [], cue: [], content: [] };
  let text = '';
  let open: { role: 'source' | 'cue' | 'content'; start: number } | null = null;
  for (const character of marked) {
    if (MARKS[character]) open = { role: MARKS[character], start: text.length };
    else if (CLOSING.includes(character) && open) {
      spans[open.role].push([open.start, text.length]);
      open = null;
    } else text += character;
  }
  const document: ReadDocument = createDocument(text, [{ kind: 'paragraph', start: 0, end: text.length }]);
  for (const stage of stages) stage.run(document);
  const role = (of: Span[]): Role | null =>
    of.length === 0 ? null : { spans: of, text: of.map(([start, end]) => text.slice(start, end)).join(' … ') };
  const content = role(spans.content);
  const kind: StatementKind = content && /^[“"].*[”"]$/su.test(content.text) ? 'direct' : 'indirect';
  document.statements = [
    {
      id: 'stmt_marked',
      kind,
      source: role(spans.source),
      cue: role(spans.cue),
      content,
      parent: null,
      relayDepth: 0,
      confidence: 1,
      why: [],
    },
  ];
  readActs(document);
  return { text, act: document.acts![0], sides: document.sides! };
}
