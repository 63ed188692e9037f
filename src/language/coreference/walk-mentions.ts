/**
 * Walks through the mentions of a document in order and gives each its entity: names by their groups, appositions and
 * predicates by the parse, pronouns and other descriptions by a ranking of the entities that were lately mentioned.
 *
 * Only entities of the last few sentences are candidates, so the time is linear in the text. Where the likeliest is not
 * likely enough, the mention stays open and its candidates are kept; the walk itself goes on with the likeliest.
 */
import type { Document, EntityCandidate, EntityType } from '../../text/document.ts';
import { RELATIONS } from '../parse/relations.ts';
import { UPOS_TAGS } from '../tag/tags.ts';
import type { EntityDraft } from './entity-draft.ts';
import { fits, suits } from './fits.ts';
import type { GroupedNames } from './group-names.ts';
import type { PlacedMention } from './place-mentions.ts';
import { RecentEntities } from './recent-entities.ts';
import { TITLE_WINDOW, type WalkGround } from './walk-ground.ts';
import type { WordFacts } from './word-facts.ts';

/** A mention that has to be chosen for: the candidates, the latest mentioned first. */
export interface OpenMention {
  readonly index: number;
  readonly mention: PlacedMention;
  readonly candidates: readonly EntityDraft[];
}

/** What the walk knows when it asks. */
export interface WalkState {
  readonly document: Document;
  readonly mentions: readonly PlacedMention[];
  /** The entity of each mention up to here, or null. */
  readonly entities: readonly (EntityDraft | null)[];
  /** The mention that a token heads, or -1. */
  readonly mentionAt: Int32Array;
  readonly facts: WordFacts;
  readonly groups: GroupedNames;
  /** The entity that the last pronoun of the same number and gender stood for. */
  lastOf(mention: PlacedMention): EntityDraft | null;
  /** Whether a name of the entity follows as the subject of a verb above the mention. */
  isAhead(mention: PlacedMention, entity: EntityDraft): boolean;
  /** The entity that speaks the quotation of this number, or null. */
  speakerOf(quotation: number): EntityDraft | null;
}

/**
 * Gives each candidate a probability, and the last one is that of none of them.
 */
export type Chooser = (open: OpenMention, state: WalkState) => Float64Array;

export interface Decision {
  readonly entity: EntityDraft | null;
  readonly candidates: readonly EntityCandidate[];
  readonly why: string;
}

export interface WalkedDocument {
  readonly mentions: readonly PlacedMention[];
  readonly decisions: readonly Decision[];
  readonly entities: readonly EntityDraft[];
  readonly groups: GroupedNames;
  /** For each group of names, how many pronouns spoke for a woman, less those for a man. */
  readonly votes: Float64Array;
}

/** From which probability a choice is taken as made, and what that of nobody, and of who is not named, is multiplied by for a pronoun. */
export interface Thresholds {
  readonly pronoun: number;
  readonly description: number;
  readonly name: number;
  readonly none: number;
  readonly unnamed: number;
}

/** Sentences after which an entity is no candidate any more, for what must be near and for what may be farther. */
const NEAR = 10;
const FAR = 30;
/** Candidates a mention has at most, but for one whose name follows. */
export const MOST = 16;
/** Entities that are looked at for candidates: beyond these, few are near in any text but a list. */
const LOOKED = 200;
/** How often somebody was called by a short name, how much oftener mentioned, and for how many sentences no namesake was. */
const USUAL = 2;
const OFTENER = 4;
const LATELY = 3;
/** How much oftener than its namesakes somebody is mentioned whom the model may choose for a surname alone. */
const CLEARLY = 2;
/** Below this a candidate is not worth telling of. */
const LEAST = 0.05;
/** Probability from which the walk goes on as if an open mention meant its likeliest candidate. */
const GUESS = 0.4;
/** What one pronoun adds to the log odds of a gender, and how far all evidence of this kind goes. */
const VOTE = 1;
const MOST_ODDS = 5;

const relation = (name: string): number => RELATIONS.indexOf(name);
const APPOSITION = relation('appos');
const OWNS = relation('nmod:poss');
const CONJUNCT = relation('conj');
const CALLED = new Set(['vocative', 'discourse'].map(relation));
const NOUNS = new Set(['NOUN', 'PROPN'].map((tag) => UPOS_TAGS.indexOf(tag)));
/**
 * The walk.
 *
 * @param former the votes of an earlier walk through the document: a name is known for a woman's by all the pronouns around it
 * @example
 * walkMentions(new WalkGround(document, lexicon, facts), chooser, thresholds).decisions[0].why; // 'full name'
 */
export function walkMentions(
  ground: WalkGround,
  choose: Chooser,
  thresholds: Thresholds,
  former: Float64Array | null = null,
): WalkedDocument {
  const { document, facts, groups, mentions, mentionAt, speakers, linked } = ground;
  const { lexeme, head, relation: relations, upos } = document.tokens!;
  const fold = (t: number): string => facts.fold(lexeme[t]);

  const votes = new Float64Array(groups.groups.length);
  const entities: EntityDraft[] = [];
  const byGroup = new Map<number, EntityDraft>();
  const byParts = new Map<string, EntityDraft>();
  const byRelation = new Map<string, EntityDraft>();
  const assigned: (EntityDraft | null)[] = mentions.map(() => null);
  const decisions: Decision[] = [];
  const recent = new RecentEntities();
  const lastPronouns = new Map<string, EntityDraft>();
  const pronounKey = ({ pronoun }: PlacedMention): string => `${pronoun?.number} ${pronoun?.gender}`;

  /** A name by its last word and its length. */
  const callOf = ({ first, last, head: t }: PlacedMention): string => `${last - first} ${lexeme[t]}`;
  const create = (type: EntityType, plural: boolean, group: number | null): EntityDraft => {
    const named = group === null ? null : groups.groups[group];
    const entity: EntityDraft = {
      id: entities.length,
      type,
      plural,
      group,
      names: named?.count ?? 0,
      gender: named?.gender ?? null,
      odds: named === null ? 0 : Math.max(-MOST_ODDS, Math.min(MOST_ODDS, named.odds + VOTE * (former?.[group!] ?? 0))),
      nouns: new Set(named !== null && named.type !== 'person' ? named.words : []),
      doubt: null,
      mentions: [],
      calls: new Map(),
      lengths: new Set(),
      last: -1,
      lastName: -1,
    };
    entities.push(entity);
    return entity;
  };
  const ofGroup = (group: number): EntityDraft => {
    let entity = byGroup.get(group);
    if (entity === undefined) {
      entity = create(groups.groups[group].type, groups.groups[group].plural, group);
      byGroup.set(group, entity);
    }
    return entity;
  };
  const isByline = ({ block }: PlacedMention): boolean =>
    /^(?:byline|credit)$/.test(document.blocks[block]?.kind ?? '');
  /** Moves an entity to the front of what is remembered. */
  const note = (entity: EntityDraft, i: number): void => {
    assigned[i] = entity;
    entity.mentions.push(i);
    entity.last = i;
    if (mentions[i].kind === 'name') {
      entity.lastName = i;
      entity.lengths.add(mentions[i].last - mentions[i].first);
      const call = callOf(mentions[i]);
      entity.calls.set(call, (entity.calls.get(call) ?? 0) + 1);
    }
    // Who wrote the article is nobody that it goes on to tell of.
    if (!isByline(mentions[i])) recent.add(entity);
  };
  const state: WalkState = {
    document,
    mentions,
    entities: assigned,
    mentionAt,
    facts,
    groups,
    lastOf: (mention) => lastPronouns.get(pronounKey(mention)) ?? null,
    isAhead: (mention, entity) => entity.group !== null && ground.subjectAhead(mention) === entity.group,
    speakerOf: (quotation) => {
      const speaker = speakers.get(quotation);
      if (speaker === undefined) return null;
      const group = ground.nameGroup(speaker);
      return group === null ? assigned[speaker] : (byGroup.get(group) ?? null);
    },
  };

  /** Whether a mention's words are part of a phrase that means the entity: "his" in "his wife" is not the wife. */
  const isWithin = (mention: PlacedMention, entity: EntityDraft): boolean => {
    let t = mention.head;
    for (let step = 0; step < 6; step++) {
      const up = head[t];
      if (up < 0 || !NOUNS.has(upos[up]) || relations[t] === CONJUNCT) return false;
      t = up;
      const at = mentionAt[t];
      if (at >= 0 && (assigned[at] === entity || (entity.group !== null && ground.nameGroup(at) === entity.group)))
        return true;
      // "Marek is her landlord".
      const predicate = ground.predicateOf(t);
      if (predicate !== null && predicate.subject >= 0 && !predicate.isDenied && assigned[predicate.subject] === entity)
        return true;
      // An apposition may follow: "his wife, Mary".
      if (at >= 0 && linked.get(at) === entity.group && entity.group !== null) return true;
    }
    return false;
  };
  const candidatesFor = (mention: PlacedMention): EntityDraft[] => {
    const found: EntityDraft[] = [];
    let looked = 0;
    for (const entity of recent.latest()) {
      const { sentence } = mentions[entity.last];
      const isOld = mention.sentence - sentence > (mention.kind === 'pronoun' ? NEAR : FAR);
      if (isOld || found.length === MOST || ++looked > LOOKED) break;
      if (fits(mention, entity, facts, lexeme) && !isWithin(mention, entity)) found.push(entity);
    }
    const ahead = mention.pronoun === null || mention.pronoun.person < 3 ? -1 : ground.subjectAhead(mention);
    if (ahead >= 0) {
      const entity = ofGroup(ahead);
      if (!found.includes(entity) && fits(mention, entity, facts, lexeme)) found.push(entity);
    }
    return found;
  };
  const decideByRank = (
    i: number,
    candidates: readonly EntityDraft[],
    least: number,
    why: string,
    none: string,
  ): Decision => {
    const mention = mentions[i];
    const odds = candidates.length === 0 ? Float64Array.of(1) : choose({ index: i, mention, candidates }, state);
    if (mention.pronoun !== null && candidates.length > 0) lean(odds, candidates);
    let best = 0;
    for (let c = 1; c < candidates.length; c++) if (odds[c] > odds[best]) best = c;
    const noneOdds = odds[candidates.length];
    vote(mention, candidates, odds);
    if (candidates.length === 0 || noneOdds > odds[best]) {
      if (mention.kind === 'description') return newDescription(i);
      return { entity: null, candidates: told(candidates, odds), why: none };
    }
    const entity = candidates[best];
    // What an open name may mean instead is kept with the entity, so that the walk may go on with it.
    if (odds[best] >= GUESS || mention.kind === 'name') {
      note(entity, i);
      if (mention.pronoun !== null) {
        lastPronouns.set(pronounKey(mention), entity);
      }
    }
    const isClear = mention.kind !== 'name' || isFarOftener(entity, candidates);
    if (odds[best] >= least && isClear && (mention.kind === 'name' || entity.doubt === null)) {
      entity.doubt = null;
      return { entity, candidates: [{ entity: entity.id, probability: odds[best] }], why };
    }
    if (mention.kind === 'name') entity.doubt = told(candidates, odds);
    else if (entity.doubt !== null) return doubted(entity.doubt, odds[best], `${why} after an open name`);
    if (mention.kind === 'description' && odds[best] < GUESS) return newDescription(i);
    return { entity: null, candidates: told(candidates, odds), why: `${why}, open` };
  };
  /** Gives the names their due: what a pronoun means is told of by a name oftener than the model expects. */
  const lean = (odds: Float64Array, candidates: readonly EntityDraft[]): void => {
    let sum = 0;
    for (let c = 0; c < odds.length; c++) {
      if (c === candidates.length) odds[c] *= thresholds.none;
      else if (candidates[c].group === null) odds[c] *= thresholds.unnamed;
      sum += odds[c];
    }
    for (let c = 0; c < odds.length; c++) odds[c] /= sum;
  };
  /** Whether an entity was mentioned at least twice as often as each of its namesakes: a surname alone means no other then. */
  const isFarOftener = (entity: EntityDraft, namesakes: readonly EntityDraft[]): boolean =>
    entity.mentions.length > 1 &&
    namesakes.every((other) => other === entity || other.mentions.length * CLEARLY < entity.mentions.length);
  /** A mention of what an open name means is as open. */
  const doubted = (doubt: readonly EntityCandidate[], share: number, why: string): Decision => ({
    entity: null,
    candidates: doubt.map(({ entity, probability }) => ({ entity, probability: probability * share })),
    why,
  });
  /** A pronoun tells the gender of whom it stands for, as far as it is known who that is. */
  const vote = ({ pronoun }: PlacedMention, candidates: readonly EntityDraft[], odds: Float64Array): void => {
    const gender = pronoun?.gender ?? 'neuter';
    if (gender === 'neuter') return;
    candidates.forEach((entity, c) => {
      const told = gender === 'female' ? odds[c] : -odds[c];
      if (entity.group !== null) votes[entity.group] += told;
      entity.odds = Math.max(-MOST_ODDS, Math.min(MOST_ODDS, entity.odds + VOTE * told));
    });
  };
  const told = (candidates: readonly EntityDraft[], odds: Float64Array): EntityCandidate[] =>
    candidates
      .map(({ id }, c) => ({ entity: id, probability: odds[c] }))
      .filter(({ probability }) => probability >= LEAST)
      .sort((a, b) => b.probability - a.probability);
  const sure = (i: number, entity: EntityDraft, why: string): Decision => {
    const mention = mentions[i];
    if (mention.kind === 'name') entity.doubt = null;
    note(entity, i);
    if (entity.doubt !== null) return doubted(entity.doubt, 1, `${why} of an open name`);
    if (mention.kind === 'description') describe(entity, mention.head);
    return { entity, candidates: [{ entity: entity.id, probability: 1 }], why };
  };
  const describe = (entity: EntityDraft, noun: number): void => {
    entity.nouns.add(singular(fold(noun)));
    for (const word of ground.wordsBefore(noun)) entity.nouns.add(`${word} ${singular(fold(noun))}`);
    if (entity.type === 'person') entity.gender ??= facts.noun(lexeme[noun]).gender;
  };
  /** The only candidate that is known by a noun, with all words before it. */
  const knownBy = (mention: PlacedMention, candidates: readonly EntityDraft[]): EntityDraft | null => {
    const noun = singular(fold(mention.head));
    const words = ground.wordsBefore(mention.head);
    const known = candidates.filter(({ nouns }) => nouns.has(noun));
    const exact = known.filter(({ nouns }) => words.every((word) => nouns.has(`${word} ${noun}`)));
    return exact.length === 1 && (known.length === 1 || words.length > 0) ? exact[0] : null;
  };
  const newDescription = (i: number): Decision => {
    const mention = mentions[i];
    const entity = create(mention.means === 'body' ? 'organization' : 'person', mention.plural, null);
    const key = relationKey(mention);
    if (key !== null) byRelation.set(key, entity);
    return sure(i, entity, 'first mention');
  };
  /** Whose relative or aide a description is of: "12 wife". */
  const relationKey = (mention: PlacedMention): string | null => {
    for (let t = mention.first; t < mention.head; t++) {
      if (head[t] !== mention.head || relations[t] !== OWNS || mentionAt[t] < 0) continue;
      const { pronoun, quotation } = mentions[mentionAt[t]];
      // Outside of quotations only the writer says "my".
      if (pronoun?.person === 1)
        return quotation < 0 && pronoun.number === 'singular' ? `I ${fold(mention.head)}` : null;
      const owner = assigned[mentionAt[t]];
      return owner === null ? null : `${owner.id} ${fold(mention.head)}`;
    }
    return null;
  };

  const decideName = (i: number, name: number): Decision => {
    const { groups: fitting, why } = groups.names[name];
    const mention = mentions[i];
    if (groups.names[name].isTitle) return nobody('title alone');
    if (fitting.length === 1) {
      const entity = ofGroup(fitting[0]);
      for (let t = mention.first - 1, n = 0; t >= 0 && n < TITLE_WINDOW; t--, n++) {
        if (!NOUNS.has(upos[t]) || (head[t] !== mention.head && head[mention.head] !== t)) break;
        describe(entity, t);
      }
      return sure(i, entity, why);
    }
    // A namesake that was not yet mentioned is not meant by the surname alone, unless none was.
    const known = fitting.flatMap((group) => byGroup.get(group) ?? []).filter(({ last }) => last >= 0);
    const candidates = (known.length > 0 ? known : fitting.map(ofGroup)).slice(0, MOST);
    candidates.sort((a, b) => b.last - a.last);
    if (known.length === 1) return sure(i, known[0], `${why}, the only one so far`);
    const usual = candidates.find((entity) => isUsual(mention, entity, candidates));
    if (usual) return sure(i, usual, `${why}, as before`);
    return decideByRank(i, candidates, thresholds.name, `${why} of several`, `${why} of several, open`);
  };

  /**
   * Whether a short name goes on meaning whom it has meant: somebody called so before and mentioned far oftener than any namesake, none of
   * whom was mentioned lately.
   */
  const isUsual = (mention: PlacedMention, entity: EntityDraft, namesakes: readonly EntityDraft[]): boolean => {
    if ((entity.calls.get(callOf(mention)) ?? 0) < USUAL) return false;
    return namesakes.every(
      (other) =>
        other === entity ||
        (other.mentions.length * OFTENER <= entity.mentions.length &&
          (other.last < 0 || mention.sentence - mentions[other.last].sentence > LATELY)),
    );
  };

  const decideDescription = (i: number): Decision => {
    const mention = mentions[i];
    if (mention.parts.length > 0) {
      const parts = mention.parts.map((t) => assigned[mentionAt[t]]);
      const first = parts.find((part) => part !== null);
      const key = parts.includes(null)
        ? null
        : parts
            .map((part) => part!.id)
            .sort((a, b) => a - b)
            .join(' ');
      const known = key === null ? undefined : byParts.get(key);
      const entity = known ?? create(first?.type ?? 'person', true, null);
      if (key !== null) byParts.set(key, entity);
      return sure(i, entity, 'joint mention');
    }
    const follows = linked.get(i);
    if (follows !== undefined) return sure(i, ofGroup(follows), 'role of an apposition');
    const governor = head[mention.head];
    if (governor >= 0 && relations[mention.head] === APPOSITION && mentionAt[governor] >= 0) {
      const entity = assigned[mentionAt[governor]];
      if (entity !== null && entity.plural === mention.plural && suits(mention, entity.type))
        return sure(i, entity, 'role of an apposition');
    }
    const predicate = ground.predicateOf(mention.head);
    const isIndefinite = mention.determiner === 'indefinite' || mention.determiner === 'none';
    if (predicate?.isDenied && isIndefinite) return nobody('denied of its subject');
    const at = predicate === null || predicate.isDenied ? -1 : predicate.subject;
    if (at >= 0) {
      const subject = assigned[at];
      if (subject !== null && subject.plural === mention.plural && suits(mention, subject.type))
        return sure(i, subject, 'predicate');
      // "I am a lawyer" tells of the speaker, and nobody new is mentioned.
      if ((mentions[at].pronoun?.person ?? 3) < 3) return nobody('speaker or hearer');
    }
    if (CALLED.has(relations[mention.head])) return nobody('speaker or hearer');
    const key = relationKey(mention);
    const relative = key === null ? undefined : byRelation.get(key);
    if (relative !== undefined) return sure(i, relative, 'same relation');
    if (mention.determiner === 'indefinite' || (mention.determiner === 'none' && mention.plural))
      return newDescription(i);
    const candidates = candidatesFor(mention).filter(
      (entity) => predicate === null || predicate.subject < 0 || assigned[predicate.subject] !== entity,
    );
    const isOwned = mention.determiner === 'possessive' && facts.noun(lexeme[mention.head]).isKin;
    const known = mention.last === mention.head + 1 && !isOwned ? knownBy(mention, candidates) : null;
    if (known === null && mention.isByName) return nobody('no body is named so');
    // "Doctor says dam failed", "Dr": a word of a headline or a title tells of nobody in particular.
    const isBare = mention.determiner === 'none' && mention.means === 'person' && mention.first === mention.head;
    if (known === null && isBare && !mention.plural) return nobody('noun without an article');
    if (known !== null) {
      // Its own noun says who it is, whatever an open name before it means.
      known.doubt = null;
      return sure(i, known, 'same role');
    }
    return decideByRank(i, candidates, thresholds.description, 'description model', 'description model');
  };
  const order = mentions.map((_, i) => i);
  const place = ({ parts, head: t, last }: PlacedMention): number => (parts.length > 0 ? last - 0.5 : t);
  order.sort((a, b) => place(mentions[a]) - place(mentions[b]) || a - b);
  for (const i of order) {
    const mention = mentions[i];
    recent.forget(({ last }) => mention.sentence - mentions[last].sentence > FAR);
    if (mention.name !== null) decisions[i] = decideName(i, mention.name);
    else if (mention.pronoun === null) decisions[i] = decideDescription(i);
    else if (mention.pronoun.person < 3) decisions[i] = nobody('speaker or hearer');
    else
      decisions[i] = decideByRank(
        i,
        candidatesFor(mention),
        thresholds.pronoun,
        'pronoun model',
        'pronoun model, none fits',
      );
  }
  return { mentions, decisions, entities, groups, votes };
}

/** A mention of nobody that the text goes on to speak of. */
const nobody = (why: string): Decision => ({ entity: null, candidates: [], why });

const singular = (noun: string): string =>
  noun.length > 3 && noun.endsWith('s') && !noun.endsWith('ss') ? noun.slice(0, -1) : noun;
