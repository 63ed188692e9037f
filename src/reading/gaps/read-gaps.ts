/**
 * The stage `gaps`: what the tagger of `statements` left open, by the parse and the cue lists. A source that stands as the subject of a cue
 * is given to a statement that has none; who "was told" something is taken away as its source; and sentences in which the tagger found no
 * statement are looked through with the rules by which `relays` finds statements within statements.
 *
 * Only rules that cost nothing on PolNeAR's articles are used here: the tagger is right more often than any of them. Linear in the tokens;
 * only sentences that hold a word of the cue lists are made into trees.
 */
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { markQuotations, OUTSIDE_MARKS } from '../../language/quotations/mark-quotations.ts';
import { type LemmaMemory, type Range, SentenceWords, sentenceOf, tokensIn } from '../acts/sentence-words.ts';
import type { Attribution, ReadDocument, Role } from '../reading.ts';
import type { CueScout } from '../relays/cue-scout.ts';
import type { Ground } from '../relays/relay.ts';
import { kindOfContent, rangesOf, roleOf } from '../relays/role-of.ts';
import { SentenceTree } from '../relays/sentence-tree.ts';
import { statementId } from '../statements/statement-id.ts';
import { afterDateline } from './after-dateline.ts';
import { findBeforeColon, findBehindDash, findInverted } from './find-beside.ts';
import { findUnfound } from './find-unfound.ts';
import { hasTelling, isTold, sourceOf } from './source-of.ts';

/**
 * Makes the stage that adds to `statements` and mends them.
 *
 * @example
 * const read = createGapReader(lexicon, lemmas, cues);
 * read(document); // document.statements[0].why; // ['verb with a clause, where the tagger found nothing']
 */
export function createGapReader(
  lexicon: Lexicon,
  memory: LemmaMemory,
  scout: CueScout,
): (document: ReadDocument) => void {
  return (document) => {
    document.statements = new GapReader(document, lexicon, memory, scout).read();
  };
}

/** Confidence of a headline's source before a colon. */
const HEADLINE = 0.6;

class GapReader {
  private readonly document: ReadDocument;
  private readonly lexicon: Lexicon;
  private readonly memory: LemmaMemory;
  private readonly scout: CueScout;
  /** Whether each token stands in a headline. */
  private readonly headlines: Uint8Array;

  constructor(document: ReadDocument, lexicon: Lexicon, memory: LemmaMemory, scout: CueScout) {
    this.document = document;
    this.lexicon = lexicon;
    this.memory = memory;
    this.scout = scout;
    this.headlines = new Uint8Array(document.tokens!.length);
    for (const { kind, start, end } of document.blocks) {
      const { first, last } = tokensIn(document.tokens!, [start, end]);
      if (kind === 'headline') this.headlines.fill(1, first, last);
    }
  }

  read(): Attribution[] {
    const { statements, sentences, tokens } = this.document;
    const mended = statements!.map((statement) => this.mend(statement));
    const taken = new Uint8Array(tokens!.length);
    for (const { source, cue, content } of mended)
      for (const role of [source, cue, content])
        for (const { first, last } of rangesOf(this.document, role)) taken.fill(1, first, last);
    const marks = markQuotations(this.document, this.lexicon);
    const found: Attribution[] = [];
    for (let s = 0; s < sentences!.length; s++) {
      const sentence = { first: sentences!.first[s], last: sentences!.last[s] };
      const isTaken = ({ first, last }: Range): boolean => taken.subarray(first, last).includes(1);
      // Where all is taken, nothing can be found.
      if (taken.subarray(sentence.first, sentence.last - 1).every((token) => token === 1)) continue;
      // What is said within a quotation is its speaker's.
      const isQuoted = ({ first }: Range): boolean => marks[first] !== OUTSIDE_MARKS;
      found.push(...this.unfound(sentence, isTaken).filter(({ cue }) => !rangesOf(this.document, cue).some(isQuoted)));
    }
    return found.length === 0 ? mended : [...mended, ...found].sort((a, b) => firstOffset(a) - firstOffset(b));
  }

  /** A statement whose source stands beside what is said: behind the verb, or behind a dash. */
  private withBeside(statement: Attribution): Attribution {
    const content = rangesOf(this.document, statement.content);
    if (statement.source !== null || content.length !== 1) return statement;
    const words = this.wordsOf(sentenceOf(this.document.sentences!, content[0].last - 1));
    const cue = rangesOf(this.document, statement.cue)[0];
    if (cue === undefined) {
      const source = findBehindDash(words, content[0], this.isNamed);
      return source === null ? statement : this.withSource(statement, source, 'source behind a dash');
    }
    const found = findInverted(words, cue, content[0], this.isNamed);
    if (found === null) return statement;
    const source = roleOf(this.document, [found.source!]);
    const told = roleOf(this.document, found.content);
    return this.renamed(
      { ...statement, source, content: told, kind: kindOfContent(this.document, found.content) },
      'source behind its verb',
    );
  }

  /** A statement with the source that its cue has by the parse, without one that only listened, and without a dateline. */
  private mend(given: Attribution): Attribution {
    const statement = this.withBeside(this.withoutDateline(given));
    const cue = rangesOf(this.document, statement.cue)[0];
    if (cue === undefined) return statement;
    const sentence = sentenceOf(this.document.sentences!, cue.first);
    const source = rangesOf(this.document, statement.source);
    // Trees are made only of sentences that may have something to mend.
    if (source.length > 0 && !hasTelling(this.wordsOf(sentence), cue)) return statement;
    const ground = this.groundOf(sentence);
    if (ground === undefined) return statement;
    if (source.length > 0)
      return isTold(ground, cue, source[0]) ? this.withSource(statement, null, 'who is told is no source') : statement;
    const found = sourceOf(ground, cue, rangesOf(this.document, statement.content));
    return found === null ? statement : this.withSource(statement, found, 'source by the parse');
  }

  private withSource(statement: Attribution, source: Range | null, why: string): Attribution {
    return this.renamed({ ...statement, source: source && roleOf(this.document, [source]) }, why);
  }

  /** "PELGARD, April 14 (Corvane) - At least 12 people were killed": the place and the day belong to no role. */
  private withoutDateline(statement: Attribution): Attribution {
    const cut = (role: Role | null): Role | null => {
      const ranges = rangesOf(this.document, role);
      if (ranges.length === 0) return role;
      const sentence = sentenceOf(this.document.sentences!, ranges[0].first);
      if (sentence.first !== ranges[0].first) return role;
      const first = afterDateline(this.wordsOf(sentence));
      return first === sentence.first || first >= ranges[0].last
        ? role
        : roleOf(this.document, [{ first, last: ranges[0].last }, ...ranges.slice(1)]);
    };
    const [source, content] = [cut(statement.source), cut(statement.content)];
    if (source === statement.source && content === statement.content) return statement;
    return this.renamed({ ...statement, source, content }, 'without the dateline');
  }

  private renamed(statement: Attribution, why: string): Attribution {
    const spans = [statement.source, statement.cue, statement.content].map((role) => role?.spans ?? []);
    const id = statementId(this.document.textSha256, spans[0], spans[1], spans[2]);
    return { ...statement, id, why: [...statement.why, why] };
  }

  private unfound(sentence: Range, isTaken: (range: Range) => boolean): Attribution[] {
    const words = this.wordsOf(sentence);
    const beside = this.headlines[sentence.first] === 1 ? findBeforeColon(words, this.isNamed) : null;
    const ground = beside === null ? this.groundOf(sentence) : undefined;
    const found = ground === undefined ? [] : findUnfound(ground, isTaken);
    if (beside !== null && ![beside.source!, beside.cue, ...beside.content].some(isTaken))
      found.push({ ...beside, confidence: HEADLINE, why: 'source before a colon' });
    return found.map(({ source, cue, content, confidence, why }) => {
      const [own, by, told] = [source === null ? [] : [source], [cue], content].map((ranges) =>
        roleOf(this.document, ranges),
      );
      const spans = [own, by, told].map((role) => role?.spans ?? []);
      return {
        id: statementId(this.document.textSha256, spans[0], spans[1], spans[2]),
        kind: kindOfContent(this.document, content),
        source: own,
        cue: by,
        content: told,
        parent: null,
        relayDepth: 0,
        confidence,
        why: [why],
      };
    });
  }

  private readonly isNamed = (token: number): boolean => {
    const { names = [] } = this.document;
    let low = 0;
    for (let high = names.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (names[middle].last <= token) low = middle + 1;
      else high = middle;
    }
    const name = names[low];
    return name !== undefined && name.first <= token && /^(?:person|organization|place)$/.test(name.type);
  };

  private wordsOf(sentence: Range): SentenceWords {
    return new SentenceWords(this.document.tokens!, sentence, this.lexicon, this.memory);
  }

  /** A sentence as the rules look at it; undefined where none of its words can be a cue: nouns alone are for `relays`. */
  private groundOf(sentence: Range): Ground | undefined {
    const tokens = this.document.tokens!;
    const words = this.wordsOf(sentence);
    const region = { first: afterDateline(words), last: sentence.last };
    const scouted = this.scout.look(tokens, words, region);
    if (scouted === undefined || scouted.verbs.length + scouted.phrases.length === 0) return undefined;
    return { words, tree: new SentenceTree(tokens, region), region, scouted, next: null };
  }
}

const firstOffset = ({ source, cue, content }: Attribution): number =>
  Math.min(...[source, cue, content].map((role) => role?.spans[0][0] ?? Infinity));
