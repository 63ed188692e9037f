/**
 * The whole engine in one screen: every stage, in order, with the columns that it reads and writes.
 */
import { createCoreferenceFinder } from '../language/coreference/find-coreference.ts';
import type { LoadedWord } from '../language/en/loaded-words.ts';
import type { Lexicon } from '../language/lexicon/lexicon.ts';
import { createNameFinder } from '../language/names/find-names.ts';
import { createParser } from '../language/parse/parse.ts';
import { createSentenceSplitter } from '../language/sentences/split-sentences.ts';
import { createTagger } from '../language/tag/tag.ts';
import { createTokenizer } from '../language/tokenize/tokenize.ts';
import type { Weights } from '../language/weights/weights.ts';
import { createActorReader } from './actors/read-actors.ts';
import { createActReader } from './acts/read-acts.ts';
import { createAssertionReader } from './assertions/read-assertions.ts';
import { createClaimReader } from './claims/read-claims.ts';
import { createGapReader } from './gaps/read-gaps.ts';
import { createAnchorReader } from './moments/read-anchors.ts';
import { createMomentReader } from './moments/read-moments.ts';
import { createPlaceReader } from './places/read-places.ts';
import type { ReadDocument } from './reading.ts';
import { createRelayReader } from './relays/read-relays.ts';
import { createStatementReader } from './statements/read-statements.ts';
import { createVoiceMarker } from './voices/mark-voices.ts';
import { WordTables } from './word-tables.ts';
import { createWordingFinder } from './wording/find-wording.ts';

/** A part of the document that stages hand to each other. */
export type Column =
  | 'text'
  | 'blocks'
  | 'tokens'
  | 'sentences'
  | 'tags'
  | 'parse'
  | 'names'
  | 'coreference'
  | 'statements'
  | 'moments'
  | 'said'
  | 'acts'
  | 'sides'
  | 'actors'
  | 'sources'
  | 'sourceless'
  | 'voices'
  | 'assertions'
  | 'wording'
  | 'claims'
  | 'places';

/** One step of the engine. `run` fills the columns that `writes` names and touches no others. */
export interface Stage {
  readonly name: string;
  readonly reads: readonly Column[];
  readonly writes: readonly Column[];
  run(document: ReadDocument): void;
}

/**
 * The stages in order, each bound to the lexicon and to its weights.
 *
 * @param words a reader's own loaded words, laid over those that come with Hearsay
 * @throws Error where a stage reads what none before it wrote: a mistake in the list, found at start-up.
 * @example
 * createStages(new Lexicon(), weights).map((stage) => stage.name); // [… 'statements', 'relays', 'acts', …]
 */
export function createStages(
  lexicon: Lexicon,
  weights: Readonly<Record<string, Weights>>,
  words: readonly LoadedWord[] = [],
): Stage[] {
  const tables = new WordTables(lexicon, weights);
  const stages: Stage[] = [
    ...languageStages(lexicon, weights, 'coreference', tables),
    {
      name: 'places',
      reads: ['text', 'tokens', 'sentences', 'names'],
      writes: ['places'],
      run: createPlaceReader(weights),
    },
    {
      name: 'statements',
      reads: ['text', 'blocks', 'tokens', 'sentences', 'tags', 'parse'],
      writes: ['statements'],
      run: createStatementReader(lexicon, tables.vectors, weights),
    },
    {
      name: 'gaps',
      reads: ['text', 'blocks', 'tokens', 'sentences', 'tags', 'parse', 'names', 'statements'],
      writes: ['statements'],
      run: createGapReader(lexicon, tables.lemmas, tables.cues),
    },
    {
      name: 'relays',
      reads: ['text', 'tokens', 'sentences', 'tags', 'parse', 'names', 'statements'],
      writes: ['statements'],
      run: createRelayReader(lexicon, tables.lemmas, tables.cues),
    },
    {
      name: 'moments',
      reads: ['text', 'blocks', 'tokens', 'sentences', 'tags', 'parse', 'statements'],
      writes: ['moments', 'said'],
      run: createMomentReader(lexicon),
    },
    {
      name: 'acts',
      reads: ['text', 'tokens', 'sentences', 'tags', 'statements'],
      writes: ['acts', 'sides'],
      run: createActReader(lexicon, tables.lemmas, weights.certainty),
    },
    {
      name: 'actors',
      reads: [
        ...(['text', 'blocks', 'tokens', 'sentences', 'tags', 'parse', 'names', 'coreference', 'statements'] as const),
        ...(['acts', 'sides'] as const),
      ],
      writes: ['actors', 'sources', 'sourceless', 'sides'],
      run: createActorReader(lexicon, tables.lemmas, weights.names),
    },
    {
      name: 'anchors',
      reads: [
        'text',
        'blocks',
        'tokens',
        'sentences',
        'tags',
        'parse',
        'statements',
        'acts',
        'sources',
        'moments',
        'said',
      ],
      writes: ['moments', 'said'],
      run: createAnchorReader(tables.lemmas),
    },
    {
      name: 'voices',
      reads: ['text', 'blocks', 'tokens', 'tags', 'statements'],
      writes: ['voices'],
      run: createVoiceMarker(lexicon),
    },
    {
      name: 'assertions',
      reads: ['text', 'blocks', 'tokens', 'sentences', 'tags', 'parse', 'statements', 'voices'],
      writes: ['assertions'],
      run: createAssertionReader(lexicon, tables.clusters, tables.vectors, weights.check),
    },
    {
      name: 'wording',
      reads: ['text', 'blocks', 'tokens', 'sentences', 'tags', 'voices'],
      writes: ['wording'],
      run: createWordingFinder(lexicon, words),
    },
    {
      name: 'claims',
      reads: [
        ...([
          'text',
          'tokens',
          'sentences',
          'tags',
          'parse',
          'names',
          'statements',
          'acts',
          'actors',
          'sources',
        ] as const),
        ...(['moments', 'places', 'assertions'] as const),
      ],
      writes: ['claims'],
      run: createClaimReader(lexicon, tables.lemmas),
    },
  ];
  const written = new Set<Column>(['text', 'blocks']);
  for (const stage of stages) {
    const missing = stage.reads.filter((column) => !written.has(column));
    if (missing.length > 0) throw new Error(`Stage ${stage.name} reads ${missing.join(', ')}, which no stage wrote.`);
    for (const column of stage.writes) written.add(column);
  }
  return stages;
}

/**
 * The stages of `language`, up to the one named `last`: training needs a text as it is before the stage that it trains.
 *
 * @example
 * languageStages(new Lexicon(), weights, 'tag').map((stage) => stage.name); // ['tokenize', 'sentences', 'tag']
 */
export function languageStages(
  lexicon: Lexicon,
  weights: Readonly<Record<string, Weights>>,
  last: LanguageStage = 'coreference',
  tables: WordTables = new WordTables(lexicon, weights),
): Stage[] {
  const stages: Record<LanguageStage, () => Omit<Stage, 'name'>> = {
    tokenize: () => ({ reads: ['text', 'blocks'], writes: ['tokens'], run: createTokenizer(lexicon) }),
    sentences: () => ({
      reads: ['text', 'blocks', 'tokens'],
      writes: ['sentences'],
      run: createSentenceSplitter(lexicon, weights.sentences, tables.clusters),
    }),
    tag: () => ({
      reads: ['tokens', 'sentences'],
      writes: ['tags'],
      run: createTagger(lexicon, weights.tag, tables.clusters),
    }),
    parse: () => ({
      reads: ['tokens', 'sentences', 'tags'],
      writes: ['parse'],
      run: createParser(lexicon, weights.parse, tables.clusters, tables.vectors),
    }),
    names: () => ({
      reads: ['tokens', 'sentences', 'tags', 'parse'],
      writes: ['names'],
      run: createNameFinder(lexicon, weights.names, tables.clusters, tables.vectors),
    }),
    coreference: () => ({
      reads: ['text', 'blocks', 'tokens', 'sentences', 'tags', 'parse', 'names'],
      writes: ['coreference'],
      run: createCoreferenceFinder(lexicon, weights.coreference, tables.clusters, tables.vectors),
    }),
  };
  const names = Object.keys(stages) as LanguageStage[];
  return names.slice(0, names.indexOf(last) + 1).map((name) => ({ name, ...stages[name]() }));
}

export type LanguageStage = 'tokenize' | 'sentences' | 'tag' | 'parse' | 'names' | 'coreference';

/**
 * The stages up to the parser: what a comparison with treebanks needs.
 *
 * @example
 * parseStages(new Lexicon(), weights).at(-1)!.name; // 'parse'
 */
export function parseStages(lexicon: Lexicon, weights: Readonly<Record<string, Weights>>): Stage[] {
  return languageStages(lexicon, weights, 'parse');
}
