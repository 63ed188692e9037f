/** Passives that pass on what nobody is said to have said: "it is believed that …", "the ferry is thought to have sunk". */
import type { Range } from '../acts/sentence-words.ts';
import { cutRange } from '../relays/cut-range.ts';
import { isPassiveVerb } from '../relays/find-subject.ts';
import type { Ground } from '../relays/relay.ts';
import type { Found } from './find-unfound.ts';

const PASSED_ON = /^(?:say|believe|think|understand|report|allege|claim|fear|rumou?r)$/;
const SUBJECTS = new Set(['nsubj:pass', 'expl', 'nsubj']);
const AGENT = new Set(['obl:agent']);
const CLAUSES = /^(?:xcomp|ccomp|csubj|csubj:pass|advcl)$/;
const AUXILIARIES = /^(?:aux|aux:pass)$/;

/**
 * The statements that passives of a sentence make: no source, and as content the clause, with the subject where that is a part of it.
 *
 * @example
 * findPassives(ground)[0].content; // "The ferry", "to have sunk"
 */
export function findPassives({ words, tree, scouted, region }: Ground): Found[] {
  return scouted.verbs.flatMap((verb): Found[] => {
    if (!PASSED_ON.test(words.lemma(verb)) || !isPassiveVerb(words, tree, verb)) return [];
    const auxiliary = tree.children(verb).find((t) => t < verb && AUXILIARIES.test(tree.relation(t)));
    const clause = tree.children(verb).find((t) => t > verb && CLAUSES.test(tree.relation(t)));
    if (auxiliary === undefined || clause === undefined || tree.child(verb, AGENT) >= 0) return [];
    const first = tree.left(clause);
    if (!/^(?:that|to)$/.test(words.lower(first))) return [];
    const cue = { first: auxiliary, last: verb + 1 };
    const told = cutRange(words, first, Math.min(tree.right(clause) + 1, region.last));
    const subject = tree.child(verb, SUBJECTS);
    if (told === null || subject > verb) return [];
    if (subject < region.first || words.lower(subject) === 'it') return [{ source: null, cue, content: [told] }];
    const before = cutRange(words, Math.max(tree.left(subject), region.first), auxiliary);
    return [{ source: null, cue, content: before === null ? [told] : [before, told] }];
  });
}

/**
 * The subject of a passive, where what was found as said is only its infinitive: "the mayor" of "the mayor is said to have left"; null
 * where there is none.
 *
 * @example
 * subjectOfPassive(ground, { first: 2, last: 4 }, { first: 4, last: 7 }); // { first: 0, last: 2 }
 */
export function subjectOfPassive({ words, tree, scouted, region }: Ground, cue: Range, content: Range): Range | null {
  if (words.tag(content.first) !== 'TO' || content.first !== cue.last) return null;
  const verb = scouted.verbs.find((t) => t >= cue.first && t < cue.last && PASSED_ON.test(words.lemma(t)));
  if (verb === undefined || !isPassiveVerb(words, tree, verb) || tree.child(verb, AGENT) >= 0) return null;
  const subject = tree.child(verb, SUBJECTS);
  if (subject < region.first || subject >= cue.first || words.lower(subject) === 'it') return null;
  return cutRange(words, tree.left(subject), cue.first);
}
