/** What is said: the clause, quotation, infinitive or object that a verb takes, within the content that the verb stands in. */
import type { CueEntry } from '../acts/cue-lexicon.ts';
import type { Range, SentenceWords } from '../acts/sentence-words.ts';
import type { SpeechAct } from '../acts/speech-acts.ts';
import { isPassiveVerb } from './find-subject.ts';
import type { Ground, RelayRule } from './relay.ts';

/** Acts that an infinitive can tell: "promised to", "told them to", "expects prices to". */
const WITH_INFINITIVE: ReadonlySet<SpeechAct> = new Set<SpeechAct>([
  ...(['promised', 'threatened', 'demanded', 'asked', 'predicted', 'warned', 'suggested'] as const),
]);
/** Verbs that tell more with an infinitive than that somebody did something. */
const WITH_INFINITIVE_ALSO: ReadonlySet<string> = new Set(['tell', 'remind', 'claim', 'profess', 'confess', 'admit']);
/** Of those, verbs that do not: "offered to help" is an offer, but "projected to grow", "ordered to stand" need their object. */
const DEEDS_WITH_INFINITIVE: ReadonlySet<string> = new Set([
  'undertake',
  'volunteer',
  'bet',
  'float',
  'encourage',
  'commit',
]);
/** Acts that a noun can tell by itself: "denied wrongdoing", "promised new homes". */
const WITH_OBJECT: ReadonlySet<SpeechAct> = new Set<SpeechAct>([
  ...([
    'denied',
    'promised',
    'demanded',
    'accused',
    'praised',
    'criticised',
    'apologised',
    'admitted',
    'predicted',
  ] as const),
  ...(['threatened', 'confirmed', 'suggested', 'announced'] as const),
]);
/** Verbs of those acts that are often done without words: "attacked the convoy", "welcomed guests", "contested the seat". */
const DEEDS: ReadonlySet<string> = new Set([
  ...[
    'attack',
    'blast',
    'bash',
    'slam',
    'assail',
    'savage',
    'fault',
    'champion',
    'celebrate',
    'cheer',
    'toast',
    'welcome',
    'brand',
  ],
  ...[
    'oppose',
    'protest',
    'contest',
    'order',
    'request',
    'require',
    'press',
    'command',
    'direct',
    'lobby',
    'charge',
    'finger',
  ],
  ...[
    'offer',
    'volunteer',
    'commit',
    'undertake',
    'guarantee',
    'project',
    'expect',
    'envisage',
    'bet',
    'float',
    'advocate',
  ],
  ...[
    'introduce',
    'appoint',
    'publish',
    'decide',
    'resolve',
    'inform',
    'notify',
    'verify',
    'attest',
    'certify',
    'back',
    'honor',
  ],
  ...[
    'honour',
    'credit',
    'petition',
    'appeal',
    'summon',
    'compel',
    'push',
    'disown',
    'unveil',
    'implicate',
    'hint',
    'allude',
  ],
  ...[
    'nod',
    'encourage',
    'counsel',
    'authenticate',
    'substantiate',
    'confess',
    'pan',
    'lash',
    'hit',
    'fire',
    'shoot',
    'admit',
  ],
  ...[
    'brush',
    'wave',
    'pour',
    'distance',
    'plead',
    'anticipate',
    'threaten',
    'instruct',
    'beg',
    'swear',
    'nominate',
    'mock',
  ],
]);
/** Cues of these acts stand behind what they attribute: "The road is closed, police warn". */
const BEHIND: ReadonlySet<SpeechAct> = new Set<SpeechAct>([
  ...(['said', 'announced', 'warned', 'predicted', 'confirmed', 'admitted', 'found', 'thought', 'suggested'] as const),
  'promised',
]);

/** Verbs that give a name to what they take. */
const NAMING: ReadonlySet<string> = new Set([
  'call',
  'describe',
  'label',
  'term',
  'dub',
  'characterize',
  'characterise',
]);

/** Verbs whose object is a source: find-passed-on.ts is for them. */
const PASSING_ON: ReadonlySet<string> = new Set(['quote', 'cite']);

const AGENT = new Set(['obl:agent']);
const CLAUSES = new Set(['ccomp', 'xcomp', 'advcl', 'acl', 'acl:relcl', 'csubj', 'parataxis']);
const NOUNS = new Set(['obj', 'iobj', 'obl', 'obl:agent', 'nmod', 'obl:unmarked']);
const SUBJECTS = new Set(['nsubj', 'nsubj:pass', 'expl', 'csubj', 'nsubj:outer']);
const CLOSING: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': "'",
  '"': '"',
  "'": "'",
  '``': "''",
  '«': '»',
  '„': '“',
};
const QUESTION = /^(?:whether|if|how|why|what|who|where|when|which|whom|whose)$/;

/** What a verb takes, and by which rule that was found. */
export interface Taken {
  readonly content: readonly Range[];
  readonly rule: RelayRule;
}

/**
 * The content of a verb; undefined where it takes none that is said.
 *
 * @param entry the verb's entry in the lists
 * @param source where the speaker is named, or null
 * @example
 * findContent(ground, 5, entry, source)?.content; // of "the crew refused to say why": "why …"
 */
export function findContent(ground: Ground, verb: number, entry: CueEntry, source: Range | null): Taken | undefined {
  return (
    quotationAfter(ground, verb, entry) ??
    clauseAfter(ground, verb, entry) ??
    objectAfter(ground, verb, entry) ??
    nextPart(ground, verb) ??
    clauseBefore(ground, verb, entry, source)
  );
}

/** "said ‘run’", "told them only “to pray”": a quotation behind the verb, with no more than an addressee between. */
function quotationAfter({ words, tree, region }: Ground, verb: number, entry: CueEntry): Taken | undefined {
  let t = verb + entry.words.length;
  const end = Math.min(region.last, t + 12);
  while (t < end && words.tag(t) !== '``') {
    if (/^(?:VB|MD|W|IN|TO)/.test(words.tag(t)) || words.lower(t) === 'that') return undefined;
    const isBetween = /^(?:RB|,|:|PRP|RP)$/.test(words.tag(t)) || isBelow(tree, t, verb, /^(?:obj|iobj)$/);
    if (!isBetween) return undefined;
    t++;
  }
  if (t >= end || entry.act === 'felt') return undefined;
  if (isPassiveVerb(words, tree, verb) && tree.child(verb, AGENT) < 0) return undefined;
  const close = closingOf(words, t, region.last);
  // “temporary” huts: the quotation is part of a phrase.
  if (close < 0 || close === t + 1 || /^(?:NN|JJ|VB)/.test(words.tag(close + 1))) return undefined;
  return { content: [{ first: t, last: close + 1 }], rule: 'quotation' };
}

/** A clause or an infinitive that hangs on the verb, or on a noun between it and the verb: "told the police that". */
function clauseAfter(ground: Ground, verb: number, entry: CueEntry): Taken | undefined {
  const { words, tree, region } = ground;
  const own = tree.children(verb).filter((t) => t > verb);
  const adopted = own
    .filter((t) => NOUNS.has(tree.relation(t)))
    .flatMap((noun) =>
      tree.children(noun).filter((t) => t > noun && CLAUSES.has(tree.relation(t)) && isClearlyClause(ground, t)),
    );
  for (const clause of [...own.filter((t) => CLAUSES.has(tree.relation(t))), ...adopted]) {
    const first = openingOf(words, Math.max(tree.left(clause), verb + 1));
    if (first >= region.last || first > clause) continue;
    if (isInterrupted(words, verb + entry.words.length, first)) continue;
    const rule = kindOfClause(ground, verb, entry, clause, first);
    if (!rule || (rule === 'infinitive' && !isTold(ground, verb, entry))) continue;
    const isOfObject = rule === 'infinitive' && (entry.act === 'accused' || entry.act === 'predicted');
    const from = isOfObject ? objectFirst(ground, verb, first) : first;
    // "they expect you to", "expect to": a demand or an intention, and no prediction.
    if (isOfObject && entry.act === 'predicted' && (from === first || words.tag(from) === 'PRP')) continue;
    const content = cut(words, from, Math.min(tree.right(clause) + 1, region.last));
    if (content) return { content: [content], rule };
  }
  return undefined;
}

/** Whether another clause, or the end of one, stands between a verb and what seems to be its clause: then the parse is wrong. */
function isInterrupted(words: SentenceWords, from: number, to: number): boolean {
  for (let t = from; t < to; t++)
    if (/^(?:VBD|VBZ|VBP|MD|\.|W)/.test(words.tag(t)) || words.lower(t) === ';') return true;
  return false;
}

/** Where a passive names nobody, only a few verbs tell of words: "were told to leave", not "were expected to", "should be asked to". */
function isTold({ words, tree }: Ground, verb: number, entry: CueEntry): boolean {
  if (!isPassiveVerb(words, tree, verb)) return true;
  if (tree.child(verb, AGENT) >= 0) return true;
  const isModal = tree.children(verb).some((t) => t < verb && words.tag(t) === 'MD');
  return !isModal && /^(?:tell|order|instruct|advise|warn|urge)$/.test(entry.words[0]);
}

function kindOfClause(
  { words, tree }: Ground,
  verb: number,
  entry: CueEntry,
  clause: number,
  first: number,
): RelayRule | undefined {
  const lower = words.lower(first);
  const relation = tree.relation(clause);
  // "all that they say that happened": the second "that" is a subject.
  if (lower === 'that' && tree.relation(first) === 'mark')
    return /^(?:VBD|VBZ|VBP|MD)$/.test(words.tag(first + 1)) ? undefined : 'clause';
  const asks = relation === 'ccomp' || (lower === 'whether' && tree.relation(first) === 'mark');
  if (QUESTION.test(lower) && asks) return takesQuestion(entry, lower) ? 'clause' : undefined;
  if (words.tag(first) === 'TO' && words.tag(first + 1) !== 'NN') {
    const lemma = entry.words[0];
    const isOpen =
      WITH_INFINITIVE_ALSO.has(lemma) || (WITH_INFINITIVE.has(entry.act) && !DEEDS_WITH_INFINITIVE.has(lemma));
    const isGerund = words.tag(clause) === 'VBG';
    if (isGerund) return entry.act === 'admitted' || entry.act === 'apologised' ? 'infinitive' : undefined;
    return isOpen && /^(?:xcomp|ccomp|advcl|acl)$/.test(relation) ? 'infinitive' : undefined;
  }
  if (words.tag(clause) === 'VBG') {
    const isDone = entry.act === 'denied' || entry.act === 'admitted' || entry.act === 'suggested';
    if (isDone && relation === 'xcomp') return 'infinitive';
    const isBlamed = /^(?:accused|praised|criticised|apologised|admitted)$/.test(entry.act);
    return isBlamed && /^(?:of|for|with|to)$/.test(lower) ? 'infinitive' : undefined;
  }
  if (relation !== 'ccomp' || entry.act === 'declined') return undefined;
  // A bare clause needs its own subject: "said they were fishermen".
  const subject = tree.child(clause, SUBJECTS);
  if (subject <= verb || subject >= clause) return undefined;
  // "the moment they told us would never come": an addressee, not a subject.
  return /^(?:me|us|him|them)$/.test(words.lower(subject)) ? undefined : 'clause';
}

/** Whether a clause that hangs on a noun is what the verb takes, not one that describes the noun. */
function isClearlyClause({ words, tree }: Ground, clause: number): boolean {
  const first = openingOf(words, tree.left(clause));
  if (/^(?:that|whether)$/.test(words.lower(first))) return tree.relation(first) === 'mark';
  return words.tag(first) === 'TO';
}

/** Of what is known or found out, "whether" leaves open what "who" and "why" do not tell: "knows why he left" attributes nothing. */
function takesQuestion({ act, words }: CueEntry, opener: string): boolean {
  if (act === 'thought' || act === 'found') return opener === 'whether' || opener === 'if';
  return act !== 'wanted' && act !== 'felt' && words[0] !== 'discuss';
}

/** "denied wrongdoing", "promised them new homes", "apologised for the remark", "accused him of fraud". */
function objectAfter(ground: Ground, verb: number, entry: CueEntry): Taken | undefined {
  const { words, tree, region } = ground;
  const after = verb + entry.words.length;
  if (isClaimOfDeed(words, verb, entry)) return objectAt(ground, verb, after);
  if (!isToldOfPast(ground, verb, entry)) return undefined;
  if (NAMING.has(entry.words[0])) return nameGiven(ground, verb, after);
  if (!WITH_OBJECT.has(entry.act)) return undefined;
  if (isPassiveVerb(words, tree, verb) && entry.act !== 'promised') return undefined;
  const [lemma, preposition] = entry.words;
  if (DEEDS.has(lemma)) {
    const isThreat = /^(?:threaten|admit|confess)$/.test(lemma);
    if (!isThreat && !(entry.words.length > 1 && preposition !== undefined)) return undefined;
    if (isThreat && !/^(?:with|to)$/.test(prepositionAfter(ground, verb))) return undefined;
  }
  if (entry.act === 'accused' && !/^(?:of|for)$/.test(prepositionAfter(ground, verb))) return undefined;
  return objectAt(ground, verb, after, region);
}

function objectAt(ground: Ground, verb: number, after: number, region = ground.region): Taken | undefined {
  const { words, tree } = ground;
  const nouns = tree.children(verb).filter((t) => t > verb && /^(?:obj|obl|iobj|xcomp|advcl)$/.test(tree.relation(t)));
  const addressee = nouns.length > 1 && nouns[0] < nouns[1] ? nouns[0] : -1;
  const isGiven = addressee >= 0 && tree.relation(nouns[1]) === 'obj';
  const [noun] = isGiven ? nouns.slice(1) : nouns;
  if (noun === undefined || !/^(?:NN|PRP|DT|CD|VBG|JJ|FW)/.test(words.tag(noun))) return undefined;
  if (/^(?:nothing|something|anything|everything|so|oneself)$|sel(?:f|ves)$/.test(words.lower(noun))) return undefined;
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
  const content = cut(words, Math.max(tree.left(noun), after), Math.min(end + 1, region.last));
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
  const content = cut(words, tree.left(object), Math.min(tree.right(name) + 1, region.last));
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

function objectFirst({ tree }: Ground, verb: number, before: number): number {
  const object = tree.children(verb).find((t) => t > verb && t < before && tree.relation(t) === 'obj');
  return object === undefined ? before : tree.left(object);
}

/** “They keep saying,” he said, “that it sank.”: what the verb takes is the next part of the content. */
function nextPart({ words, region, next }: Ground, verb: number): Taken | undefined {
  if (next === null || !(words.lower(next.first) === 'that' || words.lower(next.first + 1) === 'that'))
    return undefined;
  for (let t = verb + 1; t < region.last; t++) if (!/^(?:,|''|PRP|RB|\.)$/.test(words.tag(t))) return undefined;
  return { content: [next], rule: 'clause' };
}

/**
 * "The road is closed, police warn": a clause that ends before the speaker, or before the verb where they are inverted.
 *
 * @example
 * clauseBefore(ground, 6, entry, source)?.content; // of "The road is closed, police warn": "The road is closed"
 */
export function clauseBefore(ground: Ground, verb: number, entry: CueEntry, source: Range | null): Taken | undefined {
  const { words, tree, region } = ground;
  if (
    source === null ||
    !BEHIND.has(entry.act) ||
    PASSING_ON.has(entry.words[0]) ||
    !/^(?:VBD|VBZ|VBP|VB)$/.test(words.tag(verb))
  )
    return undefined;
  if (tree.children(verb).some((t) => t > verb && /^(?:obj|ccomp|xcomp)$/.test(tree.relation(t)) && t > source.last))
    if (words.tag(verb + 1) !== 'PRP' || entry.act === 'found' || entry.act === 'thought') return undefined;
  let last = Math.min(source.first, verb);
  if (words.tag(last - 1) !== ',' && words.tag(last - 1) !== "''") return undefined;
  const isQuoted = words.tag(last - 1) === "''";
  if (!isQuoted) last--;
  let first = -1;
  if (isQuoted) {
    first = openingQuoteOf(words, last - 1, region.first);
  } else {
    const relation = tree.relation(verb);
    const told = tree.children(verb).find((t) => t < last && /^(?:ccomp|parataxis)$/.test(tree.relation(t)));
    const head = told ?? (relation === 'parataxis' ? tree.head(verb) : -1);
    if (head >= region.first && head < last) first = Math.max(tree.left(head), region.first);
  }
  if (first < region.first || first >= last) return undefined;
  const before = cut(words, openingOf(words, first), last, isQuoted);
  if (!before) return undefined;
  return { content: [before, ...(isQuoted ? quotationGoesOn(words, verb, region.last) : [])], rule: 'before' };
}

/** The second half of ‘Sell the cow,’ he used to tell me, ‘and …’. */
function quotationGoesOn(words: SentenceWords, verb: number, last: number): Range[] {
  for (let t = verb + 1; t < verb + 5; t++) {
    if (words.tag(t) === '``' && words.tag(t - 1) === ',') {
      const close = closingOf(words, t, last);
      return close < 0 ? [] : [{ first: t, last: close + 1 }];
    }
    if (!/^(?:PRP|,|NN|RB)$/.test(words.tag(t))) break;
  }
  return [];
}

/** Passes over a comma and an opening mark that does not close before the content ends. */
function openingOf(words: SentenceWords, first: number): number {
  let t = first;
  while (words.tag(t) === ',' || words.tag(t) === ':') t++;
  return t;
}

/** The mark that closes a quotation, or -1; by form, since a tag may take it for an apostrophe. */
function closingOf(words: SentenceWords, open: number, last: number): number {
  const closing = CLOSING[words.lower(open)];
  for (let t = open + 1; t < last; t++)
    if (words.lower(t) === closing && !(closing !== '”' && words.tag(t) === 'POS' && words.tag(t + 1).startsWith('NN')))
      return t;
  return -1;
}

function openingQuoteOf(words: SentenceWords, close: number, first: number): number {
  for (let t = close - 1; t >= first; t--) if (words.tag(t) === '``') return t;
  return -1;
}

function isBelow(tree: Ground['tree'], t: number, verb: number, relation: RegExp): boolean {
  for (let at = t, steps = 0; at >= 0 && steps < 6; at = tree.head(at), steps++)
    if (tree.head(at) === verb) return relation.test(tree.relation(at)) && at > verb;
  return false;
}

/**
 * A content without what does not belong to it at its ends, up to a clause that is joined on to the content around it
 * (", and that …"). Null where nothing is left.
 */
export function cut(words: SentenceWords, first: number, last: number, isQuoted = false): Range | null {
  let end = last;
  for (let t = first + 2; t < end; t++) {
    if (words.lower(t) !== 'that' || words.tag(t - 1) !== 'CC' || words.tag(t - 2) !== ',') continue;
    end = t - 2;
  }
  let start = first;
  if (!isQuoted) {
    let opened = 0;
    for (let t = start; t < end; t++) {
      if (words.tag(t) === '``') opened++;
      else if (words.tag(t) === "''") opened--;
    }
    if (words.tag(start) === '``' && opened > 0) start++;
    while (end > start && (/^(?:,|:|\.|CC)$/.test(words.tag(end - 1)) || (words.tag(end - 1) === "''" && opened < 0))) {
      if (words.tag(end - 1) === "''") opened++;
      end--;
    }
  }
  return end > start ? { first: start, last: end } : null;
}
