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
import { speakersOf, whoIs } from '../../reading/actors/who-is.ts';
import type { Actor, Reading, Source } from '../../reading/reading.ts';
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
  const who = whoIs(source, names);
  if (who === null) return source.text;
  return who.isSure ? `${source.text} = ${who.names}` : `${source.text}: ${who.names}`;
}

/**
 * The actors who are sources, those with the most statements first; empty where there are none.
 *
 * @example
 * showActors(reading, { columns: 80, paint: painter(false) });
 */
export function showActors(reading: Reading, view: View): string {
  const speakers = speakersOf(reading);
  if (speakers.length === 0) return '';
  return [
    view.paint(`Sources (${speakers.length}), with their statements`, 'bold'),
    ...speakers.flatMap(({ actor, statements }) => showActor(actor, statements.length, view)),
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
