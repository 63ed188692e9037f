/**
 * Who an article says is accused: the object of a statement that accuses or criticises (*accused Velmora of sending a flood*), or its subject in a
 * passive (*Hydrovel was accused of …*). Only somebody with a name; only where the act took place.
 */
import { RELATIONS } from '../../language/parse/relations.ts';
import { type Range, tokensIn } from '../acts/sentence-words.ts';
import type { ActorBook, Draft } from './actor-book.ts';
import type { Ground } from './ground.ts';

/** Somebody accused, the words that name them there, and the statement that accuses. */
export interface Accused {
  readonly draft: Draft;
  readonly words: Range;
  readonly statement: number;
}

const OBJECT = RELATIONS.indexOf('obj');
const PASSIVE_SUBJECT = RELATIONS.indexOf('nsubj:pass');
const PASSIVE = RELATIONS.indexOf('aux:pass');
/** How far from the cue the object may stand, in tokens. */
const REACH = 12;

/**
 * The accused of a document, in order of its statements.
 *
 * @example
 * findAccused(ground, book)[0].draft.names.length; // 2
 */
export function findAccused(ground: Ground, book: ActorBook): Accused[] {
  const { statements, acts } = ground.document;
  return (statements ?? []).flatMap(({ cue, source }, statement) => {
    const act = acts?.[statement];
    if (!act || !cue || act.negated || act.hypothetical) return [];
    if (act.speechAct !== 'accused' && act.speechAct !== 'criticised') return [];
    const words = targetOf(ground, tokensIn(ground.tokens, cue.spans[0]));
    if (words === null) return [];
    const mention = ground
      .mentionsOver(words.first)
      .map((m) => ground.mentions[m])
      .find(({ head, entity }) => head === words.first && entity !== null);
    if (!mention) return [];
    const draft = book.ofEntity(mention.entity!);
    const own = source === null ? null : tokensIn(ground.tokens, source.spans[0]);
    // Who accuses himself accuses nobody.
    const isOwn = own !== null && draft.ranges.some(({ first, last }) => own.first <= first && last <= own.last);
    return draft.names.length === 0 || isOwn ? [] : [{ draft, words: mention, statement }];
  });
}

/** The head of whom a verb of a cue accuses; null where the parse does not say. */
function targetOf({ tokens }: Ground, { first, last }: Range): Range | null {
  const { head, relation, length } = tokens;
  const isPassive = (verb: number): boolean => {
    for (let t = Math.max(0, verb - REACH); t < verb; t++) if (head[t] === verb && relation[t] === PASSIVE) return true;
    return false;
  };
  for (let verb = last - 1; verb >= first; verb--) {
    const wanted = isPassive(verb) ? PASSIVE_SUBJECT : OBJECT;
    for (let t = Math.max(0, verb - REACH); t < Math.min(length, verb + REACH); t++)
      if (head[t] === verb && relation[t] === wanted) return { first: t, last: t + 1 };
  }
  return null;
}
