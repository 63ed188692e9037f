/**
 * Finds the sides that were approached and gave no answer: *did not respond to a request for comment*, *could not be
 * reached*, *declined to comment*, *calls to the ministry went unanswered*. Found by patterns over words and tags around a
 * few telling words, in bounded reach; the name is the words of the text and is not resolved.
 */
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { PhraseTable } from '../../language/phrases/phrase-table.ts';
import type { Sentences, Span, Tokens } from '../../text/document.ts';
import type { Role, Side } from '../reading.ts';
import { nounPhraseAfter, subjectBefore } from './noun-phrases.ts';
import { type LemmaMemory, type Range, SentenceWords, sentenceOf } from './sentence-words.ts';

/** Words that a telling phrase is built around. */
const TRIGGERS: readonly string[] = [
  ...[
    'comment',
    'respond',
    'responded',
    'reply',
    'replied',
    'answer',
    'answered',
    'return',
    'returned',
    'reached',
    'reach',
  ],
  ...['unanswered', 'unreturned', 'response', 'interviewed', 'unsuccessful', 'contacted', 'approached', 'unavailable'],
];
const REQUESTS =
  /^(?:requests?|questions?|calls?|messages?|e-?mails?|inquir(?:y|ies)|enquir(?:y|ies)|queries|query|letters?|texts?|comment|comments|interview)$/;
/** What may follow "did not respond" where nothing is named that was not responded to. */
const AFTER_SILENCE = /^(?:[.,;]|by|before|in|on|when|immediately|yet|and|but|within|to)$/;
const LONGEST_CUE = 14;
const WHY = 'said to have been asked, with no answer';

interface Match {
  readonly side: Range;
  readonly cue: Range;
}

/** Looks for sides; one serves all documents that the lexicon reads. */
export class SideFinder {
  private readonly lexicon: Lexicon;
  private readonly memory: LemmaMemory;
  private readonly triggers: PhraseTable;

  constructor(lexicon: Lexicon, memory: LemmaMemory) {
    this.lexicon = lexicon;
    this.memory = memory;
    this.triggers = new PhraseTable(lexicon, TRIGGERS);
  }

  /**
   * The sides approached, in order of the text; the same words are given once.
   *
   * @example
   * finder.find('The port did not respond to a request for comment.', tokens, sentences)[0].text; // 'The port'
   */
  find(text: string, tokens: Tokens, sentences: Sentences): Side[] {
    const found = new Map<string, Side>();
    let after = 0;
    for (let t = 0; t < tokens.length; t++) {
      if (t < after || !this.triggers.at(tokens, t, tokens.length, () => true)) continue;
      const words = new SentenceWords(tokens, sentenceOf(sentences, t), this.lexicon, this.memory);
      const match = matchAt(words, t);
      if (!match || match.side.last <= match.side.first) continue;
      after = match.cue.last;
      const side = roleOf(text, tokens, match.side);
      const key = side.text.toLowerCase();
      if (!found.has(key))
        found.set(key, {
          actor: null,
          status: 'approached',
          ...side,
          cue: roleOf(text, tokens, match.cue),
          why: [WHY],
        });
    }
    return [...found.values()];
  }
}

function matchAt(words: SentenceWords, t: number): Match | undefined {
  const lower = words.lower(t);
  if (lower === 'comment') return ofComment(words, t);
  if (/^(?:respond|reply|answer|responded|replied|answered|return|returned)$/.test(lower)) return ofSilence(words, t);
  if (lower === 'reached' || lower === 'reach') return ofReaching(words, t);
  if (lower === 'unanswered' || lower === 'unreturned' || lower === 'unsuccessful') return ofRequests(words, t);
  if (lower === 'response') return fromNobody(words, t);
  if (lower === 'interviewed') return ofRefusal(words, t, t + 1);
  if (lower === 'contacted' || lower === 'approached') return ofApproach(words, t);
  return lower === 'unavailable' && words.lower(t + 1) === 'for' && words.lower(t + 2) === 'comment'
    ? bySubject(words, t, t + 3)
    : undefined;
}

/** "declined to comment", "had no comment", "would not comment", "was not available for comment", "no comment from". */
function ofComment(words: SentenceWords, t: number): Match | undefined {
  if (words.tag(t).startsWith('NN') || words.lower(t - 1) === 'for') {
    const no = words.lower(t - 1) === 'no' ? t - 1 : words.lower(t - 2) === 'no' ? t - 2 : -1;
    if (no >= 0 && /^from$/.test(words.lower(t + 1))) return fromNobody(words, t);
    if (no >= 0 && /^(?:have|make|offer)$/.test(words.lemma(no - 1))) return bySubject(words, no - 1, t + 1);
    if (/^(?:decline|refuse)$/.test(words.lemma(t - 1))) return bySubject(words, t - 1, t + 1);
    if (words.lower(t - 1) === 'for' && words.lower(t - 2) === 'available' && isNegatedBefore(words, t - 2))
      return bySubject(words, t - 2, t + 1);
  }
  return (
    ofRefusal(words, t, t + 1) ??
    (isNegatedBefore(words, t) && !groupHas(words, t, /^(?:can|ca|could)$/)
      ? bySubject(words, t, t + 1, true)
      : undefined)
  );
}

/** "declined to comment", "refused to be interviewed". */
function ofRefusal(words: SentenceWords, t: number, last: number): Match | undefined {
  let to = t - 1;
  while (to > t - 4 && words.has(to) && words.tag(to) !== 'TO') to--;
  if (words.tag(to) !== 'TO') return undefined;
  // "declined through a lawyer to comment".
  for (let verb = to - 1; verb >= to - 6 && words.has(verb); verb--) {
    if (/^(?:decline|refuse)$/.test(words.lemma(verb)) && words.tag(verb).startsWith('VB'))
      return bySubject(words, verb, last);
    if (/^[.;:]$/.test(words.tag(verb))) return undefined;
  }
  return undefined;
}

/** "did not respond to a request", "has not replied", "did not return calls", "calls were not returned". */
function ofSilence(words: SentenceWords, t: number): Match | undefined {
  if (!isNegatedBefore(words, t) && !(words.tag(t - 1) === 'TO' && words.lemma(t - 2) === 'fail')) return undefined;
  // "could not answer": unable, not silent.
  if (groupHas(words, t, /^(?:can|ca|could|will|would|wo|may|might|should|must)$/)) return undefined;
  if (words.tag(t) === 'VBN' && isBe(words, t)) return ofRequests(words, t);
  const last = requestAfter(words, t);
  const mayStandAlone = !words.lemma(t).startsWith('return') && AFTER_SILENCE.test(words.lower(t + 1));
  if (last < 0 && (!mayStandAlone || words.lower(t + 1) === 'to')) return undefined;
  return bySubject(words, t, last < 0 ? t + 1 : last);
}

/** "could not be reached"; "could not reach the mayor for comment". */
function ofReaching(words: SentenceWords, t: number): Match | undefined {
  const isNegated = isNegatedBefore(words, t);
  if (words.lower(t) === 'reached') {
    if (!isNegated || words.lower(t - 1) !== 'be') {
      if (!isNegated || !(words.lower(t - 1) === 'immediately' && words.lower(t - 2) === 'be')) return undefined;
    }
    const last = requestAfter(words, t);
    return bySubject(words, t, last < 0 ? t + 1 : last);
  }
  const attempts = words.tag(t - 1) === 'TO' && /^(?:attempt|effort|unable|fail)$/.test(words.lemma(t - 2));
  if (!isNegated && !attempts) return undefined;
  const side = nounPhraseAfter(words, t + 1);
  const isForComment = words.lower(side.last) === 'for' && words.lower(side.last + 1) === 'comment';
  const isInVain = /^(?:fail|be)$/.test(words.lemma(side.last)) && words.lemma(t - 2) !== 'fail';
  return isForComment || (attempts && isInVain) ? { side, cue: { first: t, last: side.first } } : undefined;
}

/** "calls to the ministry went unanswered", "an email to the port was not returned". */
function ofRequests(words: SentenceWords, t: number): Match | undefined {
  let request = -1;
  for (let before = t - 1; before >= t - 20 && words.has(before); before--) {
    if (/^[.;:]$/.test(words.tag(before))) break;
    const isAttempt = /^(?:attempts?|efforts?)$/.test(words.lower(before));
    if (isAttempt || (REQUESTS.test(words.lower(before)) && words.lower(before) !== 'comment')) request = before;
  }
  if (request < 0) return undefined;
  for (let p = request + 1; p < t; p++) {
    if (/^(?:to|from|with|at)$/.test(words.lower(p)) && !words.tag(p + 1).startsWith('VB')) {
      const side = nounPhraseAfter(words, p + 1);
      return { side, cue: { first: groupStart(words, t), last: t + 1 } };
    }
    if (/^(?:reach|contact)$/.test(words.lower(p)))
      return { side: nounPhraseAfter(words, p + 1), cue: { first: groupStart(words, t), last: t + 1 } };
  }
  return undefined;
}

/** "there was no immediate response from the port". */
function fromNobody(words: SentenceWords, t: number): Match | undefined {
  const isNone = [1, 2, 3].some((n) => words.lower(t - n) === 'no');
  if (!isNone) return undefined;
  for (let p = t + 1; p <= t + 3; p++)
    if (/^from$/.test(words.lower(p))) return { side: nounPhraseAfter(words, p + 1), cue: { first: t - 1, last: p } };
  return undefined;
}

/** "was contacted for comment", "has approached the port for comment". */
function ofApproach(words: SentenceWords, t: number): Match | undefined {
  if (isBe(words, t)) {
    return words.lower(t + 1) === 'for' && REQUESTS.test(words.lower(t + 2)) ? bySubject(words, t, t + 3) : undefined;
  }
  const side = nounPhraseAfter(words, t + 1);
  return words.lower(side.last) === 'for' && words.lower(side.last + 1) === 'comment'
    ? { side, cue: { first: t, last: t + 1 } }
    : undefined;
}

function bySubject(words: SentenceWords, verb: number, last: number, needsRequest = false): Match | undefined {
  if (needsRequest && !/^(?:when|immediately|after)$/.test(words.lower(last)) && requestAfter(words, last - 1) < 0)
    return undefined;
  const first = groupStart(words, verb);
  const end = Math.max(last, requestAfter(words, last - 1));
  return { side: subjectBefore(words, first), cue: { first, last: end } };
}

/** Where the verb group of a verb begins: "did not immediately" of "did not immediately respond". */
function groupStart(words: SentenceWords, verb: number): number {
  let t = verb;
  while (t - 1 > verb - 8 && words.has(t - 1)) {
    const tag = words.tag(t - 1);
    const isAuxiliary = tag === 'MD' || (tag.startsWith('VB') && /^(?:be|have|do|fail|go)$/.test(words.lemma(t - 1)));
    if (!isAuxiliary && !/^(?:RB|TO)$/.test(tag) && words.lower(t - 1) !== "n't") break;
    t--;
  }
  return t;
}

function isNegatedBefore(words: SentenceWords, verb: number): boolean {
  return groupHas(words, verb, /^(?:not|n't|never)$/);
}

/** Whether a word of the verb group before a verb fits. */
function groupHas(words: SentenceWords, verb: number, wanted: RegExp): boolean {
  for (let t = groupStart(words, verb); t < verb; t++) if (wanted.test(words.lower(t))) return true;
  return false;
}

function isBe(words: SentenceWords, participle: number): boolean {
  for (let t = groupStart(words, participle); t < participle; t++) if (words.lemma(t) === 'be') return true;
  return false;
}

/** The token after "to a request for comment", or -1. */
function requestAfter(words: SentenceWords, t: number): number {
  let last = -1;
  for (let next = t + 1; next < t + LONGEST_CUE && words.has(next); next++) {
    if (/^(?:VBD|VBZ|VBP|MD|\.|,|:)$/.test(words.tag(next))) break;
    if (REQUESTS.test(words.lower(next))) last = next + 1;
  }
  return last;
}

function roleOf(text: string, tokens: Tokens, { first, last }: Range): Role {
  const span: Span = [tokens.start[first], tokens.end[last - 1]];
  return { spans: [span], text: text.slice(span[0], span[1]) };
}
