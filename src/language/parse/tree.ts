/**
 * The best tree of a sentence under scores of its arcs: each word takes the head it likes best, and where that leaves a cycle,
 * no root, or several, the maximum spanning arborescence decides (Chu & Liu 1965; Edmonds 1967), with all arcs from outside
 * made so dear that exactly one is taken. Nine sentences in ten need no repair. Quadratic in the words of a sentence, cubic at
 * the very worst; who calls it bounds their number.
 */

/** The head of the word that has none. */
export const NO_HEAD = -1;

/**
 * Writes the head of each word of a sentence: a word's number within the sentence, or NO_HEAD for its one root.
 *
 * @param scores finite; scores[i × stride + j] of word j as head of word i, scores[i × stride + length] of i as the root
 * @param heads written from 0 to `length`
 * @example
 * findTree(Float32Array.of(0, 0, 9, 9, 0, 5), 2, 3, heads); // heads: NO_HEAD, 0
 */
export function findTree(scores: Float32Array, length: number, stride: number, heads: Int32Array): void {
  for (let i = 0; i < length; i++) {
    const row = i * stride;
    let best = length;
    for (let j = 0; j < length; j++) if (j !== i && scores[row + j] > scores[row + best]) best = j;
    heads[i] = best === length ? NO_HEAD : best;
  }
  if (!isTree(heads, length)) repair(scores, length, stride, heads);
}

/**
 * Whether the first `length` heads make one tree: one root, and every word below it.
 *
 * @example
 * isTree(Int32Array.of(1, -1), 2); // true
 */
export function isTree(heads: Int32Array, length: number): boolean {
  let roots = 0;
  for (let i = 0; i < length; i++) if (heads[i] === NO_HEAD) roots++;
  if (roots !== 1) return false;
  // 0: not visited; k: visited on the walk from word k − 1, so that meeting k again is a cycle.
  const walk = new Uint16Array(length);
  for (let i = 0; i < length; i++) {
    let at = i;
    while (at !== NO_HEAD && walk[at] === 0) {
      walk[at] = i + 1;
      at = heads[at];
    }
    if (at !== NO_HEAD && walk[at] === i + 1) return false;
  }
  return true;
}

function repair(scores: Float32Array, length: number, stride: number, heads: Int32Array): void {
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < length; i++) {
    for (let j = 0; j <= length; j++) {
      least = Math.min(least, scores[i * stride + j]);
      most = Math.max(most, scores[i * stride + j]);
    }
  }
  // A second root costs more than all other arcs can be worth together.
  const rootCost = (most - least) * length + 1;
  // Node 0 stands outside the sentence, node i + 1 is word i; a row holds the scores of a node's heads.
  const size = length + 1;
  const weights = new Float64Array(size * size);
  for (let i = 0; i < length; i++) {
    weights[(i + 1) * size] = scores[i * stride + length] - rootCost;
    for (let j = 0; j < length; j++) weights[(i + 1) * size + j + 1] = scores[i * stride + j];
  }
  const parents = spanningParents(weights, size);
  for (let i = 0; i < length; i++) heads[i] = parents[i + 1] - 1;
}

/** The parent of each node but node 0 in the best arborescence from node 0. */
function spanningParents(weights: Float64Array, size: number): Int32Array {
  const parents = new Int32Array(size).fill(-1);
  for (let i = 1; i < size; i++) {
    let best = 0;
    for (let j = 1; j < size; j++) if (j !== i && weights[i * size + j] > weights[i * size + best]) best = j;
    parents[i] = best;
  }
  const inCycle = findCycle(parents, size);
  if (!inCycle) return parents;

  // The cycle becomes the last node of a smaller graph; kept[k] is the node that was there before.
  const kept: number[] = [];
  for (let i = 0; i < size; i++) if (inCycle[i] === 0) kept.push(i);
  const small = kept.length + 1;
  const cycle = kept.length;
  const smaller = new Float64Array(small * small).fill(-Infinity);
  const entry = new Int32Array(small);
  const exit = new Int32Array(small);
  for (let k = 0; k < kept.length; k++) {
    const node = kept[k];
    for (let l = 0; l < kept.length; l++) smaller[k * small + l] = weights[node * size + kept[l]];
    for (let c = 0; c < size; c++) {
      if (inCycle[c] === 0) continue;
      const out = weights[node * size + c];
      if (out > smaller[k * small + cycle]) {
        smaller[k * small + cycle] = out;
        exit[k] = c;
      }
      // Entering at c breaks the arc that c has in the cycle.
      const into = weights[c * size + node] - weights[c * size + parents[c]];
      if (into > smaller[cycle * small + k]) {
        smaller[cycle * small + k] = into;
        entry[k] = c;
      }
    }
  }
  const found = spanningParents(smaller, small);
  for (let k = 1; k < kept.length; k++) parents[kept[k]] = found[k] === cycle ? exit[k] : kept[found[k]];
  parents[entry[found[cycle]]] = kept[found[cycle]];
  return parents;
}

/** Marks the nodes of one cycle with 1; undefined where there is none. */
function findCycle(parents: Int32Array, size: number): Uint8Array | undefined {
  const walk = new Int32Array(size);
  for (let i = 1; i < size; i++) {
    let at = i;
    while (at > 0 && walk[at] === 0) {
      walk[at] = i;
      at = parents[at];
    }
    if (at <= 0 || walk[at] !== i) continue;
    const inCycle = new Uint8Array(size);
    for (; inCycle[at] === 0; at = parents[at]) inCycle[at] = 1;
    return inCycle;
  }
  return undefined;
}
