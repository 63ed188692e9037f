/**
 * The forms of English words from their dictionary forms: "slam" to "slams, slammed, slamming". For word lists, which name
 * a word once and are looked up in every form.
 *
 * By the spelling rules of school grammar, with a table for what they get wrong among the words of our lists.
 */

/** How a word is inflected; `adjective`, `adverb` and `other` have one form. */
export type WordClass = 'verb' | 'noun' | 'adjective' | 'adverb' | 'other';

export const WORD_CLASSES: readonly WordClass[] = ['verb', 'noun', 'adjective', 'adverb', 'other'];

/** Past and participle, and what else is irregular: third person and -ing form. */
const IRREGULAR_VERBS: Readonly<Record<string, readonly string[]>> = {
  be: ['was', 'been', 'is', 'being'],
  begin: ['began', 'begun', 'begins', 'beginning'],
  bleed: ['bled', 'bled'],
  break: ['broke', 'broken'],
  bring: ['brought', 'brought'],
  cling: ['clung', 'clung'],
  fight: ['fought', 'fought'],
  flee: ['fled', 'fled', 'flees', 'fleeing'],
  get: ['got', 'got', 'gets', 'getting'],
  give: ['gave', 'given'],
  go: ['went', 'gone', 'goes'],
  have: ['had', 'had', 'has'],
  hit: ['hit', 'hit', 'hits', 'hitting'],
  hold: ['held', 'held'],
  keep: ['kept', 'kept'],
  leave: ['left', 'left'],
  make: ['made', 'made'],
  overthrow: ['overthrew', 'overthrown'],
  put: ['put', 'put', 'puts', 'putting'],
  say: ['said', 'said'],
  shoot: ['shot', 'shot'],
  speak: ['spoke', 'spoken'],
  spread: ['spread', 'spread'],
  take: ['took', 'taken'],
  tear: ['tore', 'torn'],
  tell: ['told', 'told'],
  think: ['thought', 'thought'],
  throw: ['threw', 'thrown'],
  write: ['wrote', 'written'],
};

const IRREGULAR_NOUNS: Readonly<Record<string, string>> = {
  businessman: 'businessmen',
  child: 'children',
  henchman: 'henchmen',
  man: 'men',
  person: 'people',
  shambles: 'shambles',
  strongman: 'strongmen',
  woman: 'women',
};

/** Verbs of more than one syllable whose last consonant is doubled, since the stress lies on it. */
const DOUBLED = new Set([
  'admit',
  'commit',
  'compel',
  'control',
  'prefer',
  'refer',
  'permit',
  'submit',
  'rebel',
  'kidnap',
  'flip-flop',
]);
const PREPOSITION = /^(?:of|in|on|at|by|to|for|from|with|without|or|against|over)$/;

/**
 * The forms of a word or phrase. Verbs: base, third person, past, participle, -ing form. Nouns: singular, plural. Others: one.
 * A phrase is inflected at its first word (verb; after "not") or at its last before a preposition (noun).
 *
 * @example
 * inflect('lash out', 'verb'); // ['lash out', 'lashes out', 'lashed out', 'lashed out', 'lashing out']
 */
export function inflect(phrase: string, part: WordClass): string[] {
  const words = phrase.split(' ');
  if (part === 'verb') {
    if (words[0] === 'not') return negated(words.slice(1));
    const rest = words.slice(1);
    return verbForms(words[0]).map((form) => [form, ...rest].join(' '));
  }
  if (part === 'noun') {
    const preposition = words.findIndex((word, i) => i > 0 && PREPOSITION.test(word));
    const head = (preposition < 0 ? words.length : preposition) - 1;
    return [phrase, words.map((word, i) => (i === head ? plural(word) : word)).join(' ')];
  }
  return [phrase];
}

function negated([verb, ...rest]: readonly string[]): string[] {
  const base = [verb, ...rest].join(' ');
  return [
    `do not ${base}`,
    `does not ${base}`,
    `did not ${base}`,
    `not ${inflect(base, 'verb')[3]}`,
    `not ${inflect(base, 'verb')[4]}`,
  ];
}

function verbForms(verb: string): string[] {
  const [past, participle, third, ing] = IRREGULAR_VERBS[verb] ?? [];
  const stem = doublesLast(verb) ? verb + verb.at(-1) : verb;
  const regular = verb.endsWith('e') ? `${verb}d` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`;
  const gerund = /[^eoy]e$/.test(verb) ? `${verb.slice(0, -1)}ing` : `${stem}ing`;
  return [verb, third ?? plural(verb), past ?? regular, participle ?? past ?? regular, ing ?? gerund];
}

function plural(word: string): string {
  const irregular = IRREGULAR_NOUNS[word];
  if (irregular) return irregular;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

/** One consonant after one vowel in a word of one syllable: "slam", not "fume", "moan" or "snow". */
function doublesLast(verb: string): boolean {
  return DOUBLED.has(verb) || /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb);
}
