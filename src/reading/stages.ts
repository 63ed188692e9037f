/**
 * The whole engine in one screen: every stage, in order, with the columns that it reads and writes.
 */
import { WordClusters } from '../language/clusters/word-clusters.ts';
import { createCoreferenceFinder } from '../language/coreference/find-coreference.ts';
import type { LoadedWord } from '../language/en/loaded-words.ts';
import type { Lexicon } from '../language/lexicon/lexicon.ts';
import { createNameFinder } from '../language/names/find-names.ts';
import { createParser } from '../language/parse/parse.ts';
import { createSentenceSplitter } from '../language/sentences/split-sentences.ts';
import { createTagger } from '../language/tag/tag.ts';
import { createTokenizer } from '../language/tokenize/tokenize.ts';
import { WordVectors } from '../language/vectors/word-vectors.ts';
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
  const stages: Stage[] = [
    ...languageStages(lexicon, weights),
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
      run: createStatementReader(lexicon, weights),
    },
    {
      name: 'gaps',
      reads: ['text', 'blocks', 'tokens', 'sentences', 'tags', 'parse', 'names', 'statements'],
      writes: ['statements'],
      run: createGapReader(lexicon, weights),
    },
    {
      name: 'relays',
      reads: ['text', 'tokens', 'sentences', 'tags', 'parse', 'names', 'statements'],
      writes: ['statements'],
      run: createRelayReader(lexicon, weights),
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
      run: createActReader(lexicon, weights),
    },
    {
      name: 'actors',
      reads: [
        ...(['text', 'blocks', 'tokens', 'sentences', 'tags', 'parse', 'names', 'coreference', 'statements'] as const),
        ...(['acts', 'sides'] as const),
      ],
      writes: ['actors', 'sources', 'sourceless', 'sides'],
      run: createActorReader(lexicon, weights),
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
      run: createAnchorReader(lexicon, weights),
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
      run: createAssertionReader(lexicon, weights),
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
      run: createClaimReader(lexicon, weights),
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
): Stage[] {
  const clusters = new WordClusters(lexicon, weights.clusters);
  let made: WordVectors | null = null;
  // Not before a stage wants them: training runs the first stages without.
  const vectors = (): WordVectors => {
    made ??= new WordVectors(weights.vectors);
    return made;
  };
  const stages: Record<LanguageStage, () => Omit<Stage, 'name'>> = {
    tokenize: () => ({ reads: ['text', 'blocks'], writes: ['tokens'], run: createTokenizer(lexicon) }),
    sentences: () => ({
      reads: ['text', 'blocks', 'tokens'],
      writes: ['sentences'],
      run: createSentenceSplitter(lexicon, weights.sentences, clusters),
    }),
    tag: () => ({
      reads: ['tokens', 'sentences'],
      writes: ['tags'],
      run: createTagger(lexicon, weights.tag, clusters),
    }),
    parse: () => ({
      reads: ['tokens', 'sentences', 'tags'],
      writes: ['parse'],
      run: createParser(lexicon, weights.parse, clusters, vectors()),
    }),
    names: () => ({
      reads: ['tokens', 'sentences', 'tags', 'parse'],
      writes: ['names'],
      run: createNameFinder(lexicon, weights.names, clusters, vectors()),
    }),
    coreference: () => ({
      reads: ['text', 'blocks', 'tokens', 'sentences', 'tags', 'parse', 'names'],
      writes: ['coreference'],
      run: createCoreferenceFinder(lexicon, weights.coreference, clusters, vectors()),
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
