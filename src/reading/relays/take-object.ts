/** A noun that a verb takes and that tells what is said: "denied wrongdoing", "promised new homes", "called the strike a crime". */
import type { CueEntry } from '../acts/cue-lexicon.ts';
import { CLAIMS } from '../acts/objects.ts';
import type { SentenceWords } from '../acts/sentence-words.ts';
import { DEEDS, DEEDS_BUT_FOR_PREPOSITION, FAULTS, HELD_TO, NAMING, WITH_CLAIM, WITH_OBJECT } from './complements.ts';
import { cutRange } from './cut-range.ts';
import { isPassiveVerb } from './find-subject.ts';
import type { Ground, Taken } from './relay.ts';

/** How many tokens may stand between "put" and "at". */
const PUT_REACH = 9;

/**
 * "denied wrongdoing", "promised them new homes", "apologised for the remark", "accused him of fraud".
 *
 * @example
 * objectAfter(ground, 3, entry)?.content; // of "The board promised new homes": "new homes"
 */
export function objectAfter(ground: Ground, verb: number, entry: CueEntry): Taken | undefined {
  const { words, tree } = ground;
  const after = verb + entry.words.length;
  if (isClaimOfDeed(words, verb, entry)) return objectAt(ground, verb, after);
  if (entry.words[0] === 'say' && entry.words.length === 1) return figureAfter(ground, verb);
  if (entry.words[0] === 'put' && entry.words.length === 1) return putAt(ground, verb);
  if (WITH_CLAIM.has(entry.words.join(' '))) return claimAfter(ground, verb, after);
  if (!isToldOfPast(ground, verb, entry)) return undefined;
  if (entry.words[0] === 'ask' && entry.words.length === 1) return askedFor(ground, verb, after);
  if (NAMING.has(entry.words[0])) return nameGiven(ground, verb, after);
  if (entry.act === 'retracted') return claimAfter(ground, verb, after);
  if (!WITH_OBJECT.has(entry.act)) return undefined;
  if (isPassiveVerb(words, tree, verb) && entry.act !== 'promised') return undefined;
  const [lemma] = entry.words;
  if (DEEDS.has(lemma) && !isFault(ground, verb, entry)) {
    if (!DEEDS_BUT_FOR_PREPOSITION.has(lemma)) return undefined;
    if (!/^(?:with|to)$/.test(prepositionAfter(ground, verb))) return undefined;
  }
  if (entry.act === 'accused' && !/^(?:of|for)$/.test(prepositionAfter(ground, verb))) return undefined;
  return objectAt(ground, verb, after);
}

function objectAt(ground: Ground, verb: number, after: number): Taken | undefined {
  const { words, tree, region } = ground;
  const nouns = tree.children(verb).filter((t) => t > verb && /^(?:obj|obl|iobj|xcomp|advcl)$/.test(tree.relation(t)));
  const addressee = nouns.length > 1 && nouns[0] < nouns[1] ? nouns[0] : -1;
  const isGiven = addressee >= 0 && tree.relation(nouns[1]) === 'obj';
  const [noun] = isGiven ? nouns.slice(1) : nouns;
  if (noun === undefined || !/^(?:NN|PRP|DT|CD|VBG|JJ|FW)/.test(words.tag(noun))) return undefined;
  if (/^(?:nothing|something|anything|everything|so|oneself)$|sel(?:f|ves)$/.test(words.lower(noun))) return undefined;
  const isPrepositional = tree.relation(noun).startsWith('obl') || tree.relation(noun) === 'advcl';
  if (isPrepositional && !/^(?:for|of|to|with)$/.test(words.lower(tree.left(noun))) && tree.left(noun) >= after)
    return undefined;
  const isAtVerb = isGiven || tree.left(noun) <= after + 1;
  if (!isAtVerb) return undefined;
  // "accused him of fraud", "denounced it as a lie", "threatened him with dismissal" go on behind the noun.
  const rest = tree
    .children(verb)
    .filter(
      (t) =>
        t > noun && /^(?:of|for|with|as)$/.test(words.lower(tree.left(t))) && tree.left(t) === tree.right(noun) + 1,
    );
  let end = Math.max(tree.right(noun), ...rest.map((t) => tree.right(t)));
  // "promised new homes by the end of winter"
  for (const child of tree.children(verb))
    if (tree.left(child) === end + 1 && tree.relation(child).startsWith('obl') && words.tag(end + 1) === 'IN')
      end = tree.right(child);
  const content = cutRange(words, Math.max(tree.left(noun), after), Math.min(end + 1, region.last));
  return content ? { content: [content], rule: 'object' } : undefined;
}

/** Of a noun alone only what was done is a statement: "denied it", "has promised homes", "rejects the claim"; not "will reject", "to deny". */
function isToldOfPast({ words, tree }: Ground, verb: number, { act }: CueEntry): boolean {
  const before = tree.children(verb).filter((t) => t < verb);
  const auxiliaries = before.filter((t) => tree.relation(t).startsWith('aux'));
  if (auxiliaries.some((t) => words.tag(t) === 'MD') || words.tag(verb - 1) === 'TO') return false;
  if (/^(?:VBD|VBN)$/.test(words.tag(verb)) || auxiliaries.some((t) => words.lower(t) === 'did')) return true;
  // "does not dispute the date", "left without admitting fault": what is not said is told of as what is.
  const isUndone = /^(?:denied|admitted|confirmed)$/.test(act);
  if (isUndone && before.some((t) => /^(?:not|n't|without)$/.test(words.lower(t))))
    return words.tag(verb) === 'VBG' || auxiliaries.some((t) => words.lemma(t) === 'do');
  return (
    /^(?:VBZ|VBP|VBG)$/.test(words.tag(verb)) &&
    /^(?:denied|accused|demanded)$/.test(act) &&
    tree.relation(verb) !== 'acl:relcl'
  );
}

/** "called the strike a crime", "described it as a lie". */
function nameGiven(ground: Ground, verb: number, after: number): Taken | undefined {
  const { words, tree, region } = ground;
  if (isPassiveVerb(words, tree, verb)) return undefined;
  const [object, name] = tree
    .children(verb)
    .filter((t) => t > verb && /^(?:obj|iobj|obl|xcomp)$/.test(tree.relation(t)));
  if (name === undefined || tree.left(object) !== after || tree.left(name) !== tree.right(object) + 1) return undefined;
  const isAs = words.lower(tree.left(name)) === 'as';
  if (!isAs && !/^(?:obj|xcomp)$/.test(tree.relation(name))) return undefined;
  if (!isAs && !/^(?:NN|JJ)/.test(words.tag(name))) return undefined;
  const content = cutRange(words, tree.left(object), Math.min(tree.right(name) + 1, region.last));
  return content ? { content: [content], rule: 'object' } : undefined;
}

/** "asked the referee for the ball": what is asked for, wherever the parser hung it. */
function askedFor({ words, tree, region }: Ground, verb: number, after: number): Taken | undefined {
  for (let t = after; t < Math.min(region.last, after + 8) && !/^(?:V|MD|W|,|\.|TO)/.test(words.tag(t)); t++) {
    if (words.lower(t) !== 'for' || tree.head(t) < t) continue;
    const content = cutRange(words, t, Math.min(tree.right(tree.head(t)) + 1, region.last));
    return content && !isPassiveVerb(words, tree, verb) ? { content: [content], rule: 'object' } : undefined;
  }
  return undefined;
}

/** "admitted fault", "without admitting any wrongdoing". */
function isFault({ words, tree }: Ground, verb: number, { words: [lemma] }: CueEntry): boolean {
  return (
    lemma === 'admit' &&
    tree.children(verb).some((t) => t > verb && tree.relation(t) === 'obj' && FAULTS.has(words.lemma(t)))
  );
}

/** "says 17", "say 12.40 on Tuesday": a figure that a verb of saying takes, to the end of its clause. */
function figureAfter({ words, tree, region }: Ground, verb: number): Taken | undefined {
  const figure = verb + 1;
  if (words.tag(figure) !== 'CD' || words.lower(figure) === 'one' || tree.head(figure) !== verb) return undefined;
  if (tree.relation(figure) !== 'obj') return undefined;
  let last = figure + 1;
  while (last < region.last && isOfFigure(words, last)) last++;
  const content = /^(?:[.,:]|CC|)$/.test(words.tag(last)) ? cutRange(words, figure, last) : null;
  return content ? { content: [content], rule: 'object' } : undefined;
}

/** "put the toll at 40", "put it at 11:10 on Monday": what is measured, and the figure. */
function putAt({ words, region }: Ground, verb: number): Taken | undefined {
  let at = verb + 1;
  while (
    at < verb + PUT_REACH &&
    /^(?:DT|PRP\$?|JJ|NNP?S?|NNPS|POS|IN|CD)$/.test(words.tag(at)) &&
    words.lower(at) !== 'at'
  )
    at++;
  if (at === verb + 1 || words.lower(at) !== 'at') return undefined;
  let last = at + 1;
  while (/^(?:RB|RBR|JJR|JJS|IN|\$|DT)$/.test(words.tag(last)) && last < at + 4) last++;
  if (words.tag(last) !== 'CD') return undefined;
  while (last < region.last && isOfFigure(words, last)) last++;
  const content = cutRange(words, verb + 1, Math.min(last, region.last));
  return content ? { content: [content], rule: 'object' } : undefined;
}

/** Whether a word goes on with a figure: "40 of the crew", "12.40 on Tuesday morning". */
function isOfFigure(words: SentenceWords, t: number): boolean {
  return words.tag(t) === 'IN'
    ? /^(?:of|on|in|at)$/.test(words.lower(t))
    : /^(?:CD|\$|NNP?S?|NNPS|DT|JJ|TO)$/.test(words.tag(t));
}

/** "stands by its report", "withdrew the statement": what was said before, or the figure of it. */
function claimAfter({ words, tree, region }: Ground, verb: number, after: number): Taken | undefined {
  const noun = tree
    .children(verb)
    .find((t) => t > verb && /^(?:obj|obl|obl:unmarked|obl:agent)$/.test(tree.relation(t)) && tree.right(t) >= after);
  if (noun === undefined || !(CLAIMS.has(words.lemma(noun)) || HELD_TO.has(words.lemma(noun)))) return undefined;
  const first = Math.max(tree.left(noun), after);
  for (let t = after; t < first; t++) if (!/^(?:IN|TO|RB)$/.test(words.tag(t))) return undefined;
  const content = cutRange(words, first, Math.min(tree.right(noun) + 1, region.last));
  return content ? { content: [content], rule: 'object' } : undefined;
}

/** "claimed responsibility": of the nouns that "claim" takes, the one that is said and not taken. */
function isClaimOfDeed(words: SentenceWords, verb: number, entry: CueEntry): boolean {
  return entry.words[0] === 'claim' && words.lemma(verb + 1) === 'responsibility';
}

function prepositionAfter({ words, tree }: Ground, verb: number): string {
  for (const child of tree.children(verb)) {
    const lower = words.lower(tree.left(child));
    if (child > verb && /^(?:of|for|with|to)$/.test(lower)) return lower;
  }
  return '';
}
