/**
 * The measuring process; main.ts starts one for each figure, so that no figure carries another's garbage. Takes a task and a
 * file of texts (a JSON array of strings), prints one JSON object.
 *
 *   rounds   ms of every engine over all texts, in interleaved rounds: what slows the machine slows all of them alike
 *   memory   reads all texts, then gives the peak of resident memory
 *   pages    see pages.ts; takes the folder of the pages instead of texts
 *   growth   ms for the first text, the median of several readings, and the peak of resident memory
 */
import { readFileSync } from 'node:fs';
import { articleFromString } from '../../src/intake/read-article.ts';
import { openEngine } from '../../src/models/open-engine.ts';

const ROUNDS = 7;
const WARM_UP_ROUNDS = 2;
/** A short text is read again until this much time has passed, so that one slow moment does not decide. */
const GROWTH_MS = 1500;

const [task, path] = process.argv.slice(2);
const texts: string[] = task === 'pages' ? [] : JSON.parse(readFileSync(path, 'utf8'));
const tasks: Record<string, () => unknown> = { rounds, memory, growth, pages };
console.log(JSON.stringify(await tasks[task]()));

/** Reads the whole of a text: tokens, sentences, tags, statements. */
function hearsay(): (text: string) => unknown {
  const engine = openEngine();
  return (text) => engine.read(articleFromString({ id: 'text', text }));
}

async function rounds(): Promise<Record<string, number[]>> {
  // Loaded here, or they would count as Hearsay's memory in the other tasks.
  const { default: compromise } = await import('compromise');
  const { default: compromiseTagger } = await import('compromise/two');
  const { default: winkModel } = await import('wink-eng-lite-web-model');
  const { default: wink } = await import('wink-nlp');
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

async function pages(): Promise<unknown> {
  // Loaded here for the same reason as the others' engines.
  const { measurePageSpeed } = await import('./pages.ts');
  return measurePageSpeed(path);
}

function peakMb(): number {
  return process.resourceUsage().maxRSS / 1024;
}
