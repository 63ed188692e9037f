/**
 * Whether the words of a clause say that it is so or not, and whether it is told as done, planned, possible or owed: from its
 * auxiliaries, adverbs and governing verbs, and from the act of the statement that holds it ("promised to", "demanded that"). A fixed
 * number of looks at each word that hangs on the predicate.
 */
import type { Act } from '../reading.ts';
import type { Claim } from './claim.ts';
import type { Clause } from './find-clauses.ts';
import type { Ground } from './ground.ts';
import { FAILING, FEARED, GOVERNORS, MODALS, type Modality, NEGATIONS, NOBODY, OPEN_ADVERBS } from './modal-words.ts';

/** What the act of a statement makes of an infinitive ("promised to rebuild"), or of a bare subjunctive ("that it be closed"). */
const OF_INFINITIVES: Readonly<Partial<Record<Act['speechAct'], Modality>>> = {
  promised: 'planned',
  announced: 'planned',
  threatened: 'planned',
  agreed: 'planned',
  wanted: 'planned',
  predicted: 'planned',
  demanded: 'obliged',
  asked: 'obliged',
  suggested: 'possible',
  said: 'planned',
};

/** What it makes of a clause, unless its own words say more. */
const OF_CLAUSES: Readonly<Partial<Record<Act['speechAct'], Modality>>> = {
  asked: 'possible',
  speculated: 'possible',
  suggested: 'possible',
  felt: 'possible',
  wanted: 'possible',
};

/** Whether a clause is negated, and how it is meant. */
export interface ReadClause {
  readonly polarity: Claim['polarity'];
  readonly modality: Modality;
}

/**
 * Polarity and modality of a clause.
 *
 * @param act of the statement whose content it is; null in the outlet's own voice
 * @param isTop whether it is the main clause of that content
 * @param slots heads of subject and object, −1 where there is none
 * @example
 * readModality(ground, clause, null, true, [0, -1]); // of "It may sink": { polarity: 'affirmed', modality: 'possible' }
 */
export function readModality(
  ground: Ground,
  clause: Clause,
  act: Act | null,
  isTop: boolean,
  slots: readonly number[],
): ReadClause {
  const { verb, governors } = clause;
  let isNegated = slots.some((head) => head >= 0 && isNobody(ground, head));
  let modality: Modality = 'happened';
  let isSettled = false;
  const settle = (found: Modality | undefined): void => {
    if (found === undefined || isSettled || found === 'happened') return;
    modality = found;
    isSettled = true;
  };
  if (hasCondition(ground, governors[0] ?? verb)) settle('possible');
  for (const at of [...governors, verb]) {
    for (let child = ground.tree.firstChild(at); child >= 0; child = ground.tree.nextChild(child)) {
      const word = ground.word(child);
      if (isNegation(ground, child, word)) isNegated = !isNegated;
      else if (child > at) continue;
      else if (ground.tag(child) === 'MD') settle(modalOf(word, act));
      else if (OPEN_ADVERBS.has(word)) settle('possible');
      // "is to address parliament".
      else if (ground.relation(child) === 'cop' && ground.tag(child + 1) === 'TO') settle('planned');
    }
    if (at === verb) break;
    const lemma = ground.lemma(at);
    if (FAILING.has(lemma)) isNegated = !isNegated;
    settle(lemma === 'be' ? 'planned' : GOVERNORS.get(lemma));
  }
  if (isFeared(ground, verb)) settle('possible');
  if (act?.hypothetical) settle('possible');
  // "Court to hear harbour case".
  if (ground.isHeadline[verb] !== 0 && isInfinitive(ground, governors[0] ?? verb)) settle('planned');
  if (act && isTop) {
    const isNominal = ground.tag(verb).startsWith('NN') && act.speechAct !== 'said';
    settle((isNominal || isInfinitive(ground, governors[0] ?? verb) ? OF_INFINITIVES : OF_CLAUSES)[act.speechAct]);
  }
  return { polarity: isNegated ? 'denied' : 'affirmed', modality };
}

/** What was said to be going to happen is planned: "said it would publish the log". */
function modalOf(word: string, act: Act | null): Modality | undefined {
  if ((word === 'would' || word === "'d") && act !== null) return 'planned';
  return MODALS.get(word);
}

function isNegation(ground: Ground, child: number, word: string): boolean {
  if (word === 'no' && ground.word(child + 1) === 'longer') return true;
  if (!NEGATIONS.has(word)) return false;
  const relation = ground.relation(child);
  return (relation === 'advmod' || relation === 'aux' || relation === 'dep') && ground.word(child + 1) !== 'only';
}

/** "Nobody", "no ships", "neither driver", "none of the crew", "no one". */
function isNobody(ground: Ground, head: number): boolean {
  const word = ground.word(head);
  if (NOBODY.has(word) && !/^(?:more|fewer|less)$/.test(ground.word(head + 1))) return true;
  for (let child = ground.tree.firstChild(head); child >= 0 && child < head; child = ground.tree.nextChild(child)) {
    const before = ground.word(child);
    if (before !== 'no' && before !== 'neither') continue;
    if (!/^(?:more|fewer|less)$/.test(ground.word(child + 1))) return true;
  }
  return false;
}

/** "More than 40 people are feared dead". */
function isFeared(ground: Ground, verb: number): boolean {
  return ground.tag(verb) === 'VBN' && ground.child(verb, 'aux:pass') >= 0 && FEARED.has(ground.lemma(verb));
}

/** "If the gates fail, the town will be under water". */
function hasCondition(ground: Ground, verb: number): boolean {
  for (let child = ground.tree.firstChild(verb); child >= 0; child = ground.tree.nextChild(child)) {
    if (ground.relation(child) !== 'advcl') continue;
    const mark = ground.child(child, 'mark');
    if (mark >= 0 && (ground.word(mark) === 'if' || ground.word(mark) === 'unless')) return true;
  }
  return false;
}

/** "to rebuild", and the bare form of "that it be closed". */
function isInfinitive(ground: Ground, verb: number): boolean {
  const copula = ground.child(verb, 'cop');
  if (ground.isHeadline[verb] !== 0 && ground.relation(verb) === 'acl') return ground.tag(verb) === 'VB';
  const passive = ground.child(verb, 'aux:pass');
  const finite = copula >= 0 ? copula : passive >= 0 ? passive : verb;
  if (ground.tag(finite) !== 'VB') return false;
  for (let child = ground.tree.firstChild(verb); child >= 0 && child < verb; child = ground.tree.nextChild(child))
    if (ground.relation(child) === 'aux' && ground.tag(child) !== 'TO') return false;
  return true;
}
