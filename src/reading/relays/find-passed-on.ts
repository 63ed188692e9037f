/**
 * Words by which one source passes on another: "citing a pilot", "which cited a pilot", "quoted by the agency", "quoted the keeper as
 * saying", "quotes the port, which cites a pilot, to the effect that".
 *
 * To whom something was said is none of these: *told the Courier*, and *told the rival Tribune* too, say only who listened, and a letter
 * *seen by the Herald* was read and not passed on.
 */
import type { Range, SentenceWords } from '../acts/sentence-words.ts';
import { cutRange } from './cut-range.ts';
import type { SentenceTree } from './sentence-tree.ts';
import { SOURCE_NOUNS } from './source-nouns.ts';

const PASSES_ON = /^(?:quote|cite)$/;
const SUBJECTS = new Set(['nsubj', 'nsubj:pass']);
const OBJECT = new Set(['obj', 'obl']);
const AGENT = new Set(['obl:agent']);
const AUXILIARIES = new Set(['aux:pass', 'nsubj:pass']);

/** How far behind a verb "to the effect that" is looked for, in tokens: a text without full stops is one sentence. */
const EFFECT_REACH = 60;

/** A source and the words that pass it on, or by which it passes on. */
export interface Citing {
  readonly cue: Range;
  readonly source: Range;
}

/** "citing two officials", "which cited two officials": the source that is cited, and the token of the noun that "which" means. */
export interface Cited extends Citing {
  readonly by?: number;
}

/** "quoted by the agency": who quotes, and the token that is said to be quoted. */
export interface QuotedBy extends Citing {
  readonly quoted: number;
}

/** "the agency quoted the keeper as saying that": the sources with their cues, the outermost first, and the content where it follows. */
export interface QuotedAs {
  readonly sources: readonly Citing[];
  readonly content: Range | null;
}

/**
 * The sources that a sentence says are cited.
 *
 * @param isName whether a token stands in the name of a person, body or place
 * @example
 * findCiting(words, tree, isName)[0].source; // of "Delo, citing two officials, reported": "two officials"
 */
export function findCiting(words: SentenceWords, tree: SentenceTree, isName: (token: number) => boolean): Cited[] {
  const found: Cited[] = [];
  for (let verb = words.first; verb < words.last; verb++) {
    if (!PASSES_ON.test(words.lemma(verb)) || !isBeside(words, tree, verb) || asSaying(words, verb)) continue;
    const noun = objectOf(tree, verb);
    if (noun <= verb || tree.left(noun) > verb + 1 || !(SOURCE_NOUNS.has(words.lemma(noun)) || isName(noun))) continue;
    const source = cutRange(words, verb + 1, endOfPhrase(words, tree, noun));
    // "citing the report as one reason"
    if (source && words.lower(source.last) !== 'as' && effectAfter(words, verb) === 0)
      found.push({
        cue: { first: verb, last: verb + 1 },
        source,
        ...(words.tag(verb) === 'VBG' ? {} : { by: tree.head(verb) }),
      });
  }
  return found;
}

/**
 * Who a sentence says has quoted a source: "the ministry, quoted by the agency", "as quoted by the Tribune".
 *
 * @example
 * findQuotedBy(words, tree)[0].source; // "the agency"
 */
export function findQuotedBy(words: SentenceWords, tree: SentenceTree): QuotedBy[] {
  const found: QuotedBy[] = [];
  for (let verb = words.first; verb < words.last; verb++) {
    if (!PASSES_ON.test(words.lemma(verb)) || words.tag(verb) !== 'VBN' || words.lower(verb + 1) !== 'by') continue;
    if (tree.child(verb, AUXILIARIES) >= 0) continue;
    const noun = tree.head(verb + 1);
    if (noun <= verb + 1) continue;
    const source = cutRange(words, verb + 2, endOfPhrase(words, tree, noun));
    if (source) found.push({ cue: { first: verb, last: verb + 2 }, source, quoted: tree.head(verb) });
  }
  return found;
}

/**
 * Where a sentence quotes somebody "as saying" something, and says who quotes.
 *
 * @example
 * findQuotedAs(words, tree)[0].sources[1].source; // of "The agency quoted the keeper as saying": "the keeper"
 */
export function findQuotedAs(words: SentenceWords, tree: SentenceTree): QuotedAs[] {
  const found = findEffects(words, tree);
  for (let verb = words.first; verb < words.last; verb++) {
    if (!/^VB/.test(words.tag(verb)) || !PASSES_ON.test(words.lemma(verb))) continue;
    const as = asSaying(words, verb);
    if (as === 0) continue;
    const subject = tree.child(verb, SUBJECTS);
    const isPassive = tree.child(verb, AUXILIARIES) >= 0;
    const other = isPassive ? tree.child(verb, AGENT) : objectOf(tree, verb);
    if (subject < 0 || other <= verb || other >= as) continue;
    const before = cutRange(words, tree.left(subject), endOfSubject(words, tree.right(subject) + 1));
    const behind = cutRange(
      words,
      isPassive ? tree.left(other) + 1 : tree.left(other),
      Math.min(tree.right(other) + 1, as),
    );
    if (!before || !behind || before.last > verb) continue;
    const quoting = { first: verb, last: isPassive ? verb + 2 : verb + 1 };
    const saying = { first: as, last: as + 2 };
    const clause = tree.children(as + 1).find((t) => t > as + 1 && tree.relation(t) === 'ccomp');
    found.push({
      sources: [
        { cue: quoting, source: isPassive ? behind : before },
        { cue: saying, source: isPassive ? before : behind },
      ],
      content: clause === undefined ? null : cutRange(words, as + 2, tree.right(clause) + 1),
    });
  }
  return found;
}

/** The object behind a verb, or -1. */
function objectOf(tree: SentenceTree, verb: number): number {
  return tree.children(verb).find((t) => t > verb && OBJECT.has(tree.relation(t))) ?? -1;
}

/** "quotes the port, which cites a pilot, to the effect that …": each source passes on the next one. */
function findEffects(words: SentenceWords, tree: SentenceTree): QuotedAs[] {
  const found: QuotedAs[] = [];
  for (let verb = words.first; verb < words.last; verb++) {
    if (!/^VB[DZPG]$/.test(words.tag(verb)) || !PASSES_ON.test(words.lemma(verb))) continue;
    const effect = effectAfter(words, verb);
    const subject = tree.child(verb, SUBJECTS);
    if (effect === 0 || subject < 0 || subject > verb) continue;
    let cueFirst = verb;
    while (tree.head(cueFirst - 1) === verb && tree.relation(cueFirst - 1) === 'aux') cueFirst--;
    let source = cutRange(words, tree.left(subject), Math.min(endOfSubject(words, tree.right(subject) + 1), cueFirst));
    const sources: Citing[] = [];
    let cue = { first: cueFirst, last: verb + 1 };
    for (let at = verb; at >= 0 && source; ) {
      const noun = objectOf(tree, at);
      if (noun <= at || noun >= effect) break;
      sources.push({ cue, source });
      source = cutRange(words, at + 1, endOfPhrase(words, tree, noun));
      const next = tree.children(noun).find((t) => t > noun && t < effect && PASSES_ON.test(words.lemma(t)));
      at = next !== undefined && isBeside(words, tree, next) ? next : -1;
      if (at >= 0) cue = { first: at, last: at + 1 };
    }
    const content = cutRange(words, effect + 3, tree.right(effect + 2) + 1);
    if (!source || !content || sources.length === 0) continue;
    found.push({ sources: [...sources, { cue: { first: effect, last: effect + 3 }, source }], content });
    verb = effect;
  }
  return found;
}

/** The token of "to" in "to the effect that" behind a verb, or 0. */
function effectAfter(words: SentenceWords, verb: number): number {
  for (let t = verb + 1; t < Math.min(words.last - 3, verb + EFFECT_REACH); t++)
    if (words.lower(t) === 'to' && words.lower(t + 2) === 'effect' && words.lower(t + 3) === 'that') return t;
  return 0;
}

/** A participle, or the verb of "which cites": what stands beside its noun and tells of whom it passes on. */
function isBeside(words: SentenceWords, tree: SentenceTree, verb: number): boolean {
  if (words.tag(verb) === 'VBG') return tree.child(verb, SUBJECTS) < 0;
  const subject = tree.child(verb, SUBJECTS);
  return /^VB[DZP]$/.test(words.tag(verb)) && subject >= 0 && /^(?:which|who)$/.test(words.lower(subject));
}

/** The token of "as" in "as saying" behind a verb, or 0. */
function asSaying(words: SentenceWords, verb: number): number {
  for (let t = verb + 1; t < words.last - 1 && !/^(?:VBD|VBZ|VBP|MD|\.)$/.test(words.tag(t)); t++)
    if (words.lower(t) === 'as' && /^(?:saying|telling|stating|writing)$/.test(words.lower(t + 1))) return t;
  return 0;
}

/** The end of a subject, with a name that the parser took for another one: "the agency Corvane". */
function endOfSubject(words: SentenceWords, from: number): number {
  let end = from;
  while (/^NNPS?$/.test(words.tag(end))) end++;
  return end;
}

/** The end of a noun phrase: at its comma, and with the prepositional phrases that the parser may have hung elsewhere. */
function endOfPhrase(words: SentenceWords, tree: SentenceTree, noun: number): number {
  const last = tree.right(noun) + 1;
  for (let t = noun + 1; t < last; t++)
    if (/^(?:,|:|``|''|\.)$/.test(words.tag(t)) || words.lower(t) === 'on') return t;
  let end = last;
  while (
    /^(?:IN|DT|NN|NNS|NNPS?|JJ|CD|PRP\$|POS|HYPH)$/.test(words.tag(end)) &&
    !/^(?:that|on)$/.test(words.lower(end))
  )
    end++;
  return /^(?:,|\.|)$/.test(words.tag(end)) ? end : last;
}
