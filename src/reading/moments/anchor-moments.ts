/**
 * What each moment hangs on, by the parse: an act of saying, or the word that tells an event ("sank" of "sank on Monday", "vote" of "the
 * vote on Monday"); and the times that are counted from an event, resolved where the article dates that event (event-times.ts). A
 * constant number of tokens is looked at for each moment.
 */
import { RELATIONS } from '../../language/parse/relations.ts';
import { XPOS_TAGS } from '../../language/tag/tags.ts';
import type { Tokens } from '../../text/document.ts';
import type { LemmaMemory } from '../acts/sentence-words.ts';
import { sentenceOf, tokensIn } from '../acts/sentence-words.ts';
import type { Moment, MomentAnchor, ReadDocument } from '../reading.ts';
import { type Counted, countFrom, EventTimes, onlyTakesPlace } from './event-times.ts';

/** Steps from a moment to the word that it hangs on, over adverbs and prepositions. */
const MOST_STEPS = 4;
/** Tokens beside a verb that are looked at for its subject, and behind "after" for the event. */
const REACH = 14;

/** A moment in tokens, and the token that it hangs on; −1 where there is none. */
interface Hung {
  readonly moment: Moment;
  readonly first: number;
  readonly last: number;
  readonly on: number;
}

/**
 * The moments of a document with their anchors, in the same order.
 *
 * @param document with moments, `said`, tags and parse
 * @example
 * anchorMoments(document, memory)[0].anchor; // { kind: 'event', spans: [[4, 8]], statement: null }
 */
export function anchorMoments(document: ReadDocument, memory: LemmaMemory): Moment[] {
  const tokens = document.tokens!;
  const sayings = sayingsOf(document);
  const times = new EventTimes();
  const lemma = (t: number): string => memory.lemma(tokens.lexeme[t], tokens.upos[t], tokens.xpos[t]);
  const hung = document.moments!.map((moment): Hung => {
    const { first, last } = tokensIn(tokens, [moment.start, moment.end]);
    const on = anchorOf(document, first, last);
    if (on >= 0 && moment.edtf !== null && !sayings.has(moment.id)) {
      times.add(lemma(on), moment);
      const subject = onlyTakesPlace(lemma(on)) || XPOS_TAGS[tokens.xpos[on]] === 'CD' ? subjectOf(document, on) : -1;
      if (subject >= 0) times.add(lemma(subject), moment);
    }
    return { moment, first, last, on };
  });
  return hung.map(({ moment, first, last, on }) => {
    const anchor = sayings.get(moment.id) ?? eventAt(tokens, on);
    const counted = moment.timex?.type === 'DURATION' ? countedFrom(document, first, last, moment, times, lemma) : null;
    return { ...moment, ...counted, anchor };
  });
}

/** The moments that tell when something was said. */
function sayingsOf({ statements = [], said = [] }: ReadDocument): Map<string, MomentAnchor> {
  const sayings = new Map<string, MomentAnchor>();
  for (const [s, statement] of statements.entries()) {
    const at = said[s];
    if (!at || sayings.has(at.moment)) continue;
    sayings.set(at.moment, { kind: 'saying', spans: statement.cue?.spans ?? [], statement: statement.id });
  }
  return sayings;
}

function eventAt(tokens: Tokens, on: number): MomentAnchor | null {
  return on < 0 ? null : { kind: 'event', spans: [[tokens.start[on], tokens.end[on]]], statement: null };
}

/** The verb, noun or adjective that the tokens [first, last) hang on; −1 where they hang on nothing. */
function anchorOf({ tokens, sentences }: ReadDocument, first: number, last: number): number {
  const { head, xpos } = tokens!;
  const sentence = sentenceOf(sentences!, first);
  let at = -1;
  for (let t = last - 1; t >= first && at < 0; t--) {
    if (head[t] >= sentence.first && head[t] < sentence.last && (head[t] < first || head[t] >= last)) at = head[t];
    // "The vote was on Friday": the time is what is said of its subject.
    else if (head[t] < 0 && isPredicate(tokens!, t, sentence.first)) return t;
  }
  for (let step = 0; at >= 0 && step < MOST_STEPS; step++) {
    if (/^(?:VB|NN|JJ|CD)/.test(XPOS_TAGS[xpos[at]])) return at;
    at = head[at] >= sentence.first ? head[at] : -1;
  }
  return at;
}

function isPredicate({ head, relation }: Tokens, t: number, first: number): boolean {
  for (let u = t - 1; u >= first && u >= t - REACH; u--)
    if (head[u] === t && RELATIONS[relation[u]] === 'cop') return true;
  return false;
}

/** The subject of a verb or predicate, looked for before it. */
function subjectOf({ tokens, sentences }: ReadDocument, of: number): number {
  const { head, relation } = tokens!;
  const { first } = sentenceOf(sentences!, of);
  for (let t = of - 1; t >= first && t >= of - REACH; t--)
    if (head[t] === of && RELATIONS[relation[t]].startsWith('nsubj')) return t;
  return -1;
}

const SIDES: Readonly<Record<string, -1 | 1>> = { after: 1, following: 1, before: -1, 'prior to': -1, 'ahead of': -1 };

/** A length before or after an event, with its date where the event has one; null where the length stands beside none. */
function countedFrom(
  { text, tokens, sentences }: ReadDocument,
  first: number,
  last: number,
  { known, why }: Moment,
  times: EventTimes,
  lemma: (t: number) => string,
): (Partial<Counted> & Pick<Moment, 'basis' | 'why'>) | null {
  const sentence = sentenceOf(sentences!, first);
  const word = (t: number): string =>
    t < sentence.last ? text.slice(tokens!.start[t], tokens!.end[t]).toLowerCase() : '';
  const isTwo = !(word(last) in SIDES);
  const preposition = isTwo ? `${word(last)} ${word(last + 1)}` : word(last);
  const sign = SIDES[preposition];
  if (sign === undefined) return null;
  const event = eventBehind(tokens!, last, last + (isTwo ? 2 : 1), sentence.last);
  if (event < 0) return null;
  const basis = 'relative:event';
  const told = `${preposition} the event “${word(event)}”`;
  const day = times.dayOf(lemma(event));
  if (typeof day !== 'number') {
    const open = day === null ? 'which the article dates on several days' : 'which the article does not date';
    return { basis, why: [...why, `${told}, ${open}`] };
  }
  const unit = typeof known.unit === 'string' ? known.unit : '';
  const counted = countFrom(day, unit, typeof known.count === 'number' ? known.count : null, sign);
  return { ...counted, basis, why: [...why, `${told}, which the article dates elsewhere`] };
}

/** The word for the event behind a preposition: what the preposition hangs on, else the first noun or verb. */
function eventBehind({ head, xpos }: Tokens, preposition: number, from: number, stop: number): number {
  const on = head[preposition];
  if (on >= from && on < Math.min(stop, from + REACH)) return on;
  for (let t = from; t < Math.min(stop, from + REACH); t++) if (/^(?:NN|VB)/.test(XPOS_TAGS[xpos[t]])) return t;
  return -1;
}
