/**
 * Trains the joining step: a softmax over the candidates of every choice, by AdaGrad (Duchi, Hazan & Singer 2011);
 * what is given out is the mean of the weights after the first round.
 */
import type { Weights } from '../../src/language/weights/weights.ts';
import { type Choice, chances, choicesOf, type Joinable } from '../../src/reading/statements/join.ts';
import type { Segment } from '../../src/reading/statements/segments.ts';
import { randomFrom, shuffle } from '../random.ts';
import type { GoldSegment } from './gold.ts';
import { JOINTS, SEED } from './settings.ts';

/** After the first round the running mean takes in the weights once in so many choices. */
const AVERAGED_EVERY = 2000;

/** A choice, and which of its candidates are right. */
interface Lesson {
  readonly choice: Choice;
  readonly right: readonly boolean[];
}

/**
 * Trains on documents whose segments know the gold attributions that they are part of. Segments that are part of none teach nothing:
 * what a wrong segment is joined to makes no statement better or worse, and whether it is wrong is for confidence to tell.
 */
export function trainJoints(grounds: readonly (Joinable & { readonly segments: readonly GoldSegment[] })[]): Weights {
  const lessons = grounds.flatMap((ground) =>
    choicesOf(ground, JOINTS.buckets)
      .filter(({ chooser }) => ground.segments[chooser].attributions.length > 0)
      .map((choice) => lesson(choice, ground.segments)),
  );
  const values = new Float64Array(JOINTS.buckets);
  const squares = new Float64Array(JOINTS.buckets);
  const mean = new Float64Array(JOINTS.buckets);
  let taken = 0;
  const random = randomFrom(SEED);
  const order = Uint32Array.from(lessons, (_, i) => i);
  for (let epoch = 1; epoch <= JOINTS.epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    for (const [n, i] of order.entries()) {
      if (epoch > 1 && n % AVERAGED_EVERY === 0) {
        taken++;
        for (let f = 0; f < mean.length; f++) mean[f] += (values[f] - mean[f]) / taken;
      }
      const { choice, right } = lessons[i];
      const probabilities = chances(choice, values, 1);
      const good = probabilities.reduce((sum, p, c) => (right[c] ? sum + p : sum), 1e-12);
      loss -= Math.log(good);
      probabilities.forEach((p, c) => {
        const error = p - (right[c] ? p / good : 0);
        if (Math.abs(error) < 1e-4) return;
        for (const feature of choice.features[c]) {
          const g = error + JOINTS.decay * values[feature];
          squares[feature] += g * g;
          values[feature] -= (JOINTS.rate * g) / Math.sqrt(1e-4 + squares[feature]);
        }
      });
    }
    console.log(`joints, round ${epoch}: loss ${(loss / lessons.length).toFixed(4)} over ${lessons.length} choices`);
  }
  const largest = mean.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  const scale = largest / 32_767;
  return { name: 'joints', meta: { scale }, arrays: { table: Int16Array.from(mean, (v) => Math.round(v / scale)) } };
}

function lesson(choice: Choice, segments: readonly GoldSegment[]): Lesson {
  const own = segments[choice.chooser].attributions;
  const right = choice.candidates.map((c) => c >= 0 && segments[c].attributions.some((a) => own.includes(a)));
  if (!right.includes(true)) right[right.length - 1] = true;
  return { choice, right };
}

/**
 * What gold says of segments that a tagger found: each is part of the attributions whose segment of the same role it shares at
 * least half its tokens with, in the sense of intersection over union.
 */
export function matchGold(found: readonly Segment[], gold: readonly GoldSegment[]): GoldSegment[] {
  return found.map((segment) => {
    const attributions = gold
      .filter((g) => g.role === segment.role && overlap(g, segment) >= 0.5)
      .flatMap((g) => g.attributions);
    return { ...segment, attributions };
  });
}

function overlap(a: Segment, b: Segment): number {
  const both = Math.max(0, Math.min(a.last, b.last) - Math.max(a.first, b.first));
  return both / (a.last - a.first + b.last - b.first - both);
}
