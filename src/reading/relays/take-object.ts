/** A noun that a verb takes and that tells what is said: "denied wrongdoing", "promised new homes", "called the strike a crime". */
import type { CueEntry } from '../acts/cue-lexicon.ts';
import type { SentenceWords } from '../acts/sentence-words.ts';
import { DEEDS, DEEDS_BUT_FOR_PREPOSITION, NAMING, WITH_OBJECT } from './complements.ts';
import { cutRange } from './cut-range.ts';
import { isPassiveVerb } from './find-subject.ts';
import type { Ground, Taken } from './relay.ts';

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
  if (!isToldOfPast(ground, verb, entry)) return undefined;
  if (entry.words[0] === 'ask' && entry.words.length === 1) return askedFor(ground, verb, after);
  if (NAMING.has(entry.words[0])) return nameGiven(ground, verb, after);
  if (!WITH_OBJECT.has(entry.act)) return undefined;
  if (isPassiveVerb(words, tree, verb) && entry.act !== 'promised') return undefined;
  const [lemma] = entry.words;
  if (DEEDS.has(lemma)) {
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
  const auxiliaries = tree.children(verb).filter((t) => t < verb && tree.relation(t).startsWith('aux'));
  if (auxiliaries.some((t) => words.tag(t) === 'MD') || words.tag(verb - 1) === 'TO') return false;
  if (/^(?:VBD|VBN)$/.test(words.tag(verb)) || auxiliaries.some((t) => words.lower(t) === 'did')) return true;
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
