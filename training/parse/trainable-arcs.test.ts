import { expect, test } from 'vitest';
import { Kernel } from '../../src/language/network/kernel.ts';
import { RELATIONS } from '../../src/language/parse/relations.ts';
import { randomFrom } from '../random.ts';
import { type ArcLesson, TrainableArcs } from './trainable-arcs.ts';

const SHAPE = { arc: 8, relation: 8 };
const WIDTH = 32;
const OPTIONS = { arcDropout: 0, relationDropout: 0, beta1: 0.9, beta2: 0.99 };

/** Two sentences: three words, the second its root; and one word. */
const LESSON: ArcLesson = {
  ends: [3, 4],
  heads: Int32Array.of(1, -1, 1, -1),
  relations: Uint8Array.from(['nsubj', 'root', 'obj', 'root'], (name) => RELATIONS.indexOf(name)),
};

test('the gradient of the outputs is the slope of the loss', () => {
  const kernel = new Kernel();
  const arcs = new TrainableArcs(kernel, SHAPE, OPTIONS, randomFrom(7));
  const outputs = Float32Array.from({ length: 4 * WIDTH }, (_, i) => Math.sin((i + 1) * 12.9898) * 2);
  const gradientAt = kernel.allocate(outputs.length);
  const lossOf = (values: Float32Array): number => {
    const mark = kernel.mark();
    const loss = arcs.learn(kernel.load(values), gradientAt, LESSON, 1);
    kernel.release(mark);
    return loss;
  };
  lossOf(outputs);
  const gradient = kernel.view(gradientAt, outputs.length).slice();
  expect(Math.max(...gradient)).toBeGreaterThan(0.1);
  const step = 1e-2;
  gradient.forEach((slope, i) => {
    const [more, less] = [outputs.slice(), outputs.slice()];
    more[i] += step;
    less[i] -= step;
    expect(slope).toBeCloseTo((lossOf(more) - lossOf(less)) / (2 * step), 2);
  });
});

test('steps lower the loss', () => {
  const kernel = new Kernel();
  const arcs = new TrainableArcs(kernel, SHAPE, OPTIONS, randomFrom(7));
  const outputs = kernel.load(Float32Array.from({ length: 4 * WIDTH }, (_, i) => Math.sin((i + 1) * 12.9898)));
  const gradient = kernel.allocate(4 * WIDTH);
  const losses = Array.from({ length: 30 }, () => {
    const mark = kernel.mark();
    const loss = arcs.learn(outputs, gradient, LESSON, 1);
    kernel.release(mark);
    arcs.update(0.02);
    return loss;
  });
  expect(losses[29]).toBeLessThan(losses[0] / 4);
});
