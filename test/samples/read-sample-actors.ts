/**
 * Reads the actors of a document made by hand: a tagged text (make-tagged.ts), its names, what coreference would have found in
 * it, and its statements. Words stand for their first place in the text; "he#2" is the second "he".
 */
import { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import { XPOS_TAGS } from '../../src/language/tag/tags.ts';
import { ConditionFinder } from '../../src/reading/actors/find-conditions.ts';
import { Ground } from '../../src/reading/actors/ground.ts';
import { readActors } from '../../src/reading/actors/read-actors.ts';
import { LemmaMemory, type Range } from '../../src/reading/acts/sentence-words.ts';
import type { Act, Actor, Attribution, Identity, ReadDocument, Role, Side } from '../../src/reading/reading.ts';
import type { BlockKind, Entity, EntityType, Mention, Name, NameType } from '../../src/text/document.ts';
import { makeTagged } from './make-tagged.ts';

export interface SampleEntity {
  readonly type: EntityType;
  /** Words that are names of it. */
  readonly names?: readonly string[];
  /** Pronouns and descriptions that mean it. */
  readonly also?: readonly string[];
}

export interface SampleDocument {
  readonly tagged: string;
  readonly kinds?: readonly BlockKind[];
  readonly entities?: readonly SampleEntity[];
  /** Names that coreference says nothing of, or that were given another type than their entity. */
  readonly names?: readonly (readonly [words: string, type: NameType])[];
  /** Mentions that coreference leaves open: positions of entities, and how likely each is. */
  readonly open?: readonly (readonly [
    words: string,
    ...candidates: readonly (readonly [entity: number, probability: number])[],
  ])[];
  /** Source, cue and content; an inner statement gives the position of the outer one. */
  readonly statements?: readonly (readonly [
    source: string | null,
    cue: string | null,
    content?: string | null,
    parent?: number,
  ])[];
  readonly sides?: readonly string[];
  readonly outlet?: string;
  /** Names in the gazetteer. */
  readonly places?: readonly string[];
}

export interface SampleReading {
  readonly document: ReadDocument;
  readonly actors: readonly Actor[];
  readonly sources: readonly (Identity | null)[];
  /** The name of the actor of each source; of an open one its candidates, joined by " or "; null where there is none. */
  readonly who: readonly (string | null)[];
  /** An actor by its name. */
  actor(name: string): Actor;
}

const NAME_TYPES: Readonly<Record<EntityType, NameType>> = {
  person: 'person',
  organization: 'organization',
  place: 'place',
  group: 'group',
  work: 'work',
  other: 'product',
};

const SAID: Act = {
  speechAct: 'said',
  stance: 'neutral',
  negated: false,
  hypothetical: false,
  hedges: [],
  certainty: 1,
};

/** The words of a document's tokens, for tests of what reads no models. */
export function groundOf(document: ReadDocument, lexicon: Lexicon): Ground {
  return new Ground(document, lexicon, new LemmaMemory(lexicon, { lemma: (form) => form }));
}

/**
 * The actors of the sample.
 *
 * @throws Error where words do not occur in the text.
 * @example
 * readSampleActors({ tagged: 'Ames_NNP left_VBD ,_, police_NNS said_VBD ._.', statements: [['police', 'said']] }).who; // ['police']
 */
export function readSampleActors(sample: SampleDocument): SampleReading {
  const lexicon = new Lexicon();
  const document: ReadDocument = { ...makeTagged(lexicon, sample.tagged, sample.kinds), outlet: sample.outlet ?? null };
  const find = (words: string): Range => findTokens(document, words);
  const entities = sample.entities ?? [];
  document.names = [
    ...(sample.names ?? []).map(([words, type]) => ({ words, type })),
    ...entities.flatMap(({ type, names = [] }) => names.map((words) => ({ words, type: NAME_TYPES[type] }))),
  ]
    .map(({ words, type }): Name => ({ ...find(words), type, probability: 0.9, parent: null }))
    .filter((name, i, all) => all.findIndex((other) => other.first === name.first) === i)
    .sort((a, b) => a.first - b.first);
  setCoreference(document, sample, find);
  document.statements = (sample.statements ?? []).map((roles, i) => statementOf(document, roles, i));
  document.acts = document.statements.map(() => SAID);
  document.sides = (sample.sides ?? []).map((words): Side => {
    const role = roleOf(document, words)!;
    return { actor: null, status: 'approached', ...role, cue: role, why: [] };
  });
  const places = new Set(sample.places ?? []);
  readActors(document, groundOf(document, lexicon), (name) => places.has(name), new ConditionFinder(lexicon));
  const nameOf = (id: string): string => document.actors!.find((actor) => actor.id === id)!.name;
  return {
    document,
    actors: document.actors!,
    sources: document.sources!,
    who: document.sources!.map((source) => {
      if (!source || source.resolution === 'none') return null;
      return source.actor ? nameOf(source.actor) : source.candidates.map(({ name }) => name).join(' or ');
    }),
    actor: (name) => {
      const actor = document.actors!.find((one) => one.name === name);
      if (!actor) throw new Error(`No actor "${name}" among ${document.actors!.map((one) => one.name).join(', ')}.`);
      return actor;
    },
  };
}

/** The tokens of words in a document, the first time or the time that "#2" says. */
export function findTokens({ text, tokens }: ReadDocument, words: string): Range {
  const [plain, time = '1'] = words.split('#');
  let start = -1;
  for (let n = 0, from = 0; n < Number(time); from = start + 1) {
    start = text.indexOf(plain, from);
    if (start < 0) throw new Error(`"${words}" does not occur in the sample text.`);
    const { starts, ends } = { starts: tokens!.start.indexOf(start), ends: tokens!.end.indexOf(start + plain.length) };
    if (starts >= 0 && ends >= starts) n++;
  }
  return { first: tokens!.start.indexOf(start), last: tokens!.end.indexOf(start + plain.length) + 1 };
}

function setCoreference(document: ReadDocument, sample: SampleDocument, find: (words: string) => Range): void {
  const entities = sample.entities ?? [];
  const mention = (words: string, isName: boolean, candidates: Mention['candidates']): Mention => {
    const { first, last } = find(words);
    const tag = (t: number): string => XPOS_TAGS[document.tokens!.xpos[t]];
    let head = last - 1;
    if (!isName)
      for (let t = first; t < last; t++)
        if (/^NN/.test(tag(t)) && !/^NN/.test(tag(t + 1))) {
          head = t;
          break;
        }
    const entity = candidates.length === 1 ? candidates[0].entity : null;
    const kind = isName ? 'name' : tag(first).startsWith('PRP') && last === first + 1 ? 'pronoun' : 'description';
    return { first, last, head, kind, entity, candidates, why: 'by hand' };
  };
  const mentions = [
    ...entities.flatMap(({ names = [], also = [] }, entity) => [
      ...names.map((words) => mention(words, true, [{ entity, probability: 1 }])),
      ...also.map((words) => mention(words, false, [{ entity, probability: 1 }])),
    ]),
    ...(sample.open ?? []).map(([words, ...candidates]) =>
      mention(
        words,
        false,
        candidates.map(([entity, probability]) => ({ entity, probability })),
      ),
    ),
  ].sort((a, b) => a.first - b.first || b.last - a.last);
  document.mentions = mentions;
  document.entities = entities.map(({ type }, e): Entity => {
    const own = mentions.flatMap((one, i) => (one.entity === e ? [i] : []));
    const names = own.filter((m) => mentions[m].kind === 'name');
    const length = (m: number): number => mentions[m].last - mentions[m].first;
    const name = names.length === 0 ? null : names.reduce((a, b) => (length(b) > length(a) ? b : a));
    return { type, name, mentions: own, gender: null, number: null };
  });
}

function statementOf(
  document: ReadDocument,
  [source, cue, content = null, parent]: NonNullable<SampleDocument['statements']>[number],
  position: number,
): Attribution {
  return {
    id: `stmt_${position}`,
    kind: 'indirect',
    source: roleOf(document, source),
    cue: roleOf(document, cue),
    content: roleOf(document, content),
    parent: parent === undefined ? null : `stmt_${parent}`,
    relayDepth: 0,
    confidence: 0.9,
    why: [],
  };
}

function roleOf(document: ReadDocument, words: string | null): Role | null {
  if (words === null) return null;
  const { first, last } = findTokens(document, words);
  const span = [document.tokens!.start[first], document.tokens!.end[last - 1]] as const;
  return { spans: [span], text: document.text.slice(...span) };
}
