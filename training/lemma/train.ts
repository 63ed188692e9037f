/**
 * Learns the lemmatiser's rules from EWT and GUM: `node training/lemma/train.ts --data FOLDER`. No randomness.
 *
 * For each pair of tags: the most frequent change of the ending is the rule of the empty ending; wherever forms with a
 * longer ending mostly change otherwise, that ending gets a rule of its own, down to single words.
 */
import { join } from 'node:path';
import {
  applyRule,
  Lemmatizer,
  LONGEST_ENDING,
  NO_ENDING,
  plainForm,
  WORD_START,
} from '../../src/language/lemma/lemmatizer.ts';
import { UPOS_TAGS, XPOS_TAGS } from '../../src/language/tag/tags.ts';
import type { Weights } from '../../src/language/weights/weights.ts';
import { dataFolder, fileLines, writeModel } from '../command.ts';
import { readTreebank, type TreebankWord } from '../conllu.ts';
import { DEV_FILES, TRAIN_FILES } from '../treebanks.ts';

/** Pairs of tags seen less often than this get no rules. */
const RAREST_PAIR = 5;

/** A distinct form: the rule that its lemma follows most often. */
interface Form {
  readonly word: string;
  readonly rule: string;
}

const folder = dataFolder();
const byPair = new Map<string, TreebankWord[]>();
for (const file of TRAIN_FILES)
  for (const { sentences } of readTreebank(join(folder, file)))
    for (const word of sentences.flat()) {
      // "_" stands for no lemma; a form with a space in it is a slip that was joined.
      if (word.lemma === '_' || /\s/.test(word.form + word.lemma)) continue;
      const pair = `${word.upos} ${word.xpos}`;
      const words = byPair.get(pair);
      if (words) words.push(word);
      else byPair.set(pair, [word]);
    }

const rules: Record<string, { keepsCase: boolean; endings: string }> = {};
let count = 0;
for (const [pair, words] of [...byPair].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
  if (words.length < RAREST_PAIR) continue;
  const keepsCase = isCaseKept(words);
  const endings: string[] = [];
  const forms = formsOf(words, keepsCase);
  learn(
    forms.filter(({ word, rule }) => !changesCase(word, rule)),
    '',
    '0',
    endings,
  );
  // "american" is "American" and "VALENTIN" is "Valentin", but that says nothing of other words: a rule for the whole word alone.
  for (const { word, rule } of forms)
    if (changesCase(word, rule) && word.length < LONGEST_ENDING) endings.push(WORD_START + word, rule);
  count += endings.length / 2;
  rules[pair] = { keepsCase, endings: endings.join(' ') };
}
const weights: Weights = { name: 'lemma', meta: { rules }, arrays: {} };

const lemmatizer = new Lemmatizer(weights);
let scores = '| set | lemmas right, given the tags |\n|---|---|\n';
for (const [name, file] of Object.entries(DEV_FILES)) {
  const words = readTreebank(join(folder, file)).flatMap(({ sentences }) => sentences.flat());
  const right = words.filter(
    ({ form, lemma, upos, xpos }) =>
      lemma === '_' || lemmatizer.lemma(form, UPOS_TAGS.indexOf(upos), XPOS_TAGS.indexOf(xpos)) === lemma,
  );
  const share = ((100 * right.length) / words.length).toFixed(2);
  scores += `| ${name} dev | ${share} |\n`;
  console.log(`${name} dev: lemmas ${share}`);
}
console.log(`${count} rules`);
writeModel(
  weights,
  `# lemma.weights

Dictionary forms from forms and tags (src/language/lemma): ${count} endings and single words with what becomes of them. Made by
\`node training/lemma/train.ts --data FOLDER\`; byte for byte on a CPU.

${scores}
Trained on:

${fileLines(folder, TRAIN_FILES)}
EWT is CC BY-SA 4.0; GUM's annotations are CC BY 4.0, its texts CC BY, CC BY-SA, and some for non-commercial use only.
`,
);

/** Whether lemmas of this pair of tags keep the capitals of their forms more often than not. */
function isCaseKept(words: readonly TreebankWord[]): boolean {
  const capital = words.filter(({ form }) => form !== form.toLowerCase());
  return capital.filter(({ lemma }) => lemma !== lemma.toLowerCase()).length * 2 > capital.length;
}

/** Whether a rule only puts capitals in or takes them out. */
function changesCase(word: string, rule: string): boolean {
  const lemma = applyRule(word, rule);
  return lemma !== word && lemma.toLowerCase() === word.toLowerCase();
}

function formsOf(words: readonly TreebankWord[], keepsCase: boolean): Form[] {
  const seen = new Map<string, Map<string, number>>();
  for (const { form, lemma } of words) {
    const word = plainForm(form, keepsCase);
    const tally = seen.get(word) ?? new Map<string, number>();
    const rule = ruleFor(word, plainForm(lemma, true));
    tally.set(rule, (tally.get(rule) ?? 0) + 1);
    seen.set(word, tally);
  }
  return [...seen].map(([word, tally]) => ({ word, rule: mostFrequent(tally) }));
}

/** The change from form to lemma: letters to take off, letters to put there. */
function ruleFor(form: string, lemma: string): string {
  let same = 0;
  while (same < form.length && same < lemma.length && form[same] === lemma[same]) same++;
  // A lemma that goes on with a figure could not be told from the count: then the whole form is replaced.
  while (same > 0 && /^\d/.test(lemma.slice(same))) same--;
  const rule = `${form.length - same}${lemma.slice(same)}`;
  return applyRule(form, rule) === lemma ? rule : '0';
}

/** Writes the rule of an ending where it is not the one of the shorter ending, and goes on to longer endings. */
function learn(forms: readonly Form[], ending: string, inherited: string, out: string[]): void {
  const tally = new Map<string, number>();
  for (const { rule } of forms) tally.set(rule, (tally.get(rule) ?? 0) + 1);
  let best = mostFrequent(tally);
  // Where nothing is won, the shorter ending decides.
  if (tally.get(best) === tally.get(inherited)) best = inherited;
  if (best !== inherited) out.push(ending || NO_ENDING, best);
  if (tally.size === 1 && tally.has(best)) return;
  if (ending.startsWith(WORD_START) || ending.length >= LONGEST_ENDING) return;
  const longer = new Map<string, Form[]>();
  for (const form of forms) {
    const word = WORD_START + form.word;
    const next = word.slice(word.length - ending.length - 1);
    const members = longer.get(next);
    if (members) members.push(form);
    else longer.set(next, [form]);
  }
  for (const [next, members] of [...longer].sort((a, b) => (a[0] < b[0] ? -1 : 1))) learn(members, next, best, out);
}

function mostFrequent(tally: ReadonlyMap<string, number>): string {
  return [...tally].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0][0];
}
