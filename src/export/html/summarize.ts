/** The first pass of a report: counts, actors, times, places and what was left out. Holds no words of articles but those it lists. */
import type { ActorRecord, PlaceRecord } from '../../ledger/ledger.ts';
import type { Engine, LeftOut, Warning } from '../../reading/reading.ts';
import type { Selection } from '../selection/selection.ts';
import { type DatedRow, datedRows } from '../timeline/dated-rows.ts';

/** A source, and the numbers of its statements in the report. */
export interface SummedActor {
  readonly actor: ActorRecord;
  readonly statements: number[];
}

export interface SummedTime extends Omit<DatedRow, 'statement' | 'anchor'> {
  readonly source: string | null;
  readonly outlet: string | null;
  /** Number of the statement in the report; null in the outlet's own voice. */
  readonly number: number | null;
}

/** A place, and how often it is named. */
export interface SummedPlace extends Pick<PlaceRecord, 'name' | 'country' | 'precision' | 'lat' | 'lon'> {
  mentions: number;
}

export interface SummedVersion {
  readonly title: string;
  readonly leftOut: readonly LeftOut[];
  readonly warnings: readonly Warning[];
  readonly textSha256: string;
}

export interface Summary {
  readonly statements: number;
  readonly versions: readonly SummedVersion[];
  /** First and last day of publication. */
  readonly from: string | null;
  readonly to: string | null;
  readonly actors: readonly SummedActor[];
  readonly times: readonly SummedTime[];
  readonly places: readonly SummedPlace[];
  readonly kinds: ReadonlyMap<string, number>;
  readonly acts: ReadonlyMap<string, number>;
  readonly outlets: ReadonlyMap<string, number>;
  readonly engines: readonly Engine[];
}

/**
 * Goes over the selection once.
 *
 * @example
 * (await summarize(selection)).statements;
 */
export async function summarize(selection: Selection): Promise<Summary> {
  const actors = new Map<string, SummedActor>();
  const places = new Map<string, SummedPlace>();
  const engines = new Map<string, Engine>();
  const [kinds, acts, outlets] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const versions: SummedVersion[] = [];
  const times: SummedTime[] = [];
  const days: string[] = [];
  let number = 0;
  for await (const version of selection.versions()) {
    const { reading, statements } = version;
    const { article, leftOut, warnings, textSha256, engine } = reading;
    versions.push({
      title: article.title ?? version.version.path.replace(/^.*[/\\]/, ''),
      leftOut,
      warnings,
      textSha256,
    });
    engines.set(JSON.stringify([engine.version, engine.models]), engine);
    if (article.published) days.push(article.published.slice(0, 10));
    const numbers = new Map<string, number>();
    for (const statement of statements) {
      numbers.set(statement.id, ++number);
      add(kinds, statement.kind);
      add(acts, statement.speechAct);
      add(outlets, statement.outlet ?? '');
      if (statement.actor === null) continue;
      const known = actors.get(statement.actor.who) ?? { actor: statement.actor, statements: [] };
      actors.set(statement.actor.who, known);
      known.statements.push(number);
    }
    for (const { statement, anchor: _anchor, ...time } of await datedRows(version)) {
      times.push({
        ...time,
        source: statement ? (statement.actor?.name ?? statement.source?.text ?? null) : null,
        outlet: article.outlet,
        number: statement ? numbers.get(statement.id)! : null,
      });
    }
    for (const { name, country, precision, lat, lon, geonamesId } of await version.places()) {
      const key = geonamesId === null ? `${name}\n` : String(geonamesId);
      const known = places.get(key) ?? { name, country, precision, lat, lon, mentions: 0 };
      places.set(key, known);
      known.mentions++;
    }
  }
  days.sort();
  return {
    statements: number,
    versions,
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    actors: [...actors.values()].sort((a, b) => b.statements.length - a.statements.length),
    times: times.sort((a, b) => compare(a.earliest ?? a.latest ?? '', b.earliest ?? b.latest ?? '')),
    places: [...places.values()].sort(
      (a, b) => Number(a.lat === null) - Number(b.lat === null) || b.mentions - a.mentions,
    ),
    kinds,
    acts,
    outlets,
    engines: [...engines.values()],
  };
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
