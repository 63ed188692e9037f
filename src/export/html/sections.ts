/** The shorter sections of a report: actors, timeline, places, and what was left out. */
import { isDrawable } from '../places/drawable.ts';
import { showEdtf } from '../timeline/show-edtf.ts';
import { xmlText } from '../xml/xml.ts';
import type { Summary } from './summarize.ts';

/** Numbers of statements that are given of one actor. */
const LINKS = 40;

/**
 * Who speaks, those with most statements first.
 *
 * @example
 * actorsHtml(summary).includes('<section id="actors">'); // true
 */
export function actorsHtml({ actors }: Summary): string {
  const rows = actors.map(({ actor, statements }) => {
    const kind = actor.type === 'unnamed' ? `unnamed${actor.unnamedType ? `, ${actor.unnamedType}` : ''}` : actor.type;
    const about = [actor.role, actor.affiliation].filter(Boolean).join(', ');
    const links = statements.slice(0, LINKS).map((number) => `<a href="#s${number}">${number}</a>`);
    const more = statements.length > LINKS ? ` and ${statements.length - LINKS} more` : '';
    const name = actor.type === 'unnamed' ? `<em>${xmlText(actor.name)}</em>` : `<b>${xmlText(actor.name)}</b>`;
    return `<tr><td dir="auto">${name}</td><td>${xmlText(kind)}</td><td dir="auto">${xmlText(about)}</td><td class="number-cell">${statements.length}</td><td class="links">${links.join(' ')}${more}</td></tr>`;
  });
  return section(
    'actors',
    'Actors',
    'Sources as the texts name or describe them. Unnamed ones are described, never identified.',
    table(['Name', 'Kind', 'Role', 'Statements', 'Numbers'], rows),
  );
}

/**
 * What is told of and what was said, by date.
 *
 * @example
 * timelineHtml(summary).includes('<section id="timeline">'); // true
 */
export function timelineHtml({ times }: Summary): string {
  const rows = times.map(({ clock, edtf, words, source, outlet, number }) => {
    const who = number === null ? `${outlet ?? 'outlet not named'} asserts` : (source ?? 'no source given');
    const link = number === null ? '' : ` <a href="#s${number}">${number}</a>`;
    return `<tr><td class="date">${xmlText(showEdtf(edtf))}<small>${xmlText(edtf)}</small></td><td class="clock">${clock}</td><td dir="auto">${xmlText(who)}</td><td dir="auto">${xmlText(words)}${link}</td></tr>`;
  });
  const note =
    'When it was said and when what is told of happened are different times; the day of publication is neither.';
  return section('timeline', 'Timeline', note, table(['When', 'Clock', 'Who', 'What'], rows));
}

/**
 * The places that are named, placed ones first.
 *
 * @example
 * placesHtml(summary).includes('<section id="places">'); // true
 */
export function placesHtml({ places }: Summary): string {
  const rows = places.map((place) => {
    const { name, country, precision, lat, lon, mentions } = place;
    const where =
      lat === null || lon === null
        ? 'unplaced'
        : isDrawable(place)
          ? `${lat.toFixed(3)}, ${lon.toFixed(3)}`
          : 'an area, no point';
    return `<tr><td dir="auto">${xmlText(name)}</td><td>${xmlText(country ?? '')}</td><td>${xmlText(precision ?? '')}</td><td>${where}</td><td class="number-cell">${mentions}</td></tr>`;
  });
  const note = 'Coordinates: GeoNames (CC BY 4.0). A name that may be any of several places is unplaced.';
  return section('places', 'Places', note, table(['Name', 'Country', 'Precision', 'Where', 'Mentions'], rows));
}

/**
 * What is not in the texts that were read, and doubts about them.
 *
 * @example
 * leftOutHtml(summary).includes('<section id="left-out">'); // true
 */
export function leftOutHtml({ versions }: Summary): string {
  const rows = versions.flatMap(({ title, leftOut, warnings }) => [
    ...leftOut.map(({ reason, text }) => leftOutRow(title, reason, text)),
    ...warnings.map(({ code, message }) => leftOutRow(title, code, message)),
  ]);
  return section(
    'left-out',
    'Left out',
    'Pieces of the pages that were not read as part of an article, and doubts about the reading.',
    table(['Article', 'Why', 'What'], rows),
  );
}

function leftOutRow(title: string, why: string, what: string): string {
  return `<tr><td dir="auto">${xmlText(title)}</td><td>${xmlText(why)}</td><td dir="auto">${xmlText(what)}</td></tr>`;
}

function section(id: string, title: string, note: string, body: string): string {
  return `<section id="${id}"><h2>${title}</h2>\n<p class="note">${note}</p>\n${body}</section>\n`;
}

function table(heads: readonly string[], rows: readonly string[]): string {
  if (rows.length === 0) return '<p class="absent">None.</p>\n';
  const head = heads.map((name) => `<th scope="col">${name}</th>`).join('');
  return `<div class="scroll" tabindex="0"><table><thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody></table></div>\n`;
}
