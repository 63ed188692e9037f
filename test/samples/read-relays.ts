/**
 * Runs the stage `relays` or `gaps` on a sentence whose statements are given by hand, for tests of what is found within them. The words are
 * tokenised, tagged and parsed by the engine.
 */
import { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { readWeights, type Weights } from '../../src/language/weights/weights.ts';
import { loadModels } from '../../src/models/load-models.ts';
import { createGapReader } from '../../src/reading/gaps/read-gaps.ts';
import type { Attribution, ReadDocument, Role } from '../../src/reading/reading.ts';
import { createRelayReader } from '../../src/reading/relays/read-relays.ts';
import { languageStages } from '../../src/reading/stages.ts';
import { WordTables } from '../../src/reading/word-tables.ts';
import { type BlockKind, createDocument, type Span } from '../../src/text/document.ts';

const weights: Record<string, Weights> = Object.fromEntries(
  Object.entries(loadModels()).map(([name, bytes]) => [name, readWeights(bytes)]),
);
const lexicon = new Lexicon();
const tables = new WordTables(lexicon, weights);
const stages = languageStages(lexicon, weights, 'names', tables);
const readRelays = createRelayReader(lexicon, tables.lemmas, tables.cues);
const readGaps = createGapReader(lexicon, tables.lemmas, tables.cues);

/**
 * The statements after the stage, in order of the text.
 *
 * @param given "source | cue | content" (and " | 0.4" where the confidence is not 1) of each statement found before, each as words of the text, "-" where there is none; " … "
 * stands between the pieces of a role
 * @throws Error where the words do not occur in the text.
 * @example
 * statementsWithRelays('Ames said Rau denied it.', ['Ames | said | Rau denied it']).length; // 2
 */
export function statementsWithRelays(text: string, given: readonly string[]): readonly Attribution[] {
  return statementsAfter(readRelays, text, given);
}

/**
 * The statements after the stage `gaps`, as lines; what is given as in `statementsWithRelays`.
 *
 * @example
 * gapsIn('The road is closed, police said.', []); // ['0 police | said | The road is closed']
 */
export function gapsIn(text: string, given: readonly string[], kind: BlockKind = 'paragraph'): string[] {
  return statementsAfter(readGaps, text, given, kind).map(lineOf);
}

function statementsAfter(
  stage: (document: ReadDocument) => void,
  text: string,
  given: readonly string[],
  kind: BlockKind = 'paragraph',
): readonly Attribution[] {
  const document: ReadDocument = createDocument(text, [{ kind, start: 0, end: text.length }], 'sample');
  for (const stage of stages) stage.run(document);
  document.statements = given.map((roles, n): Attribution => {
    const [source, cue, content] = roles
      .split(' | ')
      .slice(0, 3)
      .map((role) => roleOf(role, text));
    const confidence = Number(roles.split(' | ')[3] ?? 1);
    const about = { parent: null, relayDepth: 0, confidence, why: [] };
    return { id: `given_${n}`, kind: 'indirect', source, cue, content, ...about };
  });
  stage(document);
  return document.statements;
}

/**
 * The statements that have a parent, as lines: "1 Rau | denied | it", the depth first.
 *
 * @example
 * relaysIn('Ames said Rau denied it.', ['Ames | said | Rau denied it']); // ['1 Rau | denied | it']
 */
export function relaysIn(text: string, given: readonly string[]): string[] {
  return statementsWithRelays(text, given)
    .filter(({ parent }) => parent !== null)
    .map(lineOf);
}

/**
 * A statement as one line: depth, source, cue, content.
 *
 * @example
 * lineOf(statement); // '0 Ames | said | Rau denied it'
 */
export function lineOf({ relayDepth, source, cue, content }: Attribution): string {
  return `${relayDepth} ${[source, cue, content].map((role) => role?.text ?? '-').join(' | ')}`;
}

function roleOf(words: string, text: string): Role | null {
  if (words === '-') return null;
  let from = 0;
  const spans = words.split(' … ').map((piece): Span => {
    const start = text.indexOf(piece, from);
    if (start < 0) throw new Error(`"${piece}" does not occur in the sample text.`);
    from = start + piece.length;
    return [start, from];
  });
  return { spans, text: words };
}
