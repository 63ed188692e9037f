/**
 * The best tree of a sentence under scores of its arcs: each word takes the head it likes best, and where that leaves a cycle,
 * no root, or several, the maximum spanning arborescence decides (Chu & Liu 1965; Edmonds 1967), over the likely roots. Most
 * sentences need no repair. Quadratic in the words of a sentence, cubic at the very worst; who calls it bounds their number.
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

/** `repair` tries so many roots at most, times the words of the sentence. The first is nearly always the best. */
const ROOT_TRIES = 300;

/**
 * The best tree over the roots that it may have, those first that promise most: a root's promise is what the tree would be worth if
 * all other words could have the head they like best, so that none needs to be tried that promises less than was found.
 */
function repair(scores: Float32Array, length: number, stride: number, heads: Int32Array): void {
  const parents = new Int32Array(length);
  const promise = new Float64Array(length);
  let sum = 0;
  for (let i = 0; i < length; i++) {
    const row = i * stride;
    let best = i === 0 ? 1 : 0;
    for (let j = best + 1; j < length; j++) if (j !== i && scores[row + j] > scores[row + best]) best = j;
    parents[i] = best;
    sum += scores[row + best];
  }
  for (let i = 0; i < length; i++) promise[i] = sum - scores[i * stride + parents[i]] + scores[i * stride + length];
  let most = -Infinity;
  for (let tries = 0; tries === 0 || tries * length < ROOT_TRIES; tries++) {
    let root = 0;
    for (let i = 1; i < length; i++) if (promise[i] > promise[root]) root = i;
    if (promise[root] <= most) return;
    promise[root] = -Infinity;
    const found = spanningParents(scores, length, stride, root, parents);
    let worth = scores[root * stride + length];
    for (let i = 0; i < length; i++) if (i !== root) worth += scores[i * stride + found[i]];
    if (worth <= most) continue;
    most = worth;
    heads.set(found);
    heads[root] = NO_HEAD;
  }
}

/**
 * The parent of each node but `root` in the best arborescence.
 *
 * @param weights weights[i × stride + j] of node j as parent of node i
 * @param best the parent that each node likes best
 */
function spanningParents(
  weights: Float32Array | Float64Array,
  size: number,
  stride: number,
  root: number,
  best: Int32Array,
): Int32Array {
  const parents = best.slice();
  const inCycle = findCycle(parents, size, root);
  if (!inCycle) return parents;

  // The cycle becomes the last node of a smaller graph; kept[k] is the node that was there before.
  const kept = new Int32Array(size);
  let cycle = 0;
  for (let i = 0; i < size; i++) if (inCycle[i] === 0) kept[cycle++] = i;
  const small = cycle + 1;
  const smaller = new Float64Array(small * small).fill(-Infinity);
  const smallBest = new Int32Array(small);
  const entry = new Int32Array(small);
  const exit = new Int32Array(small);
  for (let k = 0; k < cycle; k++) {
    const node = kept[k];
    const row = k * small;
    for (let l = 0; l < cycle; l++) smaller[row + l] = weights[node * stride + kept[l]];
    for (let c = 0; c < size; c++) {
      if (inCycle[c] === 0) continue;
      const out = weights[node * stride + c];
      if (out > smaller[row + cycle]) {
        smaller[row + cycle] = out;
        exit[k] = c;
      }
      // Entering at c breaks the arc that c has in the cycle.
      const into = weights[c * stride + node] - weights[c * stride + parents[c]];
      if (into > smaller[cycle * small + k]) {
        smaller[cycle * small + k] = into;
        entry[k] = c;
      }
    }
  }
  for (let k = 0; k < small; k++) {
    let top = k === 0 ? 1 : 0;
    for (let l = top + 1; l < small; l++) if (l !== k && smaller[k * small + l] > smaller[k * small + top]) top = l;
    smallBest[k] = top;
  }
  const found = spanningParents(smaller, small, small, kept.indexOf(root), smallBest);
  for (let k = 0; k < cycle; k++) parents[kept[k]] = found[k] === cycle ? exit[k] : kept[found[k]];
  parents[entry[found[cycle]]] = kept[found[cycle]];
  return parents;
}

/** Marks the nodes of one cycle with 1; undefined where there is none. */
function findCycle(parents: Int32Array, size: number, root: number): Uint8Array | undefined {
  const walk = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    let at = i;
    while (at !== root && walk[at] === 0) {
      walk[at] = i + 1;
      at = parents[at];
    }
    if (at === root || walk[at] !== i + 1) continue;
    const inCycle = new Uint8Array(size);
    for (; inCycle[at] === 0; at = parents[at]) inCycle[at] = 1;
    return inCycle;
  }
  return undefined;
}
