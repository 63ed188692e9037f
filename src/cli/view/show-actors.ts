/**
 * Who the sources are, for people: beside a source who it means where its words do not say so, and a list of the sources.
 *
 *   Sources (2), with their statements
 *      3  Ruben Achterberg
 *         person · Colonel; spokesman · force
 *      1  an official at St. Barbara's hospital
 *         unnamed official · St. Barbara's hospital
 *         spoke on condition of anonymity
 */
import type { Actor, Reading, Source, Statement } from '../../reading/reading.ts';
import type { View } from './show-reading.ts';
import { wrapText } from './wrap-text.ts';

const COUNT_COLUMNS = 4;
const INDENT_COLUMNS = COUNT_COLUMNS + 2;

/** What is shown of a type that is plainer in two words. */
const UNNAMED: Readonly<Record<string, string>> = {
  familiar: 'unnamed, familiar with the matter',
  military: 'unnamed, of the military',
  police: 'unnamed, of the police',
  account: 'unnamed account',
  report: 'reports, unnamed',
  other: 'unnamed',
};

/**
 * The words of a source, and who that is where they do not name it: "he = Ruben Achterberg", "she: Reva Marsh or Ada Lund?".
 *
 * @param names of the actors by id
 * @example
 * showSource(statement.source, namesOf(reading)); // 'he = Ruben Achterberg'
 */
export function showSource(source: Source, names: ReadonlyMap<string, string>): string {
  const { text, actor, resolution, candidates } = source;
  const name = actor === null ? undefined : names.get(actor);
  switch (resolution) {
    case 'implied':
      if (candidates.length > 1) return `${text} = ${candidates.map((candidate) => candidate.name).join(' and ')}`;
      return name === undefined || isSame(text, name) ? text : `${text} = ${name}`;
    case 'uncertain':
      return `${text}: ${candidates.map((candidate) => candidate.name).join(' or ')}?`;
    case 'none':
      return `${text}: not known who`;
    case 'known':
      return text;
  }
}

/**
 * Names of the actors by id.
 *
 * @example
 * namesOf(reading).get(statement.source.actor); // 'Ruben Achterberg'
 */
export function namesOf({ actors }: Reading): ReadonlyMap<string, string> {
  return new Map(actors.map(({ id, name }) => [id, name]));
}

/**
 * The ids of the actors who are a statement's source: none where that is open, several where it is joint.
 *
 * @example
 * actorsOf(statement); // ['act_…']
 */
export function actorsOf({ source }: Statement): string[] {
  if (source === null || source.actor === null) return [];
  return [...new Set([source.actor, ...source.candidates.map(({ actor }) => actor)])];
}

/**
 * The actors who are sources, those with the most statements first; empty where there are none.
 *
 * @example
 * showActors(reading, { columns: 80, paint: painter(false) });
 */
export function showActors({ actors, statements }: Reading, view: View): string {
  const counts = new Map<string, number>();
  for (const statement of statements) for (const id of actorsOf(statement)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const shown = actors.filter(({ id }) => counts.has(id)).sort((a, b) => counts.get(b.id)! - counts.get(a.id)!);
  if (shown.length === 0) return '';
  return [
    view.paint(`Sources (${shown.length}), with their statements`, 'bold'),
    ...shown.flatMap((actor) => showActor(actor, counts.get(actor.id)!, view)),
  ].join('\n');
}

function showActor(actor: Actor, statements: number, { columns, paint }: View): string[] {
  const { name, type, unnamedType, role, affiliation, aliases, number, conditions, why } = actor;
  const width = columns - INDENT_COLUMNS;
  const kind = unnamedType === null ? type : (UNNAMED[unnamedType] ?? `unnamed ${unnamedType}`);
  const facts = [
    kind,
    ...(type === 'state' ? why : []),
    ...(number === null || number === 'a' ? [] : [number]),
    ...(role === null ? [] : [role]),
    ...(affiliation === null ? [] : [affiliation]),
    ...(aliases.length === 0 ? [] : [`also ${aliases.join(', ')}`]),
  ].join(' · ');
  const below = (text: string, ...colours: Parameters<typeof paint>[1][]): string[] =>
    wrapText(text, width).map((line) => ' '.repeat(INDENT_COLUMNS) + paint(line, ...colours));
  return [
    ...wrapText(name, width).map((line, position) => {
      const count =
        position === 0 ? paint(String(statements).padStart(COUNT_COLUMNS), 'dim') : ' '.repeat(COUNT_COLUMNS);
      return `${count}  ${paint(line, 'cyan')}`;
    }),
    ...below(facts, 'dim'),
    ...(conditions === null ? [] : below(conditions, 'yellow')),
  ];
}

/** "The ministry" is "ministry". */
function isSame(text: string, name: string): boolean {
  const plain = (words: string): string => words.toLowerCase().replace(/^the /, '').replace(/,$/, '');
  return plain(text) === plain(name);
}
