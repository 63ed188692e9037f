/**
 * Learns the filters of src/reading/assertions/check-scorer.ts: Adam (Kingma & Ba 2015) over small batches, with whole words and pooled responses
 * hidden at random. The gradient of a filter's highest response goes to the place where it was, that of its mean to all.
 */

import { XPOS_TAGS } from '../../src/language/tag/tags.ts';
import type { WordVectors } from '../../src/language/vectors/word-vectors.ts';
import { LONGEST } from '../../src/reading/assertions/check-features.ts';
import {
  FILTERS,
  LEARNED,
  meanScale,
  ROW,
  VECTOR_SCALE,
  VERDICTS,
  WIDTH,
} from '../../src/reading/assertions/check-scorer.ts';

/** A sentence as the filters see it: rows of the vectors (-1 for none), buckets of the words, tags. */
export interface FilterSentence {
  readonly vectors: Int32Array;
  readonly words: Int32Array;
  readonly tags: Uint8Array;
  /** 0, 1 or 2: no fact, an unimportant one, one worth checking. */
  readonly verdict: number;
}

/** What was learned, in the layout of the scorer. */
export interface Filters {
  readonly learned: Float32Array;
  /** inputs × ROW. */
  readonly filters: Float32Array;
  /** tags × ROW. */
  readonly tags: Float32Array;
  readonly bias: Float32Array;
  readonly output: Float32Array;
  readonly outputBias: Float32Array;
}

const ROUNDS = 4;
const RATE = 0.001;
const BATCH = 16;
const POOL_HIDDEN = 0.5;
const WORDS_HIDDEN = 0.3;
const DECAY = 0.001;
/** Numbers that a tag is learned as. */
const TAG_SIZE = 12;
const POOL = 2 * FILTERS;
const MIDDLE = (WIDTH - 1) / 2;

interface Parameter {
  readonly value: Float32Array;
  readonly gradient: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
}

/**
 * Learns from sentences; the same seed gives the same filters.
 *
 * @param random uint32 numbers
 * @example
 * learnFilters(sentences, vectors, 4096, randomFrom(1)).bias.length; // FILTERS
 */
export function learnFilters(
  sentences: readonly FilterSentence[],
  vectors: WordVectors,
  wordBuckets: number,
  random: () => number,
): Filters {
  const uniform = (): number => random() / 4294967296;
  const normal = (): number => Math.sqrt(-2 * Math.log(uniform() + 1e-12)) * Math.cos(2 * Math.PI * uniform());
  const parameter = (length: number, size: number): Parameter => ({
    value: Float32Array.from({ length }, () => (size === 0 ? 0 : normal() * size)),
    gradient: new Float32Array(length),
    first: new Float32Array(length),
    second: new Float32Array(length),
  });
  const dimensions = vectors.dimensions;
  const inputs = dimensions + LEARNED + TAG_SIZE;
  const span = WIDTH * inputs;
  const words = parameter(wordBuckets * LEARNED, 0.1);
  const tags = parameter(XPOS_TAGS.length * TAG_SIZE, 0.1);
  const filters = parameter(FILTERS * span, 1 / Math.sqrt(span));
  const bias = parameter(FILTERS, 0);
  const output = parameter(VERDICTS * POOL, 0.1);
  const outputBias = parameter(VERDICTS, 0);
  const parameters = [words, tags, filters, bias, output, outputBias];

  const x = new Float32Array((LONGEST + WIDTH) * inputs);
  const responses = new Float32Array(LONGEST * FILTERS);
  const pool = new Float32Array(POOL);
  const mask = new Float32Array(POOL);
  const place = new Int32Array(FILTERS);
  const share = new Float64Array(VERDICTS);

  const forward = ({ vectors: rows, words: buckets, tags: tagged }: FilterSentence, length: number): void => {
    x.fill(0, 0, (length + WIDTH) * inputs);
    for (let i = 0; i < length; i++) {
      const at = (i + MIDDLE) * inputs;
      if (uniform() >= WORDS_HIDDEN) {
        if (rows[i] >= 0)
          for (let j = 0; j < dimensions; j++)
            x[at + j] = vectors.values[rows[i] * dimensions + j] * vectors.scale * VECTOR_SCALE;
        for (let j = 0; j < LEARNED; j++) x[at + dimensions + j] = words.value[buckets[i] * LEARNED + j];
      }
      for (let j = 0; j < TAG_SIZE; j++) x[at + dimensions + LEARNED + j] = tags.value[tagged[i] * TAG_SIZE + j];
    }
    for (let f = 0; f < FILTERS; f++) {
      let highest = 0;
      let sum = 0;
      place[f] = -1;
      for (let i = 0; i < length; i++) {
        let response = bias.value[f];
        for (let j = 0; j < span; j++) response += filters.value[f * span + j] * x[i * inputs + j];
        responses[i * FILTERS + f] = response;
        if (response <= 0) continue;
        sum += response;
        if (response > highest) {
          highest = response;
          place[f] = i;
        }
      }
      pool[f] = highest;
      pool[FILTERS + f] = sum * meanScale(length);
    }
    for (let j = 0; j < POOL; j++) mask[j] = uniform() < POOL_HIDDEN ? 0 : 1 / (1 - POOL_HIDDEN);
    let total = 0;
    for (let v = 0; v < VERDICTS; v++) {
      let z = outputBias.value[v];
      for (let j = 0; j < POOL; j++) z += output.value[v * POOL + j] * pool[j] * mask[j];
      share[v] = Math.exp(z);
      total += share[v];
    }
    for (let v = 0; v < VERDICTS; v++) share[v] /= total;
  };

  const backward = ({ words: buckets, tags: tagged, verdict }: FilterSentence, length: number): void => {
    for (let v = 0; v < VERDICTS; v++) {
      share[v] -= v === verdict ? 1 : 0;
      outputBias.gradient[v] += share[v];
      for (let j = 0; j < POOL; j++) output.gradient[v * POOL + j] += share[v] * pool[j] * mask[j];
    }
    for (let f = 0; f < FILTERS; f++) {
      let toHighest = 0;
      let toMean = 0;
      for (let v = 0; v < VERDICTS; v++) {
        toHighest += share[v] * output.value[v * POOL + f] * mask[f];
        toMean += share[v] * output.value[v * POOL + FILTERS + f] * mask[FILTERS + f];
      }
      toMean *= meanScale(length);
      for (let i = 0; i < length; i++) {
        if (responses[i * FILTERS + f] <= 0) continue;
        const d = toMean + (i === place[f] ? toHighest : 0);
        if (d === 0) continue;
        bias.gradient[f] += d;
        for (let j = 0; j < span; j++) filters.gradient[f * span + j] += d * x[i * inputs + j];
        for (let o = 0; o < WIDTH; o++) {
          const t = i + o - MIDDLE;
          if (t < 0 || t >= length) continue;
          const own = f * span + o * inputs + dimensions;
          for (let j = 0; j < LEARNED; j++) words.gradient[buckets[t] * LEARNED + j] += d * filters.value[own + j];
          const tag = own + LEARNED;
          for (let j = 0; j < TAG_SIZE; j++) tags.gradient[tagged[t] * TAG_SIZE + j] += d * filters.value[tag + j];
        }
      }
    }
  };

  let step = 0;
  const update = (rate: number): void => {
    step++;
    const first = 1 - 0.9 ** step;
    const second = 1 - 0.999 ** step;
    for (const p of parameters)
      for (let i = 0; i < p.value.length; i++) {
        const g = p.gradient[i] / BATCH;
        // A word that did not occur keeps what is known of it.
        if (g === 0 && p === words) continue;
        p.first[i] = 0.9 * p.first[i] + 0.1 * g;
        p.second[i] = 0.999 * p.second[i] + 0.001 * g * g;
        p.value[i] -= rate * (p.first[i] / first / (Math.sqrt(p.second[i] / second) + 1e-8) + DECAY * p.value[i]);
        p.gradient[i] = 0;
      }
  };

  const order = Uint32Array.from(sentences, (_, i) => i);
  const steps = ROUNDS * Math.ceil(order.length / BATCH);
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = random() % (i + 1);
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (let from = 0; from < order.length; from += BATCH) {
      for (let i = from; i < Math.min(from + BATCH, order.length); i++) {
        const sentence = sentences[order[i]];
        const length = Math.min(sentence.words.length, LONGEST);
        if (length === 0) continue;
        forward(sentence, length);
        backward(sentence, length);
      }
      update(RATE * (1 - step / steps));
    }
  }
  return {
    learned: words.value,
    ...byPlace(filters.value, tags.value, inputs, dimensions + LEARNED),
    bias: bias.value,
    output: output.value,
    outputBias: outputBias.value,
  };
}

/** The filters as what an input adds at each place, and what each tag adds. */
function byPlace(
  filters: Float32Array,
  tags: Float32Array,
  inputs: number,
  wordInputs: number,
): Pick<Filters, 'filters' | 'tags'> {
  const words = new Float32Array(wordInputs * ROW);
  const tagged = new Float32Array(XPOS_TAGS.length * ROW);
  for (let f = 0; f < FILTERS; f++)
    for (let place = 0; place < WIDTH; place++) {
      const from = (f * WIDTH + place) * inputs;
      const to = place * FILTERS + f;
      for (let j = 0; j < wordInputs; j++) words[j * ROW + to] = filters[from + j];
      for (let tag = 0; tag < XPOS_TAGS.length; tag++)
        for (let j = 0; j < TAG_SIZE; j++)
          tagged[tag * ROW + to] += filters[from + wordInputs + j] * tags[tag * TAG_SIZE + j];
    }
  return { filters: words, tags: tagged };
}
