/**
 * Finds the stretches of text that the outlet asserts: sentences, or the parts of them that are left when what belongs to a statement is
 * taken away, cut into clauses where punctuation and tags show a boundary.
 *
 * Told from tokens, tags and voices, and from the parse where a past tense was tagged as a participle:
 * - Not asserted: questions, exclamations, headings, sentences that say that somebody said something where no statement was found in them, requests ("Read more here"), bylines, datelines, credits and quotation
 *   boxes, and what holds no finite verb ("on Monday", left over from a statement).
 * - Asserted: headlines, standfirsts and captions too, which are the outlet's voice and often do without a finite verb; and background ("The
 *   talks began in 2019"), which is as much a claim as news is.
 * - A clause that goes on after a source ("Ames, who led the rescue, …", "Ames resigned and said …") begins at the source.
 * - A sentence is cut at semicolons, and at a comma with "and", "but", "or", "so", "while" or "whereas" where a subject and a
 *   finite verb stand on either side.
 */
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import { RELATIONS, ROOT_RELATION } from '../../language/parse/relations.ts';
import { XPOS_TAGS } from '../../language/tag/tags.ts';
import type { Block, BlockKind, Tokens } from '../../text/document.ts';
import type { ReadDocument } from '../reading.ts';
import { CUE_WORDS, MARKED, OWN, SAID, SOURCE_WORDS, type Voices } from '../voices/mark-voices.ts';

/** The tokens [first, last) of an assertion. */
export interface Clause {
  readonly first: number;
  readonly last: number;
}

/** Words, punctuation apart, that an assertion has at least. */
const FEWEST_WORDS = 3;
/** Words up to which a paragraph of one line without a full stop is a heading. */
const HEADING_WORDS = 12;
/** How far after a comma and "and" the verb of a new clause may stand, in tokens. */
const CLAUSE_REACH = 8;

const PASSED_OVER: ReadonlySet<BlockKind> = new Set(['byline', 'dateline', 'credit', 'quotation']);
/** Blocks in the clipped style that needs no finite verb. */
const CLIPPED: ReadonlySet<BlockKind> = new Set(['headline', 'standfirst', 'caption']);

const VERB_BASE = tag('VB');
const FINITE = set('VBD', 'VBZ', 'VBP', 'MD');
const VERBAL = set('VB', 'VBD', 'VBZ', 'VBP', 'MD', 'VBN', 'VBG');
const PUNCTUATION = set("''", ',', '-LRB-', '-RRB-', '.', ':', '``', 'HYPH', 'NFP', 'LS', 'SYM');
const ADVERBS = set('RB', 'RBR', 'RBS');
const SUBJECT = set('DT', 'PRP', 'PRP$', 'NN', 'NNS', 'NNP', 'NNPS', 'EX', 'CD', 'JJ', 'PDT');
const WH = set('WP', 'WDT', 'WRB', 'WP$');
/** What a clause does not end in: what it would have introduced belongs to a statement. */
const INTRODUCING = set('CC', 'IN', 'TO', 'DT', 'WP', 'WDT', 'WRB', 'PRP$', 'WP$');
const COORDINATOR = tag('CC');
const PREPOSITION = tag('IN');
const TO = tag('TO');

const AUXILIARIES = new Set([
  'has',
  'have',
  'had',
  'is',
  'are',
  'was',
  'were',
  'do',
  'does',
  'did',
  "'s",
  "'ve",
  "'d",
  "'re",
]);
/** What opens a condition or a circumstance of another clause. */
const SUBORDINATING = new Set([
  'if',
  'unless',
  'because',
  'although',
  'though',
  'since',
  'as',
  'after',
  'before',
  'until',
]);
const SPEAKING = new Set(['said', 'says', 'told', 'tells', 'estimates', 'estimated']);
const JOINING = new Set(['while', 'whereas']);
const CREDIT =
  /^(?:file|photo|photograph|photographs|photographer|photography|picture|pictures|image|images|illustration|graphic|credit|getty|reuters|courtesy)$/;

/**
 * The clauses that a document asserts, in order of the text. Reads every token a fixed number of times.
 *
 * @param document with tags, parse and voices
 * @example
 * findClauses(document, lexicon); // [{ first: 0, last: 9 }, …]
 */
export function findClauses(document: ReadDocument, lexicon: Lexicon): Clause[] {
  const tokens = document.tokens!;
  const sentences = document.sentences!;
  const voices = document.voices!;
  const clauses: Clause[] = [];
  let block = 0;
  for (let s = 0; s < sentences.length; s++) {
    const first = sentences.first[s];
    const last = sentences.last[s];
    while (block < document.blocks.length && document.blocks[block].end <= tokens.start[first]) block++;
    const kind = kindAt(document.blocks, block, tokens.start[first]);
    if (PASSED_OVER.has(kind) || !isAssertive(document, lexicon, kind, block, first, last)) continue;
    if (hasStrayMark(voices, first, last)) continue;
    for (let t = first; t < last; ) {
      if (!isOwn(voices[t])) {
        t++;
        continue;
      }
      const from = t;
      while (t < last && isOwn(voices[t])) t++;
      addRun(document, lexicon, kind, { first: from, last: t }, { first, last }, clauses);
    }
  }
  return clauses;
}

/** Whether a quotation begins or ends here that does not end or begin: then nobody can tell whose words these are. */
function hasStrayMark(voices: Voices, first: number, last: number): boolean {
  for (let t = first; t < last; t++) {
    if (voices[t] === MARKED && voices[t - 1] !== MARKED && voices[t + 1] !== MARKED) return true;
  }
  return false;
}

const isOwn = (voice: number): boolean => voice === OWN || voice === MARKED;

/** Whether a sentence is of a form that asserts. */
function isAssertive(
  { text, blocks, tokens, sentences }: ReadDocument,
  lexicon: Lexicon,
  kind: BlockKind,
  block: number,
  first: number,
  last: number,
): boolean {
  const words = tokens!;
  let end = last - 1;
  while (end > first && (words.xpos[end] === CLOSING_QUOTE || words.xpos[end] === CLOSING_BRACKET)) end--;
  const mark = text[words.end[end] - 1];
  if (mark === '?' || mark === '!') return false;
  let start = first;
  while (start < last - 1 && PUNCTUATION.has(words.xpos[start])) start++;
  if (words.xpos[start] === VERB_BASE) return false;
  if (CLIPPED.has(kind)) {
    return !(
      WH.has(words.xpos[start]) ||
      (kind === 'caption' &&
        (words.xpos[first] === OPENING_BRACKET || CREDIT.test(lexicon.lowers[words.lexeme[start]])))
    );
  }
  if (kind !== 'paragraph' || block >= blocks.length || /[.:;…”"’')\]]/.test(mark)) return true;
  const isWholeBlock =
    (first === 0 || words.end[first - 1] <= blocks[block].start) &&
    (last === words.length || words.start[last] >= blocks[block].end);
  return !(isWholeBlock && last - first <= HEADING_WORDS && sentences!.length > 1);
}

const CLOSING_QUOTE = tag("''");
const PARTICIPLE = tag('VBN');
const SUBJECT_RELATION = RELATIONS.indexOf('nsubj');
const FULL_STOP = tag('.');
const CLOSING_BRACKET = tag('-RRB-');
const OPENING_BRACKET = tag('-LRB-');

/** Adds what a run of the outlet's own words within a sentence asserts. */
function addRun(
  { text, tokens: words, voices: spoken }: ReadDocument,
  lexicon: Lexicon,
  kind: BlockKind,
  run: Clause,
  sentence: Clause,
  clauses: Clause[],
): void {
  const tokens = words!;
  const voices = spoken!;
  const isWhole = run.first === sentence.first && run.last === sentence.last;
  const pieces = cut(tokens, lexicon, run, run.first > sentence.first);
  // What touches a statement's content and begins no clause of its own is most often the rest of that content.
  const goesOn = run.first > sentence.first && voices[run.first - 1] === SAID && !beginsAnew(tokens, lexicon, run);
  pieces.forEach((piece, i) => {
    if (goesOn && i === 0) return;
    const trimmed = trim(tokens, lexicon, piece, isWhole && i === pieces.length - 1);
    if (trimmed.last <= trimmed.first) return;
    if (isLeftOver(tokens, lexicon, voices, trimmed, piece, sentence)) return;
    const isBeforeCue = trimmed.last < tokens.length && voices[piece.last] === CUE_WORDS && piece.last < sentence.last;
    const isClipped = CLIPPED.has(kind) && isWhole && hasLowerCase(text, tokens, trimmed);
    if (!assertsSomething(tokens, lexicon, trimmed, isClipped, isBeforeCue)) return;
    const first = i === 0 ? subjectBefore(tokens, voices, trimmed, run, sentence.first) : trimmed.first;
    if (countWords(tokens, first, trimmed.last) >= FEWEST_WORDS) clauses.push({ first, last: trimmed.last });
  });
}

/**
 * Whether words are left over from an attribution: ones that only say that somebody spoke, a circumstance of what is said ("If he loses | she
 * would win, he said"), a verb whose object a statement holds ("a source hinted | that …"), or "to whom he put".
 */
function isLeftOver(
  tokens: Tokens,
  lexicon: Lexicon,
  voices: Voices,
  { first, last }: Clause,
  piece: Clause,
  sentence: Clause,
): boolean {
  if (isAttributed(tokens, lexicon, first, last)) return true;
  if (piece.first === sentence.first && piece.last === sentence.last) return false;
  const opening = tokens.xpos[first];
  if ((opening === PREPOSITION || opening === TO) && first + 1 < last && WH.has(tokens.xpos[first + 1])) return true;
  if (piece.last >= sentence.last || voices[piece.last] !== SAID) return false;
  return (
    VERBAL.has(tokens.xpos[last - 1]) ||
    (opening === PREPOSITION && SUBORDINATING.has(lexicon.lowers[tokens.lexeme[first]]))
  );
}

/** Whether the words attribute, though no statement was found in them: then they are not plainly the outlet's own. */
function isAttributed(tokens: Tokens, lexicon: Lexicon, first: number, last: number): boolean {
  for (let t = first; t < last; t++) {
    const form = lexicon.lowers[tokens.lexeme[t]];
    // At the end of a sentence, "estimates" is often tagged as a noun.
    const isLast = t + 1 === last || PUNCTUATION.has(tokens.xpos[t + 1]);
    if (SPEAKING.has(form) && (FINITE.has(tokens.xpos[t]) || isLast)) return true;
    if (form === 'according' && t + 1 < last && lexicon.lowers[tokens.lexeme[t + 1]] === 'to') return true;
  }
  return false;
}

/** A slug in capitals ("FERRY-INQUIRY WRAPUP 3") is no clipped sentence. */
function hasLowerCase(text: string, tokens: Tokens, { first, last }: Clause): boolean {
  return /\p{Ll}/u.test(text.slice(tokens.start[first], tokens.end[last - 1]));
}

/** Cuts a run at semicolons and where coordinated clauses meet; what follows a statement may begin with the end of its sentence. */
function cut(tokens: Tokens, lexicon: Lexicon, { first, last }: Clause, isRest: boolean): Clause[] {
  const pieces: Clause[] = [];
  let from = first;
  let hasVerb = false;
  for (let t = first; t < last; t++) {
    if (FINITE.has(tokens.xpos[t])) hasVerb = true;
    if (!hasVerb && !isRest) continue;
    const form = lexicon.lowers[tokens.lexeme[t]];
    const isBoundary = form === ';' || (form === ',' && t + 2 < last && joins(tokens, lexicon, t + 1));
    if (!isBoundary || !beginsClause(tokens, lexicon, form === ';' ? t + 1 : t + 2, last)) continue;
    pieces.push({ first: from, last: t });
    from = t + 1;
    hasVerb = false;
  }
  pieces.push({ first: from, last });
  return pieces;
}

/** Whether a run opens with "; the …" or ", and the …". */
function beginsAnew(tokens: Tokens, lexicon: Lexicon, { first, last }: Clause): boolean {
  let t = first;
  while (t < last && PUNCTUATION.has(tokens.xpos[t])) t++;
  if (t >= last) return false;
  if (joins(tokens, lexicon, t)) return beginsClause(tokens, lexicon, t + 1, last);
  return t > first && lexicon.lowers[tokens.lexeme[first]] === ';' && beginsClause(tokens, lexicon, t, last);
}

function joins(tokens: Tokens, lexicon: Lexicon, t: number): boolean {
  return tokens.xpos[t] === COORDINATOR || JOINING.has(lexicon.lowers[tokens.lexeme[t]]);
}

/** Whether a subject begins at `t` with its finite verb near, before any comma. */
function beginsClause(tokens: Tokens, lexicon: Lexicon, t: number, last: number): boolean {
  while (t < last && ADVERBS.has(tokens.xpos[t])) t++;
  if (t >= last || !SUBJECT.has(tokens.xpos[t])) return false;
  for (let u = t + 1; u < Math.min(last, t + CLAUSE_REACH); u++) {
    if (FINITE.has(tokens.xpos[u])) return true;
    if (lexicon.lowers[tokens.lexeme[u]] === ',' || WH.has(tokens.xpos[u])) return false;
  }
  return false;
}

/** Takes off what hangs over at either end: marks, "and", "that", "in what". The full stop of a whole sentence stays. */
function trim(tokens: Tokens, lexicon: Lexicon, { first, last }: Clause, keepsEnd: boolean): Clause {
  while (first < last) {
    const xpos = tokens.xpos[first];
    const isThat = xpos === PREPOSITION && /^(?:that|while|whereas)$/.test(lexicon.lowers[tokens.lexeme[first]]);
    if (!PUNCTUATION.has(xpos) && xpos !== COORDINATOR && !isThat) break;
    if (isOpening(lexicon.forms[tokens.lexeme[first]])) break;
    first++;
  }
  while (last > first) {
    const xpos = tokens.xpos[last - 1];
    if (keepsEnd && xpos === FULL_STOP) break;
    if (!PUNCTUATION.has(xpos) && !INTRODUCING.has(xpos)) break;
    if (isClosing(lexicon.forms[tokens.lexeme[last - 1]])) break;
    last--;
  }
  return { first, last };
}

/** A mark that belongs to the words that it stands at: quotation marks and brackets come in pairs. */
const isOpening = (form: string): boolean => /^[“‘«([]$/.test(form);
const isClosing = (form: string): boolean => /^[”’»)\]]$/.test(form);

/**
 * Whether there is a finite verb other than the auxiliary of a cue that follows ("has repeatedly | denied") or one
 * within its subject ("the judge who leads it | asked"); a clipped sentence asserts with any
 * words.
 */
function assertsSomething(
  tokens: Tokens,
  lexicon: Lexicon,
  { first, last }: Clause,
  isClipped: boolean,
  isBeforeCue: boolean,
): boolean {
  if (isClipped) return true;
  for (let t = first; t < last; t++) {
    if (!FINITE.has(tokens.xpos[t]) && !isPastTense(tokens, t, first)) continue;
    if (isBeforeCue && isRelative(tokens, t, first)) continue;
    const isAuxiliary = AUXILIARIES.has(lexicon.lowers[tokens.lexeme[t]]) || tokens.xpos[t] === MODAL;
    if (!isAuxiliary || !isBeforeCue || hasVerbal(tokens, t + 1, last)) return true;
  }
  return false;
}

/** "An explosion killed three men": a past tense that was tagged as a participle; it is the root of a sentence and has a subject of its own. */
function isPastTense({ xpos, head, relation }: Tokens, verb: number, first: number): boolean {
  if (xpos[verb] !== PARTICIPLE || relation[verb] !== ROOT_RELATION) return false;
  for (let t = verb - 1; t >= Math.max(first, verb - CLAUSE_REACH); t--)
    if (head[t] === verb && relation[t] === SUBJECT_RELATION) return true;
  return false;
}

/** Whether a finite verb belongs to a relative clause: "the judge who leads". */
function isRelative(tokens: Tokens, verb: number, first: number): boolean {
  let t = verb - 1;
  while (t >= first && ADVERBS.has(tokens.xpos[t])) t--;
  return t >= first && WH.has(tokens.xpos[t]);
}

const MODAL = tag('MD');

function hasVerbal(tokens: Tokens, first: number, last: number): boolean {
  for (let t = first; t < last; t++) if (VERBAL.has(tokens.xpos[t])) return true;
  return false;
}

/** Where the source begins that a clause goes on from, if it begins with a verb or a relative pronoun; else where it begins itself. */
function subjectBefore(tokens: Tokens, voices: Voices, clause: Clause, run: Clause, sentenceFirst: number): number {
  let t = clause.first;
  while (t < clause.last && ADVERBS.has(tokens.xpos[t])) t++;
  if (!FINITE.has(tokens.xpos[t]) && !WH.has(tokens.xpos[t])) return clause.first;
  let first = run.first;
  while (first > sentenceFirst && voices[first - 1] === SOURCE_WORDS) first--;
  return first === run.first ? clause.first : first;
}

function countWords(tokens: Tokens, first: number, last: number): number {
  let words = 0;
  for (let t = first; t < last; t++) if (!PUNCTUATION.has(tokens.xpos[t]) && tokens.joined[t] === 0) words++;
  return words;
}

function kindAt(blocks: readonly Block[], block: number, offset: number): BlockKind {
  return block < blocks.length && blocks[block].start <= offset ? blocks[block].kind : 'paragraph';
}

function tag(name: string): number {
  return XPOS_TAGS.indexOf(name);
}

function set(...names: string[]): ReadonlySet<number> {
  return new Set(names.map(tag));
}
