/**
 * What the ranking sees of a mention and one candidate, as bucket numbers of its weights: how far and in which part of the
 * clause the candidate was last mentioned, how often, whether gender and number agree, what stands between, and whether both are in one quotation.
 * Small numbers are combined into a few dozen templates; nothing is allocated in the loop.
 *
 * The choice of features follows Lappin & Leass 1994, Denis & Baldridge 2008 and Durrett & Klein 2013.
 */
import type { WordClusters } from '../clusters/word-clusters.ts';
import { combine, hashString } from '../lexicon/lexicon.ts';
import { RELATIONS } from '../parse/relations.ts';
import { UPOS_TAGS } from '../tag/tags.ts';
import type { EntityDraft } from './entity-draft.ts';
import { PASSIVE, type PlacedMention, POSSESSOR, SUBJECT } from './place-mentions.ts';
import type { OpenMention, WalkState } from './walk-mentions.ts';

/** Features a candidate at most; "none of them" has fewer. */
export const PAIR_FEATURES = 80;

const CONJUNCT = RELATIONS.indexOf('conj');
const VERBS = new Set(['VERB', 'AUX'].map((tag) => UPOS_TAGS.indexOf(tag)));
const SEEDS = Int32Array.from({ length: PAIR_FEATURES }, (_, i) => hashString(`coreference ${i}`));
const NONE_SEEDS = Int32Array.from({ length: PAIR_FEATURES }, (_, i) => hashString(`coreference none ${i}`));

/** Weights of the parts of a clause (ROLES): what salience is made of, how it fades, and how many mentions it is made of. */
const ROLE_WEIGHTS = [3, 8, 8, 5, 3.5, 4, 3, 7, 2];
const JOINED = 0.7;
const FADES = 0.6;
const LAST = 8;
/** Mentions of one candidate that are looked at in a sentence: more stand only in what is no sentence. */
const MOST_MENTIONS = 32;

/** Stands for no number in a template. */
const ABSENT = -1e9;

const FORMS = { subject: 0, object: 1, possessive: 2, reflexive: 3 } as const;
const DETERMINERS = { definite: 12, demonstrative: 13, possessive: 14, indefinite: 15, none: 16 } as const;
const TYPES = { person: 0, organization: 1, place: 2, group: 3, work: 4, other: 5 } as const;
const KINDS = { name: 0, pronoun: 1, description: 2 } as const;

/** Distances in sentences and counts, in classes that widen. */
function classOf(distance: number): number {
  if (distance < 4) return Math.max(0, distance);
  return distance < 6 ? 4 : distance < 10 ? 5 : distance < 16 ? 6 : 7;
}

/** The first of the last mentions that are looked at. */
const earliest = (own: readonly number[]): number => Math.max(0, own.length - MOST_MENTIONS);

/** How strongly gender speaks for or against: 0 … 6, 3 for nothing known. */
function agreement(mention: PlacedMention, entity: EntityDraft, state: WalkState): number {
  const told =
    mention.pronoun?.gender ??
    (mention.name !== null
      ? state.groups.names[mention.name].gender
      : state.facts.noun(state.document.tokens!.lexeme[mention.head]).gender);
  if (told === null || told === 'neuter' || entity.type !== 'person') return 3;
  if (entity.gender !== null) return entity.gender === told ? 6 : 0;
  const odds = told === 'female' ? entity.odds : -entity.odds;
  if (Math.abs(odds) < 0.5) return 3;
  return odds > 0 ? (odds > 2 ? 5 : 4) : odds < -2 ? 1 : 2;
}

/** What sort of mention it is: the form of a pronoun, or the determiner of a description. */
function sortOf({ kind, pronoun, determiner }: PlacedMention): number {
  if (kind === 'name') return 17;
  if (pronoun === null) return DETERMINERS[determiner];
  return FORMS[pronoun.form] + (pronoun.number === 'plural' ? 4 : pronoun.gender === 'neuter' ? 8 : 0);
}

/** Sorts that share what is learned: he and she in all forms, they, it, descriptions with a determiner and without, names. */
const FAMILIES = [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 5];

export class PairFeatures {
  private readonly mask: number;
  private readonly clusters: WordClusters;
  /** The mention whose candidates are being asked for, and what holds for all of them. */
  private open: OpenMention | null = null;
  private agreements: number[] = [];
  private saliences: number[] = [];
  /** Of the candidate that was last asked for. */
  readonly rows = new Int32Array(PAIR_FEATURES);
  private count = 0;

  /** @param buckets a power of two */
  constructor(clusters: WordClusters, buckets: number) {
    this.clusters = clusters;
    this.mask = buckets - 1;
  }

  /**
   * The buckets of a candidate, or of "none" where `candidate` is their number. They stand in `rows`.
   *
   * @returns how many they are
   * @example
   * features.of(open, 0, state); // 40
   */
  of(open: OpenMention, candidate: number, state: WalkState): number {
    this.count = 0;
    if (candidate === 0 || this.open !== open) this.weigh(open, state);
    if (candidate === open.candidates.length) this.ofNone(open, state);
    else this.ofPair(open, candidate, state);
    return this.count;
  }

  /** Looks at every candidate once, since each is compared with all others. */
  private weigh(open: OpenMention, state: WalkState): void {
    this.open = open;
    this.agreements = open.candidates.map((entity) => agreement(open.mention, entity, state));
    this.saliences = open.candidates.map((entity) => this.salience(entity, open.mention, state));
  }

  /** Puts a template of one to five small numbers. */
  private put(seeds: Int32Array, family: number, a: number, b: number, c: number, d: number, e: number): void {
    let hash = family * 23 + a;
    if (b !== ABSENT) hash = hash * 23 + b;
    if (c !== ABSENT) hash = hash * 23 + c;
    if (d !== ABSENT) hash = hash * 23 + d;
    if (e !== ABSENT) hash = hash * 23 + e;
    this.rows[this.count] = combine(seeds[this.count], hash) & this.mask;
    this.count++;
  }

  private ofPair({ mention, candidates }: OpenMention, candidate: number, state: WalkState): void {
    const { mentions, document } = state;
    const { head, lexeme, upos } = document.tokens!;
    const entity = candidates[candidate];
    const sort = sortOf(mention);
    const family = FAMILIES[sort];
    const put = (a: number, b = ABSENT, c = ABSENT, d = ABSENT, e = ABSENT): void =>
      this.put(SEEDS, family, a, b, c, d, e);
    // A namesake may not have been mentioned yet.
    const last = entity.last < 0 ? null : mentions[entity.last];
    const distance = last === null ? 8 : classOf(mention.sentence - last.sentence);
    const named =
      entity.group === null
        ? 8
        : entity.lastName < 0
          ? 7
          : classOf(mention.sentence - mentions[entity.lastName].sentence);
    const gender = this.agreements[candidate];
    const type = TYPES[entity.type] * 2 + (entity.plural ? 1 : 0);
    const isNamed = entity.group === null ? 0 : 1;
    let rank = 0;
    let agreeing = 0;
    let oftener = 0;
    let better = 0;
    let most = 0;
    const salient = this.saliences[candidate];
    const total = entity.names + entity.mentions.length;
    for (let c = 0; c < candidates.length; c++) {
      const other = candidates[c];
      const agrees = this.agreements[c] >= 3;
      if (agrees) agreeing++;
      if (agrees && c < candidate) rank++;
      if (agrees && other !== entity) {
        const salience = this.saliences[c];
        if (salience > salient) better++;
        most = Math.max(most, salience);
      }
      if (other !== entity && agrees && other.names + other.mentions.length > total) oftener++;
    }
    better = Math.min(better, 4);
    const lead =
      salient === 0
        ? 0
        : most === 0
          ? 8
          : Math.max(1, Math.min(7, 4 + Math.round((2 * Math.log2(salient / most)) / 1.5)));
    rank = Math.min(rank, 4);
    agreeing = Math.min(agreeing, 5);
    oftener = Math.min(oftener, 3);
    const role = last?.role ?? 9;
    const kind = last === null ? 3 : KINDS[last.kind];
    const own = mention.role;
    const joined = last?.isJoined ? 1 : 0;
    const paragraphs = last === null ? 3 : Math.min(2, mention.block - last.block);
    const count = Math.min(5, Math.ceil(Math.log2(1 + entity.mentions.length)));
    const former = state.lastOf(mention);
    const goesOn = former === entity ? 1 : former === null || !candidates.includes(former) ? 2 : 0;
    const clause = last === null ? 5 : this.clause(mention, entity, state);
    const quoted = mention.quotation < 0 ? 0 : 1;
    const inQuote = last === null || last.quotation < 0 ? 0 : last.quotation === mention.quotation ? 1 : 2;
    const speaker = quoted === 1 ? state.speakerOf(mention.quotation) : null;
    const speaks = quoted === 0 ? 3 : speaker === null ? 2 : speaker === entity ? 1 : 0;
    const ahead = state.isAhead(mention, entity) ? 1 : 0;
    const single = entity.group === null || state.groups.groups[entity.group].words.length > 1 ? 0 : 1;
    const verb = this.clusters.of(lexeme[Math.max(0, mention.governor)]);
    const verbBefore = last === null ? 0 : this.clusters.of(lexeme[Math.max(0, last.governor)]);
    const isVerb = mention.governor >= 0 && VERBS.has(upos[mention.governor]) ? 1 : 0;
    const subject = this.subjectBefore(mention, entity, state);
    const first = last?.isFirst ? 1 : 0;

    put(gender, type, isNamed);
    put(gender, single, isNamed);
    put(ahead, distance);
    put(ahead, rank, gender);
    put(distance);
    put(distance, role, own);
    put(named);
    put(named, distance, kind);
    put(rank, distance);
    put(rank, agreeing);
    put(rank, gender, agreeing);
    put(role, distance, joined);
    put(kind, distance, role);
    put(clause, sort);
    put(clause, sort, own);
    put(clause, role, rank);
    put(sort, distance, rank);
    put(sort, role, distance);
    put(count, distance);
    put(oftener);
    put(oftener, distance, rank);
    put(oftener, agreeing, gender);
    put(goesOn, distance);
    put(goesOn, rank, gender);
    put(goesOn, own, role, distance);
    put(goesOn, oftener);
    put(subject, own);
    put(subject, distance, rank);
    put(subject, goesOn);
    put(first, distance, own);
    put(paragraphs, distance);
    put(paragraphs, mention.isFirst ? 1 : 0, kind);
    put(better, agreeing);
    put(better, distance);
    put(better, rank, goesOn);
    put(better, gender, quoted);
    put(lead);
    put(lead, own);
    put(lead, gender);
    put(lead, goesOn, Math.min(distance, 2));
    put(quoted, inQuote, distance);
    put(speaks, rank);
    put(speaks, inQuote, gender);
    put(type, own, isVerb);
    put(type, distance, isNamed);
    put(isNamed, rank, kind);
    put(Math.min(rank, 2), Math.min(2, distance), Math.min(agreeing, 3), goesOn, oftener > 0 ? 1 : 0);
    put(gender, Math.min(2, distance), role === SUBJECT || role === PASSIVE ? 1 : 0, oftener > 0 ? 1 : 0);
    put(verb, own, role === SUBJECT ? 1 : 0);
    put(verbBefore, role, distance === 0 ? 0 : distance === 1 ? 1 : 2, own);
    put(type, verb, own);
    if (mention.kind === 'description') {
      const noun = state.facts.fold(lexeme[mention.head]);
      const lemma = noun.length > 3 && noun.endsWith('s') ? noun.slice(0, -1) : noun;
      const matches = entity.nouns.has(lemma) || entity.nouns.has(noun) ? 1 : 0;
      const known = Math.min(2, entity.nouns.size);
      const cluster = this.clusters.of(lexeme[mention.head]);
      put(matches, known);
      put(matches, distance);
      put(matches, rank, isNamed);
      put(matches, type, known);
      put(cluster, type);
      put(cluster, matches, isNamed);
      put(last !== null && last.kind === 'description' && head[mention.head] === head[last.head] ? 1 : 0);
    }
    if (mention.kind === 'name') {
      const isOwn = entity.lengths.has(mention.last - mention.first) ? 1 : 0;
      put(isOwn, rank);
      put(isOwn, oftener, distance);
      put(isOwn, agreeing);
      put(named, rank);
      put(named, oftener);
      put(oftener, isOwn, distance === 0 ? 0 : distance < 3 ? 1 : 2);
    }
  }

  private ofNone({ mention, candidates }: OpenMention, state: WalkState): void {
    const family = FAMILIES[sortOf(mention)];
    const { lexeme, upos } = state.document.tokens!;
    const put = (a: number, b = ABSENT, c = ABSENT, d = ABSENT, e = ABSENT): void =>
      this.put(NONE_SEEDS, family, a, b, c, d, e);
    const agreeing = candidates.filter((_, c) => this.agreements[c] >= 3);
    const surely = this.agreements.includes(6) ? 1 : 0;
    const nearest =
      agreeing.length === 0 || agreeing[0].last < 0
        ? 7
        : classOf(mention.sentence - state.mentions[agreeing[0].last].sentence);
    const former = state.lastOf(mention);
    const goesOn = former === null ? 2 : candidates.includes(former) ? 1 : 0;
    const verb = this.clusters.of(lexeme[Math.max(0, mention.governor)]);
    put(sortOf(mention));
    put(Math.min(5, agreeing.length));
    put(nearest);
    put(nearest, Math.min(3, agreeing.length), surely);
    put(goesOn, nearest);
    put(surely);
    put(mention.role, nearest);
    put(mention.quotation < 0 ? 0 : 1);
    put(verb, mention.role);
    put(mention.governor < 0 ? 99 : upos[mention.governor], mention.role);
    if (mention.kind === 'description') {
      const cluster = this.clusters.of(lexeme[mention.head]);
      const noun = state.facts.fold(lexeme[mention.head]);
      const matches = candidates.some(({ nouns }) => nouns.has(noun)) ? 1 : 0;
      put(cluster);
      put(cluster, mention.last > mention.head + 1 ? 1 : 0);
      put(matches, mention.last > mention.head + 1 ? 1 : 0);
      put(matches, mention.head - mention.first);
    }
  }

  /** The weight of the last mentions: that of their parts in the clause, less with every sentence between (Lappin & Leass 1994). */
  private salience({ mentions: own }: EntityDraft, mention: PlacedMention, { mentions }: WalkState): number {
    let sum = 0;
    for (let m = own.length - 1; m >= 0 && m >= own.length - LAST; m--) {
      const { sentence, role, isJoined } = mentions[own[m]];
      sum += ROLE_WEIGHTS[role] * (isJoined ? JOINED : 1) * FADES ** (mention.sentence - sentence);
    }
    return sum;
  }

  /**
   * How the candidate's mentions in the same sentence govern the mention: 0 not at all, 1 as the subject of its own verb, 2 of
   * the verb above, 3 of one higher; 4 where it is another argument of its own verb.
   */
  private clause(mention: PlacedMention, entity: EntityDraft, { mentions, document }: WalkState): number {
    const { head, upos } = document.tokens!;
    if (mention.role === POSSESSOR && this.isJoinedWith(mention, entity, mentions, document)) return 6;
    let level = 0;
    let t = mention.top;
    for (let step = 0; step < 8; step++) {
      t = head[t];
      if (t < 0) return 0;
      if (!VERBS.has(upos[t]) && step < 7) {
        // A noun above: whatever hangs on it is not of the same clause.
        if (head[t] < 0) return this.hangs(t, entity, mentions, mention, head, level + 1);
        continue;
      }
      level++;
      const found = this.hangs(t, entity, mentions, mention, head, level);
      if (found > 0) return found;
    }
    return 0;
  }

  /** "His" in "Mohamed and his father". */
  private isJoinedWith(
    { governor, sentence }: PlacedMention,
    { mentions: own }: EntityDraft,
    mentions: readonly PlacedMention[],
    { tokens }: WalkState['document'],
  ): boolean {
    if (governor < 0 || tokens!.relation[governor] !== CONJUNCT) return false;
    for (let m = own.length - 1; m >= earliest(own) && mentions[own[m]].sentence === sentence; m--)
      if (mentions[own[m]].head === tokens!.head[governor]) return true;
    return false;
  }

  private hangs(
    verb: number,
    { mentions: own }: EntityDraft,
    mentions: readonly PlacedMention[],
    mention: PlacedMention,
    head: Int32Array,
    level: number,
  ): number {
    for (let m = own.length - 1; m >= earliest(own); m--) {
      const other = mentions[own[m]];
      if (other.sentence !== mention.sentence) break;
      if (head[other.top] !== verb) continue;
      if (other.role === SUBJECT || other.role === PASSIVE) return Math.min(3, level);
      if (level === 1) return 4;
    }
    return 0;
  }

  /** Whether the candidate was the subject of the sentence before (1), of an earlier clause of this one (2), of both (3). */
  private subjectBefore(mention: PlacedMention, { mentions: own }: EntityDraft, { mentions }: WalkState): number {
    let found = 0;
    for (let m = own.length - 1; m >= earliest(own); m--) {
      const { sentence, role } = mentions[own[m]];
      if (sentence < mention.sentence - 1) break;
      if (role === SUBJECT || role === PASSIVE) found |= sentence === mention.sentence ? 2 : 1;
    }
    return found;
  }
}
