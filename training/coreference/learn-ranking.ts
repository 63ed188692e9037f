/**
 * Learns the ranking of candidates: AdaGrad (Duchi, Hazan & Singer 2011) on the log likelihood of the right candidates.
 *
 * The walk makes its own history: what a mention is given decides what later ones see. The first round walks with the gold
 * choices, later ones with those of the model learned so far, and all are learned from together (DAgger; Ross, Gordon & Bagnell 2011).
 */
import type { WordClusters } from '../../src/language/clusters/word-clusters.ts';
import type { EntityDraft } from '../../src/language/coreference/entity-draft.ts';
import type { GroupedNames } from '../../src/language/coreference/group-names.ts';
import { PAIR_FEATURES, PairFeatures } from '../../src/language/coreference/pair-features.ts';
import type { PlacedMention } from '../../src/language/coreference/place-mentions.ts';
import { rankBy } from '../../src/language/coreference/ranking.ts';
import { WalkGround } from '../../src/language/coreference/walk-ground.ts';
import { type Chooser, MOST, type Thresholds, walkMentions } from '../../src/language/coreference/walk-mentions.ts';
import type { WordFacts } from '../../src/language/coreference/word-facts.ts';
import type { Lexicon } from '../../src/language/lexicon/lexicon.ts';
import type { Document } from '../../src/text/document.ts';
import { randomFrom, shuffle } from '../random.ts';
import { GoldIndex, type Prepared } from './prepare.ts';

export const BUCKETS = 1 << 16;

/** A mention with the features of its candidates; the last candidate is none. */
interface Instance {
  /** Where each candidate's features begin, and where the last one's end. */
  readonly from: Int32Array;
  readonly rows: Int32Array;
  readonly right: Uint8Array;
}

const EPOCHS = 10;
const RATE = 0.05;
const DECAY = 0.001;
/** Fits whose mean ships: each sees the choices in another order. */
const FITS = 4;
/** Share of the features that a step does not see: none is to be relied on alone (Srivastava et al. 2014). */
const HIDDEN = 0.6;
/** Walks with the model's own choices. */
const OWN_WALKS = 2;

/** Gradients smaller than this are not followed. */
const LEAST = 1e-4;

const ANY: Thresholds = { pronoun: 0, description: 0, name: 0, none: 1, unnamed: 1 };

/**
 * Learns from documents; the same seed gives the same weights.
 *
 * @example
 * learnRanking(prepared, lexicon, facts, clusters, 1).length; // BUCKETS
 */
export function learnRanking(
  documents: readonly Prepared[],
  lexicon: Lexicon,
  facts: WordFacts,
  clusters: WordClusters,
  seed: number,
): Float32Array {
  const features = new PairFeatures(clusters, BUCKETS);
  const random = randomFrom(seed);
  const instances: Instance[] = [];
  for (const prepared of documents) collect(prepared, lexicon, facts, features, null, instances);
  let weights = fit(instances, random);
  for (let walk = 0; walk < OWN_WALKS; walk++) {
    const choose = rankBy(weights, 1, features);
    for (const prepared of documents) collect(prepared, lexicon, facts, features, choose, instances);
    weights = fit(instances, random);
  }
  for (let again = 1; again < FITS; again++) {
    const other = fit(instances, random);
    for (let b = 0; b < BUCKETS; b++) weights[b] += other[b];
  }
  return weights.map((sum) => sum / FITS);
}

/** Walks through a document and keeps every choice that comes up. */
function collect(
  { gold, document }: Prepared,
  lexicon: Lexicon,
  facts: WordFacts,
  features: PairFeatures,
  choose: Chooser | null,
  instances: Instance[],
): void {
  const index = new GoldIndex(gold);
  let chains: Chains | null = null;
  const ground = new WalkGround(document, lexicon, facts);
  const former = choose === null ? null : walkMentions(ground, choose, ANY).votes;
  walkMentions(
    ground,
    (open, state) => {
      chains ??= new Chains(document, state.mentions, state.groups, index);
      const { candidates } = open;
      const right = new Uint8Array(candidates.length + 1);
      const chain = chains.ofMention(open.index);
      const own = candidates.filter((candidate) => chain !== null && chains!.ofEntity(candidate) === chain);
      // Where a chain has fallen into several entities, its name is what is asked for.
      const named = own.filter(({ group }) => group !== null);
      const wanted = named.length > 0 ? named : own;
      candidates.forEach((candidate, c) => {
        if (wanted.includes(candidate)) right[c] = 1;
      });
      if (wanted.length === 0) right[candidates.length] = 1;
      const rows: number[] = [];
      const from = new Int32Array(candidates.length + 2);
      for (let c = 0; c <= candidates.length; c++) {
        const count = features.of(open, c, state);
        for (let f = 0; f < count; f++) rows.push(features.rows[f]);
        from[c + 1] = rows.length;
      }
      instances.push({ from, rows: Int32Array.from(rows), right });
      return choose === null ? Float64Array.from(right) : choose(open, state);
    },
    ANY,
    former,
  );
}

/** The gold chains of what the walk handles. */
class Chains {
  private readonly groups: (string | null)[];
  private readonly mentions: (string | null)[];

  constructor(
    document: Document,
    mentions: readonly PlacedMention[],
    { groups, names }: GroupedNames,
    index: GoldIndex,
  ) {
    const { start, end } = document.tokens!;
    this.mentions = mentions.map(
      ({ first, last, head }) => index.of(start[first], end[last - 1], start[head])?.group ?? null,
    );
    const votes = groups.map(() => new Map<string, number>());
    mentions.forEach(({ name }, i) => {
      const chain = this.mentions[i];
      if (name === null || chain === null || names[name].groups.length !== 1) return;
      const of = votes[names[name].groups[0]];
      of.set(chain, (of.get(chain) ?? 0) + 1);
    });
    this.groups = votes.map((of) => [...of].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null);
  }

  ofMention(i: number): string | null {
    return this.mentions[i];
  }

  ofEntity({ group, mentions }: EntityDraft): string | null {
    return group === null ? this.mentions[mentions[0]] : this.groups[group];
  }
}

function fit(instances: readonly Instance[], random: () => number): Float32Array {
  const weights = new Float32Array(BUCKETS);
  const squares = new Float32Array(BUCKETS).fill(1e-3);
  const sums = new Float64Array(BUCKETS);
  const order = Uint32Array.from(instances, (_, i) => i);
  const shares = new Float64Array(MOST + 2);
  const isSeen = new Uint8Array(PAIR_FEATURES);
  const kept = 1 / (1 - HIDDEN);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const i of order) {
      const { from, rows, right } = instances[i];
      const count = right.length;
      if (count === 1) continue;
      for (let f = 0; f < PAIR_FEATURES; f++) isSeen[f] = random() / 4294967296 < HIDDEN ? 0 : 1;
      let most = Number.NEGATIVE_INFINITY;
      for (let c = 0; c < count; c++) {
        let sum = 0;
        for (let f = from[c]; f < from[c + 1]; f++) if (isSeen[f - from[c]] === 1) sum += weights[rows[f]];
        shares[c] = sum * kept;
        most = Math.max(most, shares[c]);
      }
      let all = 0;
      let good = 0;
      for (let c = 0; c < count; c++) {
        shares[c] = Math.exp(shares[c] - most);
        all += shares[c];
        if (right[c] === 1) good += shares[c];
      }
      for (let c = 0; c < count; c++) {
        const gradient = kept * (shares[c] / all - (right[c] === 1 ? shares[c] / good : 0));
        if (Math.abs(gradient) < LEAST) continue;
        for (let f = from[c]; f < from[c + 1]; f++) {
          if (isSeen[f - from[c]] === 0) continue;
          const row = rows[f];
          const full = gradient + DECAY * weights[row];
          squares[row] += full * full;
          weights[row] -= (RATE * full) / Math.sqrt(squares[row]);
        }
      }
    }
    // The mean of the last rounds is steadier than the last one.
    if (epoch >= EPOCHS / 2) for (let b = 0; b < BUCKETS; b++) sums[b] += weights[b];
  }
  return Float32Array.from(sums, (sum) => sum / (EPOCHS - Math.ceil(EPOCHS / 2)));
}
