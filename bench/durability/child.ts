/** The process that is killed: runs the job that its argument spells out as JSON, and prints what was acknowledged, a line each. */
import { writeSync } from 'node:fs';
import { HearsayError } from '../../src/text/errors.ts';
import { type Job, run } from './tasks.ts';

const job = JSON.parse(process.argv[2]) as Job;
// Not through a stream: what was acknowledged must be told before the kill.
const tell = (line: string) => writeSync(1, `${line}\n`);

tell('begun');
try {
  await run(job, tell);
  tell('done');
} catch (error) {
  if (!(error instanceof HearsayError)) throw error;
  tell(`${error.code} ${error.message}`);
}
