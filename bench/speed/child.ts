/**
 * The measuring process; main.ts starts one for each figure, so that no figure carries another's garbage. Takes a task and a
 * file of texts (a JSON array of strings), prints one JSON object.
 *
 *   rounds   ms of every engine over all texts, in interleaved rounds: what slows the machine slows all of them alike
 *   memory   reads all texts, then gives the peak of resident memory
 *   growth   ms for the first text, the median of several readings, and the peak of resident memory
 */
import { readFileSync } from 'node:fs';
import compromise from 'compromise';
import compromiseTagger from 'compromise/two';
import winkModel from 'wink-eng-lite-web-model';
import wink from 'wink-nlp';
import { articleFromString } from '../../src/intake/read-article.ts';
import { loadModels } from '../../src/models/load-models.ts';
import { createEngine } from '../../src/reading/engine.ts';

const ROUNDS = 7;
const WARM_UP_ROUNDS = 2;
/** A short text is read again until this much time has passed, so that one slow moment does not decide. */
const GROWTH_MS = 1500;

const [task, path] = process.argv.slice(2);
const texts: string[] = JSON.parse(readFileSync(path, 'utf8'));
const tasks: Record<string, () => unknown> = { rounds, memory, growth };
console.log(JSON.stringify(tasks[task]()));

/** Reads the whole of a text: tokens, sentences, tags, statements. */
function hearsay(): (text: string) => unknown {
  const engine = createEngine(loadModels());
  return (text) => engine.read(articleFromString({ id: 'text', text }));
}

function rounds(): Record<string, number[]> {
  const winkTagger = wink(winkModel, ['sbd', 'pos']);
  const engines: Record<string, (text: string) => unknown> = {
    hearsay: hearsay(),
    // nlp(text) tags at once; asking for the terms makes sure that nothing was put off.
    compromise: (text) => compromise(text).termList().length,
    'compromise/two': (text) => compromiseTagger(text).termList().length,
    'wink-nlp': (text) => winkTagger.readDoc(text).tokens().out(winkTagger.its.pos).length,
  };
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(engines).map((name) => [name, []]));
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
    for (const [name, read] of Object.entries(engines)) {
      const begun = performance.now();
      for (const text of texts) read(text);
      if (round >= 0) times[name].push(performance.now() - begun);
    }
  }
  return times;
}

function memory(): { peakMb: number } {
  const read = hearsay();
  for (const text of texts) read(text);
  return { peakMb: peakMb() };
}

function growth(): { ms: number; peakMb: number } {
  const read = hearsay();
  const times: number[] = [];
  const end = performance.now() + GROWTH_MS;
  do {
    const begun = performance.now();
    read(texts[0]);
    times.push(performance.now() - begun);
  } while (performance.now() < end);
  return { ms: times.sort((a, b) => a - b)[times.length >> 1], peakMb: peakMb() };
}

function peakMb(): number {
  return process.resourceUsage().maxRSS / 1024;
}
