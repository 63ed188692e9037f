/**
 * `npm run bench:durability [-- --kills N] [--seed N]`
 *
 * Kills intake, rerun and migration N times in all (200 unless told otherwise) at random moments, looks after each kill whether the file
 * is whole and has everything that was acknowledged, and compares each run that came to its end with an undisturbed one, byte
 * for byte. Ends with code 1 where anything was lost.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killAndResume } from './kill-and-resume.ts';
import { TASKS } from './tasks.ts';

const { values: options } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});

const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-durability-'));
const kills = Math.ceil(Number(options.kills) / TASKS.length);
try {
  for (const task of TASKS) {
    const own = join(folder, task);
    mkdirSync(own);
    const outcome = await killAndResume({ task, kills, seed: Number(options.seed), articles: 60, folder: own });
    console.log(
      `${task.padEnd(10)} ${outcome.kills} kills, ${outcome.completed} runs to the end, ` +
        `${outcome.acknowledged} things acknowledged, ${outcome.faults.length} faults`,
    );
    for (const fault of outcome.faults) console.log(`  ${fault}`);
    if (outcome.faults.length > 0) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
