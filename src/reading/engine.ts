/**
 * The engine: runs the stages over one article and gives out its Reading. Knows nothing of files, and needs only the bytes
 * of the models, so it is the same in Node and in a browser.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { Lexicon } from '../language/lexicon/lexicon.ts';
import { readWeights, type Weights } from '../language/weights/weights.ts';
import { createDocument } from '../text/document.ts';
import { HearsayError } from '../text/errors.ts';
import type { Engine, Extent, ReadDocument, Reading, ReadingInput, Statement } from './reading.ts';
import { createStages, type Stage } from './stages.ts';

export const ENGINE_VERSION = '0.1.0';

export interface HearsayEngine {
  /** What its readings say of the engine. */
  readonly identity: Engine;
  readonly stages: readonly Stage[];
  /** Reads one article. Never throws for any text; doubts are in `warnings`. */
  read(input: ReadingInput): Reading;
  /** The document as it is after the stage named `last`, or after all of them. */
  run(input: ReadingInput, last?: string): ReadDocument;
}

/**
 * Makes an engine from the bytes of the model files, by model name (the file name without ".weights").
 *
 * @param list the stages to run: those of the reading, or others for other ends, such as `parseStages`
 * @throws HearsayError E_MODEL where a model is missing, damaged, or of another version.
 * @example
 * const engine = createEngine(await loadModels());
 * engine.read(input).statements.length;
 */
export function createEngine(
  models: Readonly<Record<string, Uint8Array>>,
  list: (lexicon: Lexicon, weights: Readonly<Record<string, Weights>>) => Stage[] = createStages,
): HearsayEngine {
  const lexicon = new Lexicon();
  const weights: Record<string, Weights> = {};
  const digests: Record<string, string> = {};
  for (const [name, bytes] of Object.entries(models)) {
    weights[name] = readWeights(bytes);
    digests[name] = bytesToHex(sha256(bytes)).slice(0, 12);
  }
  const identity: Engine = { name: 'hearsay', version: ENGINE_VERSION, models: digests };
  const stages = list(lexicon, whole(weights));

  const run = (input: ReadingInput, last?: string): ReadDocument => {
    lexicon.trim();
    const document: ReadDocument = {
      ...createDocument(input.text, input.blocks, textSha256(input.text)),
      outlet: input.article.outlet,
      published: input.article.published,
    };
    for (const stage of stages) {
      stage.run(document);
      if (stage.name === last) break;
    }
    return document;
  };

  return {
    identity,
    stages,
    run,
    read: (input) => {
      const document = run(input);
      return {
        id: input.id,
        text: input.text,
        textSha256: document.textSha256,
        offsetUnit: 'utf16',
        engine: identity,
        article: input.article,
        blocks: input.blocks,
        leftOut: input.leftOut,
        warnings: input.warnings,
        sentences: sentenceExtents(document),
        statements: statementsOf(document),
        actors: document.actors ?? [],
        moments: document.moments ?? [],
        sides: document.sides ?? [],
        assertions: document.assertions ?? [],
        wording: document.wording ?? [],
        places: document.places ?? [],
        claims: document.claims ?? [],
      };
    },
  };
}

/** The models, where asking for one that is not there says what to do instead of failing deep in a stage. */
function whole(weights: Record<string, Weights>): Readonly<Record<string, Weights>> {
  return new Proxy(weights, {
    get: (found, name: string) => {
      if (found[name]) return found[name];
      throw new HearsayError('E_MODEL', `The model "${name}" is missing: install the package again.`);
    },
  });
}

/**
 * SHA-256 of a text's UTF-8 bytes, in hexadecimal. Lone surrogates are hashed as U+FFFD.
 *
 * @example
 * textSha256(''); // 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
 */
export function textSha256(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

function sentenceExtents(document: ReadDocument): Extent[] {
  const { tokens, sentences } = document;
  if (!tokens || !sentences) return [];
  return Array.from({ length: sentences.length }, (_, s) => ({
    start: tokens.start[sentences.first[s]],
    end: tokens.end[sentences.last[s] - 1],
  }));
}

function statementsOf({ statements = [], acts, sources, sourceless, said }: ReadDocument): Statement[] {
  return statements.map((statement, position) => ({
    ...statement,
    ...acts![position],
    source: statement.source && { ...statement.source, ...sources![position]! },
    sourceless: sourceless![position],
    said: said![position],
  }));
}
