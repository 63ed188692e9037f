/** Attribution by nouns: "the union's claim that", "its promise to", "reports that". */
import { entryAt } from '../acts/find-act.ts';
import type { Range } from '../acts/sentence-words.ts';
import type { SpeechAct } from '../acts/speech-acts.ts';
import { cutRange } from './cut-range.ts';
import type { Ground, Relay } from './relay.ts';

/** Nouns that attribute where nobody is named, too: "rumours that", not "hope that". */
const WITHOUT_SOURCE: ReadonlySet<string> = new Set(
  `claim report allegation accusation rumour rumor suggestion assertion prediction speculation contention insinuation forecast complaint
  denial announcement confirmation`.split(/\s+/),
);
/** Acts of nouns that take an infinitive: "its pledge to", "a threat to"; the noun needs somebody. */
const WITH_INFINITIVE: ReadonlySet<SpeechAct> = new Set<SpeechAct>(['promised', 'threatened', 'demanded']);
/** Nouns of the lists that tell of no words where a clause follows: "in case of doubt that", "the will that". */
const SILENT: ReadonlySet<string> = new Set('will mind eye doubt sign charge order call read cry'.split(' '));
/** Verbs that do with a noun what it says: the noun's source is their subject. */
const LIGHT: ReadonlySet<string> = new Set(['make', 'give', 'issue', 'repeat', 'voice', 'express', 'raise']);

/**
 * The attributions by nouns in a region.
 *
 * @example
 * findNouns(ground)[0].cue; // of "rejected the union's claim that it sank": the token of "claim"
 */
export function findNouns(ground: Ground): Relay[] {
  const { words } = ground;
  const found: Relay[] = [];
  for (const t of ground.scouted.nouns) {
    const by = sourceBehind(ground, t);
    const opens = by ? by.last : t + 1;
    const isThat = words.lower(opens) === 'that' && words.tag(opens) === 'IN';
    if (!isThat && !(words.tag(opens) === 'TO' && words.tag(opens + 1) === 'VB')) continue;
    const entry = entryAt(words, t);
    if (!entry || entry.wordClass === 'other' || SILENT.has(entry.words[0])) continue;
    if (!isThat && !WITH_INFINITIVE.has(entry.act)) continue;
    const content = clauseAt(ground, opens);
    if (!content) continue;
    const source = by ? { first: by.first + 1, last: by.last } : (ownerOf(ground, t) ?? giverOf(ground, t));
    if (source === null && (!isThat || !WITHOUT_SOURCE.has(entry.words[0]))) continue;
    found.push({ source, cue: { first: t, last: t + 1 }, content: [content], rule: 'noun' });
  }
  return found;
}

/** The clause that a "that" or "to" opens: what the word that it marks reaches. */
function clauseAt({ words, tree, region }: Ground, opens: number): Range | null {
  const head = tree.head(opens);
  if (head <= opens || head >= region.last || tree.left(head) < opens) return null;
  return cutRange(words, opens, Math.min(tree.right(head) + 1, region.last));
}

/** "the union" of "the union's claim", "its" of "its claim"; null where nobody owns the noun. */
function ownerOf({ words, tree, region }: Ground, noun: number): Range | null {
  const owner = tree.children(noun).find((t) => t < noun && tree.relation(t) === 'nmod:poss');
  if (owner === undefined || tree.left(owner) < region.first) return null;
  let last = tree.right(owner) + 1;
  while (last > owner + 1 && words.tag(last - 1) === 'POS') last--;
  return last > tree.left(owner) ? { first: tree.left(owner), last } : null;
}

/** The subject of a verb that does no more than the noun says: "an inmate made an allegation that". */
function giverOf({ words, tree, region }: Ground, noun: number): Range | null {
  const verb = tree.head(noun);
  if (verb < region.first || verb > noun || tree.relation(noun) !== 'obj' || !LIGHT.has(words.lemma(verb))) return null;
  const subject = tree.children(verb).find((t) => t < verb && tree.relation(t) === 'nsubj');
  if (subject === undefined || tree.left(subject) < region.first || /^(?:WP|WDT)$/.test(words.tag(subject)))
    return null;
  return { first: tree.left(subject), last: Math.min(tree.right(subject) + 1, verb) };
}

/** "by the union" of "the claim by the union that", with the preposition; null where no such phrase leads to a clause. */
function sourceBehind({ words, region }: Ground, noun: number): Range | null {
  if (!/^(?:by|from)$/.test(words.lower(noun + 1))) return null;
  let last = noun + 2;
  while (last < region.last && last < noun + 10 && /^(?:DT|JJ|NN|NNS|NNPS?|CD|PRP\$?|POS|IN)$/.test(words.tag(last))) {
    if (words.lower(last) === 'that') return last > noun + 2 ? { first: noun + 1, last } : null;
    last++;
  }
  return null;
}
