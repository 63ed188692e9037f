/**
 * What more than one stage looks words up in, each made once, when the first stage wants it: clusters and vectors of words, dictionary forms,
 * and which forms may lead a cue. All of them know a form by its number in one lexicon.
 */
import { WordClusters } from '../language/clusters/word-clusters.ts';
import { Lemmatizer } from '../language/lemma/lemmatizer.ts';
import type { Lexicon } from '../language/lexicon/lexicon.ts';
import { WordVectors } from '../language/vectors/word-vectors.ts';
import type { Weights } from '../language/weights/weights.ts';
import { LemmaMemory } from './acts/sentence-words.ts';
import { CueScout } from './relays/cue-scout.ts';

export class WordTables {
  private readonly lexicon: Lexicon;
  private readonly weights: Readonly<Record<string, Weights>>;
  private madeClusters: WordClusters | null = null;
  private madeVectors: WordVectors | null = null;
  private madeLemmas: LemmaMemory | null = null;
  private madeCues: CueScout | null = null;

  /**
   * @param weights the models `clusters`, `vectors` and `lemma`, so far as they are asked for: training runs the first stages without
   * @example
   * const tables = new WordTables(lexicon, weights);
   * tables.vectors === tables.vectors; // true
   */
  constructor(lexicon: Lexicon, weights: Readonly<Record<string, Weights>>) {
    this.lexicon = lexicon;
    this.weights = weights;
  }

  get clusters(): WordClusters {
    this.madeClusters ??= new WordClusters(this.lexicon, this.weights.clusters);
    return this.madeClusters;
  }

  get vectors(): WordVectors {
    this.madeVectors ??= new WordVectors(this.weights.vectors);
    return this.madeVectors;
  }

  get lemmas(): LemmaMemory {
    this.madeLemmas ??= new LemmaMemory(this.lexicon, new Lemmatizer(this.weights.lemma));
    return this.madeLemmas;
  }

  get cues(): CueScout {
    this.madeCues ??= new CueScout(this.lexicon);
    return this.madeCues;
  }
}
