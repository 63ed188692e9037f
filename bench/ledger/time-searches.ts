/**
 * `node bench/ledger/time-searches.ts LEDGER SEED`: searches a ledger of made-up readings in a process of its own, each search with all
 * facets and the first page of 50, and looks at pages of actors; prints as JSON how long these took, and the memory at most. Searches are
 * drawn from the seed, all different, in an order drawn as well; the first ones, by which the program gets warm, are not counted.
 */
import { openLedger } from '../../src/ledger/sqlite/open-ledger.ts';
import { randomFrom } from '../../training/random.ts';
import { makeFictionalReading, nameAt, wordAt } from './fictional-readings.ts';

/** Of each kind, and how many pages of actors. */
const SEARCHES = 40;
const ACTORS = 200;
const WARMING = 20;
const ROWS = 50;
/** Values of each facet that are shown. */
const VALUES = 12;

/** Half of them took at most p50 ms, nineteen of twenty at most p95; `cpu` are the same of processor time. */
export interface Times {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly cpuP50: number;
  readonly cpuP95: number;
}

/** What the bench prints; times in ms, memory in MB. */
export interface TimedSearches {
  /** The first search of the program, which loads the columns. */
  readonly firstMs: number;
  readonly firstCpuMs: number;
  readonly searches: Times;
  readonly byKind: Readonly<Record<string, Times>>;
  readonly actors: Times;
  readonly memoryMb: number;
}

interface Timed {
  readonly ms: number;
  readonly cpuMs: number;
}

const [path, seed = '1'] = process.argv.slice(2);
const numbers = randomFrom(Number(seed) + 77);
const random = () => numbers() / 2 ** 32;
const below = (end: number) => Math.floor(random() * end);

/** Searches of each kind; what a kind draws twice is drawn anew. */
const KINDS: Readonly<Record<string, () => string>> = {
  'common word': () => wordAt(below(60)),
  'rare word': () => wordAt(2000 + below(28_000)),
  phrase: () => `"${wordsOfText(2 + below(2))}"`,
  prefix: () => `${wordAt(below(3000)).slice(0, 2 + below(3))}*`,
  fields: drawFields,
  'one filter': () => `published:${2021 + below(5)}-${String(1 + below(12)).padStart(2, '0')}..`,
};

function drawFields(): string {
  const name = nameAt('person', Math.floor(random() ** 3 * 4000));
  const outlet = nameAt('outlet', below(60));
  const day = `${2021 + below(4)}-0${1 + below(9)}`;
  const searches = [
    `act:denied ${wordAt(below(200))}`,
    `source:${name.split(' ')[1]} published:${day}..`,
    `actor:"${name}" -act:denied`,
    `outlet:="${outlet}" content:${wordAt(below(100))}`,
    `about:${wordAt(below(300))} certainty:<0.5`,
    `is:unnamed ${wordAt(below(100))} OR ${wordAt(below(100))}`,
    `place:${nameAt('place', below(800))}`,
    `happened:${day} stance:distancing`,
    `kind:indirect OR kind:assertion ${wordAt(below(100))}`,
  ];
  return searches[below(searches.length)];
}

/** Words that stand next to each other in some statement. */
function wordsOfText(count: number): string {
  const { statements } = makeFictionalReading(Number(seed), below(3000));
  const words = statements[below(statements.length)].content!.text.split(' ');
  const start = below(words.length - count);
  return words.slice(start, start + count).join(' ');
}

const ledger = await openLedger(path, { create: false });
try {
  const first = await time(() => ledger.statements({ limit: ROWS, facets: VALUES }));
  const drawn = new Set<string>();
  const draw = (kind: string): string => {
    const search = KINDS[kind]();
    if (drawn.has(search)) return draw(kind);
    drawn.add(search);
    return search;
  };
  const kinds = Object.keys(KINDS);
  const searches = kinds.flatMap((kind) =>
    Array.from({ length: SEARCHES }, () => ({ kind, search: draw(kind), at: random() })),
  );
  // The search for nothing in particular: a number of values that was not asked for before is counted anew.
  for (let i = 1; i <= SEARCHES; i++) searches.push({ kind: 'empty', search: `${i}`, at: random() });
  searches.sort((a, b) => a.at - b.at);
  for (let i = 0; i < WARMING; i++) {
    await ledger.statements({ search: draw(kinds[i % kinds.length]), limit: ROWS, facets: VALUES });
  }
  const timed: { kind: string; times: Timed }[] = [];
  for (const { kind, search } of searches) {
    const query = kind === 'empty' ? { facets: VALUES + Number(search) } : { search, facets: VALUES };
    timed.push({ kind, times: await time(() => ledger.statements({ ...query, limit: ROWS })) });
  }
  const actors: Timed[] = [];
  for (const id of await drawActors()) actors.push(await time(() => ledger.actor(id)));
  const result: TimedSearches = {
    firstMs: Math.round(first.ms),
    firstCpuMs: Math.round(first.cpuMs),
    searches: summarise(timed.map(({ times }) => times)),
    byKind: Object.fromEntries(
      [...kinds, 'empty'].map((kind) => [
        kind,
        summarise(timed.filter((one) => one.kind === kind).map(({ times }) => times)),
      ]),
    ),
    actors: summarise(actors),
    memoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  console.log(JSON.stringify(result));
} finally {
  await ledger.close();
}

/** Half of them the actors with most statements, which take longest; the others drawn from a list by name. */
async function drawActors(): Promise<string[]> {
  const { rows: most } = await ledger.actors({ limit: ACTORS / 2 });
  const others: string[] = [];
  while (others.length < ACTORS / 2) {
    const search = `actor:"${nameAt('person', below(4000))}"`;
    const { rows } = await ledger.actors({ search, limit: 1 });
    if (rows.length > 0) others.push(rows[0].id);
  }
  return [...most.map(({ id }) => id), ...others];
}

async function time(work: () => Promise<unknown>): Promise<Timed> {
  const [began, cpuBegan] = [performance.now(), process.cpuUsage()];
  await work();
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(cpuBegan);
  return { ms, cpuMs: (user + system) / 1000 };
}

function summarise(times: readonly Timed[]): Times {
  const at = (share: number, of: (one: Timed) => number) => {
    const sorted = times.map(of).sort((a, b) => a - b);
    return Math.round(sorted[Math.ceil(share * sorted.length) - 1] * 10) / 10;
  };
  return {
    count: times.length,
    p50: at(0.5, ({ ms }) => ms),
    p95: at(0.95, ({ ms }) => ms),
    cpuP50: at(0.5, ({ cpuMs }) => cpuMs),
    cpuP95: at(0.95, ({ cpuMs }) => cpuMs),
  };
}
