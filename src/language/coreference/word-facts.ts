/**
 * What coreference wants to know of a word form, looked up once a form: how it reads without case and diacritics, whether it
 * means a person or a body, and which gender it tells as a noun or as a first name. Filled when asked for.
 */
import { nounGender } from '../en/gendered-nouns.ts';
import { KIN } from '../en/kin.ts';
import type { Gender } from '../en/titles.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { foldWord } from '../names/features.ts';
import type { WordVectors } from '../vectors/word-vectors.ts';
import { type WordClasses, WordClassifier } from './word-classifier.ts';

/** Classes of nouns, in the order of the classifier. */
export const NOUN_CLASSES = ['person', 'body', 'other'] as const;

/** Classes of first names, in the order of the classifier. */
export const NAME_GENDERS: readonly Gender[] = ['female', 'male'];

/** A noun. */
export interface NounFacts {
  /** How likely it is to mean a person, and a body of people that may act as one. */
  readonly person: number;
  readonly body: number;
  readonly gender: Gender | null;
  readonly isKin: boolean;
}

export class WordFacts {
  private readonly lexicon: Lexicon;
  private readonly nouns: WordClassifier;
  private readonly names: WordClassifier;
  private folded: string[] = [];
  private facts: NounFacts[] = [];
  private generation = -1;
  private readonly odds = new Float64Array(NOUN_CLASSES.length);

  constructor(lexicon: Lexicon, nouns: WordClasses, names: WordClasses, vectors: WordVectors) {
    this.lexicon = lexicon;
    this.nouns = new WordClassifier(nouns, vectors);
    this.names = new WordClassifier(names, vectors);
  }

  /** Call before each document: the lexicon may have been emptied since the last. */
  begin(): void {
    if (this.generation === this.lexicon.generation) return;
    this.generation = this.lexicon.generation;
    this.folded = [];
    this.facts = [];
  }

  /**
   * The form in lower case, without diacritics.
   *
   * @example
   * facts.fold(lexicon.intern('Erdoğan')); // 'erdogan'
   */
  fold(lexeme: number): string {
    return (this.folded[lexeme] ??= foldWord(this.lexicon.lowers[lexeme]));
  }

  /**
   * Whether the form is not all in lower case.
   *
   * @example
   * facts.isCapitalised(lexicon.intern('Velmoran')); // true
   */
  isCapitalised(lexeme: number): boolean {
    return this.lexicon.forms[lexeme] !== this.lexicon.lowers[lexeme];
  }

  /**
   * What the form means as a noun.
   *
   * @example
   * facts.noun(lexicon.intern('spokeswoman')).gender; // 'female'
   */
  noun(lexeme: number): NounFacts {
    const known = this.facts[lexeme];
    if (known !== undefined) return known;
    const lower = this.lexicon.lowers[lexeme];
    const [person, body] = this.nouns.classify(this.fold(lexeme), this.odds);
    const facts = { person, body, gender: nounGender(lower), isKin: KIN.has(lower) };
    this.facts[lexeme] = facts;
    return facts;
  }

  /**
   * How much likelier a first name is a woman's than a man's, in log odds.
   *
   * @param word folded
   * @example
   * facts.nameOdds('hanna') > 0; // true
   */
  nameOdds(word: string): number {
    const [female, male] = this.names.classify(word, this.odds);
    return Math.log((female + 1e-6) / (male + 1e-6));
  }
}
