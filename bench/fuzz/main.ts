/**
 * `npm run bench:fuzz [-- --count 10000] [-- --first 1]`
 *
 * Damages that many inputs of every kind and reads them (test/fuzz). The reading is done in a worker thread, so that one that hangs
 * or dies is seen and named. Ends with code 1 where anything was found; `--first SEED --count 1` runs one alone.
 */
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type FuzzFinding, fuzzIntake, makeSeeds } from '../../test/fuzz/fuzz-intake.ts';

/** An input that takes longer hangs. */
const LONGEST_MS = 20_000;

interface Order {
  readonly first: number;
  readonly count: number;
}

if (isMainThread) {
  const { values } = parseArgs({ options: { first: { type: 'string' }, count: { type: 'string' } } });
  await watch({ first: Number(values.first ?? 1), count: Number(values.count ?? 10_000) });
} else {
  const { first, count } = workerData as Order;
  const seeds = await makeSeeds();
  const findings = await fuzzIntake(seeds, {
    first,
    count,
    onEach: (seed, name) => parentPort?.postMessage({ seed, name }),
  });
  parentPort?.postMessage({ findings });
}

async function watch(order: Order): Promise<void> {
  const begun = performance.now();
  const worker = new Worker(new URL(import.meta.url), { workerData: order });
  let last = 'the beginning';
  let findings: readonly FuzzFinding[] = [];
  let timer: NodeJS.Timeout | undefined;
  const problem = await new Promise<string | null>((resolve) => {
    worker.on('message', (message: { seed: number; name: string } | { findings: FuzzFinding[] }) => {
      clearTimeout(timer);
      if ('findings' in message) {
        findings = message.findings;
        resolve(null);
        return;
      }
      last = `seed ${message.seed}, ${message.name}`;
      timer = setTimeout(() => resolve(`no end within ${LONGEST_MS / 1000} s`), LONGEST_MS);
    });
    worker.on('error', (cause) => resolve(`crash: ${cause instanceof Error ? cause.stack : cause}`));
    worker.on('exit', () => resolve('the worker ended'));
  });
  clearTimeout(timer);
  await worker.terminate();
  for (const { seed, name, problem: found } of findings) console.log(`seed ${seed}, ${name}: ${found}`);
  if (problem !== null) console.log(`${last}: ${problem}`);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(
    `${order.count} damaged inputs in ${seconds} s: ${problem === null ? findings.length : 'at least 1'} found`,
  );
  if (findings.length > 0 || problem !== null) process.exitCode = 1;
}
